"""The index of the search is the same for the same pages, byte for byte."""

from __future__ import annotations

from pathlib import Path

from macros import search_index
from macros.checks import check
from macros.publication import publish
from macros.register import load
from macros.text import DEFAULT

from .building import contents


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
