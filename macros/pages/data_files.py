"""Files that pages of a language load or offer, beside those pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ..finder import facts
from ..finder.page import country_data, country_file, page_data
from ..publication import PublicRegister
from .blocks.directory import DATA as DIRECTORY
from .blocks.finder import DATA
from .blocks.law_matrix import FILE
from .directory_data import directory_data, values_of
from .provision_table import provision_table


def data_files(public: PublicRegister, lang: str) -> dict[str, Callable[[], str]]:
    """By path below the language's root: what makes the content of each file."""
    countries = {
        f"help/{country_file(code)}": partial(country_data, public, lang, code)
        for code in public.countries
    }
    return {
        f"organisations/{DIRECTORY}": partial(directory_data, public, lang),
        f"help/{DATA}": partial(page_data, public, lang),
        **countries,
        f"legislation/{FILE}": partial(provision_table, public, lang),
    }


def prepare(public: PublicRegister) -> None:
    """Work out what the files of all languages share."""
    facts(public)
    values_of(public)
