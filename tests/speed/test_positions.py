"""Positions found from the lines of a file are those that the parser tells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.positions import Place, at_fields
from macros.quick import plain
from macros.records import RecordError, locate_all, thorough

from ..conftest import ROOT
from .files import FOLDERS, damaged_records, files_below


def fields(content: bytes) -> list[str]:
    """The names that the record in a file has; none where it cannot be read."""
    try:
        return list(plain(content) or thorough(content, "some/file.yml").data)
    except RecordError:
        return []


def agree(content: bytes) -> bool:
    names = fields(content)
    places: list[Place] = [((), False), (("absent",), True), *(((it,), True) for it in names)]
    return at_fields(content, names, places) in ([], locate_all(content, places))


@pytest.mark.parametrize("folder", FOLDERS)
def test_lines_and_parser_agree_on_every_file(folder: str) -> None:
    assert [path for path in files_below(folder) if not agree(path.read_bytes())] == []


def test_no_shipped_organisation_needs_the_parser() -> None:
    for path in (ROOT / "data" / "organisations").rglob("*.yml"):
        content = path.read_bytes()
        assert at_fields(content, fields(content), [(("names",), True)])


SCRAPS = st.sampled_from(
    [
        "a", "b", ": ", ":\n", "- ", "\n", "\n", "\n  ", " ", "'", '"', "{", "}", "[", "]", ",",
        "# c", "|\n  t", ">-\n  t", "?", "? ", "\t", "---\n", "\r", "\u2028", "\ufeff", "a: x\n",
        "b: 'x\n", "c: [\n", '"a": x\n',
    ]
)  # fmt: skip


@given(st.lists(SCRAPS, max_size=14).map("".join))
def test_lines_and_parser_agree_on_scraps_of_yaml(text: str) -> None:
    assert agree(text.encode())


@given(damaged_records())
def test_lines_and_parser_agree_on_damaged_records(content: bytes) -> None:
    assert agree(content)


def test_line_inside_a_quoted_text_is_no_field() -> None:
    content = b"names: {en: \"a\ncity: b\"}\n'city': {en: c}\n"
    places: list[Place] = [(("city",), True)]
    assert at_fields(content, ["names", "city"], places) == []
