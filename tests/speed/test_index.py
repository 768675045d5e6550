"""The index of the search: the same bytes for the same pages, and made only when they change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from macros import search_index, store
from macros.checks import check
from macros.publication import publish
from macros.register import load
from macros.text import DEFAULT, LANGUAGES

from .building import build, contents

RECORD = "data/organisations/xa/lantern-centre.yml"


@pytest.fixture(autouse=True)
def _settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "SETTLED", 0.0)  # files just written count as settled


@pytest.fixture
def no_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever makes an index fails."""

    def fail(*arguments: Any) -> None:
        raise AssertionError("an index is made")

    monkeypatch.setattr(search_index, "write_index", fail)


def indexed(home: Path) -> dict[str, bytes]:
    """The site of a register with its index."""
    return contents(build(home, has_search=True))


def rename(home: Path, name: str) -> None:
    """Give an organisation another name beside its own."""
    record = home / RECORD
    lines = record.read_text(encoding="utf-8").splitlines()
    kept = [line for line in lines if not line.startswith("also_known_as")]
    record.write_text("\n".join([*kept, f"also_known_as: [{name}]"]) + "\n", encoding="utf-8")


def test_index_of_the_same_pages_is_the_same_bytes(home: Path, tmp_path: Path) -> None:
    register = load(str(home))
    public = publish(register, check(register))
    made = []
    for name in ("first", "second"):
        pages = search_index.folder_for_pages()
        search_index.write_pages(public, DEFAULT, pages)
        search_index.write_index(pages, str(tmp_path / name))
        made.append(contents(tmp_path / name))
    assert made[0] == made[1]
    assert any(path.startswith("fragment/") for path in made[0])


def test_list_of_languages_names_all_of_them(home: Path) -> None:
    entry = indexed(home)["pagefind/pagefind-entry.json"].decode()
    assert all(f'"{lang}":' in entry for lang in LANGUAGES)


def test_index_stays_while_nothing_that_it_holds_changes(
    home: Path, request: pytest.FixtureRequest
) -> None:
    before = indexed(home)
    request.getfixturevalue("no_index")
    assert indexed(home) == before
    record = home / RECORD
    record.write_text(f"# A remark.\n{record.read_text(encoding='utf-8')}", encoding="utf-8")
    assert indexed(home).keys() == before.keys()


def test_index_follows_a_changed_record(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    indexed(home)
    rename(home, "Quite Another Name")
    warm = indexed(home)
    other = tmp_path_factory.mktemp("cold")
    (home / "data").rename(other / "data")
    assert indexed(other) == warm


def test_lost_file_of_the_index_is_made_again(home: Path) -> None:
    before = indexed(home)
    lost = next(path for path in before if path.startswith("pagefind/fragment/fr_"))
    (home / "site" / lost).unlink()
    assert indexed(home) == before


def test_index_that_cannot_be_made_stops_the_build(
    home: Path, no_index: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises((AssertionError, RuntimeError)):
        indexed(home)
    assert not (home / "site").exists()
