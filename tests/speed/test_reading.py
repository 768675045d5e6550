"""The quick readers say what the thorough one says, or leave the file to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros import files, parallel, store
from macros.checks import check, checked
from macros.lines import from_lines
from macros.problems import Problem
from macros.quick import from_events, plain
from macros.records import RecordError, thorough
from macros.register import load

from ..conftest import ROOT
from .files import FOLDERS, damaged_records, files_below, layouts


def reference(content: bytes) -> dict[str, object] | None:
    try:
        found = thorough(content, "some/file.yml")
    except RecordError:
        return None
    return None if found.problems else found.data


def agree(content: bytes) -> bool:
    """Whether each of the quick readers says what the thorough one says, or nothing."""
    found = [plain(content), read_by(from_lines, content), read_by(from_events, content)]
    # As text, since True == 1 and fields have an order.
    return {repr(it) for it in found if it is not None} <= {repr(reference(content))}


def read_by(
    reader: Callable[[bytes], dict[str, Any] | None], content: bytes
) -> dict[str, Any] | None:
    try:
        return reader(content)
    except UnicodeDecodeError:
        return None
    except Exception:
        assert reader is from_events  # which is called with whatever is left, and may give up
        return None


@pytest.mark.parametrize("folder", FOLDERS)
def test_readers_agree_on_every_file(folder: str) -> None:
    assert [path for path in files_below(folder) if not agree(path.read_bytes())] == []


def test_quick_reader_takes_the_shipped_records() -> None:
    paths = list((ROOT / "data" / "organisations").rglob("*.yml"))
    assert all(plain(path.read_bytes()) is not None for path in paths)


def test_records_in_canonical_layout_are_read_by_their_lines() -> None:
    paths = list((ROOT / "data" / "organisations").rglob("*.yml"))
    left = [path for path in paths if from_lines(path.read_bytes()) is None]
    assert len(left) * 100 <= len(paths)


def test_values_of_equal_lines_are_not_one_object() -> None:
    content = b"names: {en: Shelter}\nthemes: [a, b]\n"
    first, second = from_lines(content), from_lines(content)
    assert first is not None and second is not None
    first["names"]["en"] = "Changed"
    first["themes"].append("c")
    assert second == {"names": {"en": "Shelter"}, "themes": ["a", "b"]} == from_lines(content)


SCRAPS = st.sampled_from(
    [
        "a", "b: ", ": ", "- ", "\n", "\n  ", "'", '"', "{", "}", "[", "]", ",", "&x ", "*x",
        "!!str ", "012", "1e3", "NO", "~", "null", "true", "-5", "2003-06-24", "# c", "|\n  t",
        ">-\n  t", "?", "\t", "---\n", "...\n", "%YAML 1.1\n", "<<: ", "\u00a0", "\u2028", "س",
        "\ufeff", "\\u0041",
    ]
)  # fmt: skip


@given(st.lists(SCRAPS, max_size=14).map("".join))
def test_readers_agree_on_scraps_of_yaml(text: str) -> None:
    assert agree(text.encode())


@given(layouts())
@settings(max_examples=1000)
def test_readers_agree_on_lines_at_any_depth(content: bytes) -> None:
    assert agree(content)


@given(damaged_records())
def test_readers_agree_on_damaged_records(content: bytes) -> None:
    assert agree(content)


def test_register_read_from_the_store_is_the_one_read_from_files(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "SETTLED", 0.0)
    monkeypatch.setattr(parallel, "FEW", 2)
    first = load(str(home))
    monkeypatch.setattr(files, "plain", lambda content: pytest.fail("read again"))
    again = load(str(home))
    assert [*again.entries()] == [*first.entries()]
    assert again.problems == first.problems


def test_file_changed_a_moment_ago_is_read_again(home: Path) -> None:
    record = next((home / "data" / "organisations").rglob("*.yml"))
    text = record.read_text(encoding="utf-8")
    load(str(home))
    record.write_text(text.replace("a", "e", 1), encoding="utf-8")  # the same length
    path = record.relative_to(home).as_posix()
    fresh = files.digests_of(str(home), "data")[path]
    record.write_text(text, encoding="utf-8")
    assert files.digests_of(str(home), "data")[path] != fresh


def test_check_that_is_remembered_says_the_same(home: Path, write) -> None:  # type: ignore[no-untyped-def]
    write("organisations/xa/wrong.yml", "names: {en: A}\nthemes: [no-such-theme]\n")
    expected = check(load(str(home)))
    first, second = checked(str(home)), checked(str(home))
    assert [_plain(it) for it in first[0]] == [_plain(it) for it in expected]
    assert [_plain(it) for it in second[0]] == [_plain(it) for it in expected]
    assert first[1] == second[1]


def _plain(it: Problem) -> tuple[object, ...]:
    return it.path, it.code, it.loc, dict(it.values), it.line, it.column, it.message("ar")


def test_remembered_check_ends_with_any_change(home: Path, write) -> None:  # type: ignore[no-untyped-def]
    before = checked(str(home))[0]
    target = write("organisations/xa/wrong.yml", "names: {en: A}\n")
    assert len(checked(str(home))[0]) > len(before)
    target.unlink()
    assert checked(str(home))[0] == before


def test_remembered_check_ends_with_a_change_of_an_authored_page(home: Path) -> None:
    before = checked(str(home))[0]
    page = home / "docs" / "invented.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("---\ntitle: Invented\n---\n", encoding="utf-8")
    after = checked(str(home))[0]
    assert {it.path for it in after if it.code == "page-untranslated"} == {"docs/invented.md"}
    page.unlink()
    assert checked(str(home))[0] == before


def test_helper_that_fails_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DALIL_CORES", "2")
    with pytest.raises((RuntimeError, ZeroDivisionError)):
        parallel.Helper(lambda: 1 / 0).result()


def test_work_in_shares_comes_back_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "FEW", 2)
    for cores in ("1", "2", "5"):
        monkeypatch.setenv("DALIL_CORES", cores)
        items = list(range(23))
        assert parallel.shared(lambda share: [n * n for n in share], items) == [
            n * n for n in items
        ]
