"""The documents for paper that a record's page leads to."""

from __future__ import annotations

from typing import Any

from ...register import Entry
from ...text import DEFAULT
from .links import UP, View

Papers = dict[str, dict[str, str]]
"""By kind of record and format: the way from the root of the site to the document of a record,
with places for its key and the language."""


def papers(made: Papers, entry: Entry[Any], lang: str) -> list[View]:
    """The way to each document of a record in a language, and the name of its words."""
    root = UP if lang == DEFAULT else f"{UP}../"
    return [
        {"href": root + way.format(key=entry.key, lang=lang), "name": f"{entry.kind}_{format_}"}
        for format_, way in made.get(entry.kind, {}).items()
    ]
