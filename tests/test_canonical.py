"""The canonical layout: comments, texts and values stay, a second time changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import Result

from macros.canonical import formatted, grown_text, written
from macros.layout import WIDTH
from macros.model import KINDS, Organisation
from macros.records import parse
from macros.register import place_of_file
from macros.tree import Tree, grown, read

from .conftest import DATA, ROOT

RECORDS = [
    path
    for root in (ROOT, DATA.parent)
    for path in sorted((root / "data").rglob("*.yml"))
    if place_of_file(path.relative_to(root).as_posix())
]
COMMENTED = """\
# Above the first field.
status:
  # Above an item.
  - value: active  # beside a value
    as_of: 2024
    source: s1
names: {en: "Lantern", ar: فنار}  # beside a field


website: https://lantern.example.org/#top  # not the sign in the address
notes: >-  # beside a long text
  A text that is # no comment, long enough to be folded over more than one line of the file,
  as it was before.
themes:
- drugs
sources:
  s1: {kind: website, title: 'It''s #1', supports: [names]}
collection: {stage: listed}
# After the last field.
"""


def test_every_record_keeps_its_values_and_settles_at_once() -> None:
    for path in RECORDS:
        root = ROOT if path.is_relative_to(ROOT / "data") else DATA.parent
        place = place_of_file(path.relative_to(root).as_posix())
        assert place
        content = path.read_bytes()
        once = formatted(content, place[0], str(path))
        assert parse(once.encode(), "").data == parse(content, "").data
        assert formatted(once.encode(), place[0], str(path)) == once, path


def test_no_comment_is_lost_or_moved_to_another_value() -> None:
    text = formatted(COMMENTED.encode(), "organisations")
    lines = text.splitlines()
    for comment in (
        "# Above the first field.", "# Above an item.", "# beside a value", "# beside a field",
        "# not the sign in the address", "# beside a long text", "# After the last field.",
    ):  # fmt: skip
        assert sum(comment in line for line in lines) == 1, comment
    below = lines[lines.index("  # Above an item.") + 1]
    assert below == "  - value: active # beside a value"
    assert "names: {en: Lantern, ar: فنار} # beside a field" in lines
    assert lines[-1] == "# After the last field."


def test_fields_come_in_the_order_of_the_model() -> None:
    text = formatted(COMMENTED.encode(), "organisations")
    heads = [line.split(":")[0] for line in text.splitlines() if line and line[0].isalpha()]
    assert heads == ["names", "website", "status", "themes", "sources", "collection", "notes"]


def test_lines_keep_to_the_width_unless_a_word_is_longer() -> None:
    for path in RECORDS[:200]:
        kind = path.relative_to(ROOT / "data").parts[0] if path.is_relative_to(ROOT) else ""
        if kind in ("organisations", "legislation"):
            for line in formatted(path.read_bytes(), kind).splitlines():
                assert len(line) <= WIDTH or len(line.split()) <= 3, line


def test_record_with_one_change_keeps_every_other_line() -> None:
    tree = read(COMMENTED.encode())
    tree.root.put("acronym", grown("LC"))
    lines = grown_text(tree, Organisation).splitlines()
    assert "acronym: LC" in lines
    assert [it for it in COMMENTED.splitlines() if it not in lines] == []


_NOT_IN_YAML = "\ufffe\uffff"
_LETTERS = st.characters(
    codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters=_NOT_IN_YAML
)
_TEXTS = st.text(_LETTERS, min_size=1).filter(str.strip)
_DATA = st.recursive(
    _TEXTS | st.integers(-(10**9), 10**9) | st.booleans(),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=4)
        | st.dictionaries(st.text("abcdefgh_", min_size=1), inner, min_size=1, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.text("abcdefgh_", min_size=1), _DATA, min_size=1, max_size=4))
def test_any_data_reads_back_as_it_was(data: dict[str, object]) -> None:
    text = written(Tree(grown(data), []), KINDS["organisations"])
    assert parse(text.encode(), "").data == data


def test_command_formats_and_then_has_nothing_to_do(
    home: Path, dalil: Callable[..., Result], write: Callable[[str, str], Path]
) -> None:
    path = write("organisations/xa/commented.yml", COMMENTED)
    assert dalil("format", "--check", str(path)).exit_code == 1
    assert path.read_text("utf-8") == COMMENTED
    done = dalil("format", str(path))
    assert (done.exit_code, done.output) == (0, "data/organisations/xa/commented.yml\n")
    assert dalil("format", "--check", str(path)).exit_code == 0


def test_file_that_cannot_be_read_is_left_alone(
    dalil: Callable[..., Result], write: Callable[[str, str], Path]
) -> None:
    path = write("organisations/xa/broken.yml", "names: {en: A\n")
    done = dalil("format", str(path))
    assert done.exit_code == 1 and "broken.yml" in done.output
    assert path.read_text("utf-8") == "names: {en: A\n"


@pytest.mark.parametrize("path", ["nowhere.yml", "/etc/hostname"])
def test_file_outside_the_register_is_wrong_usage(path: str, dalil: Callable[..., Result]) -> None:
    assert dalil("format", path).exit_code == 2
