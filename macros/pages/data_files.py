"""Files that pages of a language load or offer, beside those pages."""

from __future__ import annotations

from collections.abc import Iterator

from ..finder.page import page_data
from ..publication import PublicRegister
from .blocks.finder import DATA


def data_files(public: PublicRegister, lang: str) -> Iterator[tuple[str, str]]:
    """Path below the language's root, and content, of each file."""
    yield f"help/{DATA}", page_data(public, lang)
