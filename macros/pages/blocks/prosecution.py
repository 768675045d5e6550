"""What the prosecution and other official bodies do against crime, for organisations to know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model import Authority
from ...register import Entry
from ...words import words
from .common import Place
from .directory import _countries

FIRST = "prosecution"


def prosecution_work(place: Place) -> str:
    """Each body's work against crime with its sources, by country, prosecution offices first."""
    countries = [
        {"key": code, "name": place.country(code), "groups": list(_groups(place, code))}
        for code in _countries(place)
    ]
    return place.block("prosecution", countries=countries, words=words("law", place.lang))


def _groups(place: Place, country: str) -> Iterator[dict[str, Any]]:
    entries = [
        it
        for it in place.in_country("authorities", country)
        if it.record.what_it_does_against_crime
    ]
    for is_first, name in ((True, "of_prosecution"), (False, "of_others")):
        rows = [_row(place, it) for it in entries if (it.record.kind == FIRST) is is_first]
        if rows:
            yield {"label": words("law", place.lang)[name], "rows": rows}


def _row(place: Place, entry: Entry[Authority]) -> dict[str, Any]:
    record = entry.record
    return place.link(entry) | {
        "mandate": place.text(record.mandate) if record.mandate else None,
        "work": place.text(record.what_it_does_against_crime or {}),
        "sources": _sources(place, record),
    }


def _sources(place: Place, record: Authority) -> list[dict[str, Any]]:
    """The sources that say they support it; of a body that none says so of, all."""
    sources = list((record.sources or {}).values())
    named = [it for it in sources if "what_it_does_against_crime" in (it.supports or ())]
    return [place.source(it) for it in named or sources]
