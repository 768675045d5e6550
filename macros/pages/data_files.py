"""Files that pages of a language load or offer, beside those pages."""

from __future__ import annotations

from collections.abc import Iterator

from ..finder.page import country_data, page_data
from ..publication import PublicRegister
from .blocks.directory import DATA as DIRECTORY
from .blocks.finder import DATA
from .blocks.law_matrix import FILE
from .directory_data import directory_data
from .provision_table import provision_table


def data_files(public: PublicRegister, lang: str) -> Iterator[tuple[str, str]]:
    """Path below the language's root, and content, of each file."""
    yield f"organisations/{DIRECTORY}", directory_data(public, lang)
    yield f"help/{DATA}", page_data(public, lang)
    yield from ((f"help/{name}", content) for name, content in country_data(public, lang))
    yield f"legislation/{FILE}", provision_table(public, lang)
