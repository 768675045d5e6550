"""The directory as columns: what its page shows at first, and its script counts and draws from.

A row is an organisation, in the order of names of the page's language; a value of a filter is named
by its place among the filter's values.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from ..derived import evidence_level, latest_status, newest_source
from ..model import Organisation
from ..publication import PublicRegister
from ..register import Entry
from ..search import SORTED, by_name, place_of
from ..text import pick, show, sort_key

VOCABULARIES = {
    "theme": "themes",
    "service": "services",
    "status": "statuses",
    "evidence": "evidence-levels",
}
"""Filters by terms, each with its vocabulary; the others are by place."""
GROUPS = ("country", "region", *VOCABULARIES)
"""The filters in the order of the page."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter: its values with their labels, and for each row the values that it has."""

    labels: dict[str, str]
    rows: list[list[int]]

    def counts(self) -> list[int]:
        """How many rows have each value."""
        found = [0] * len(self.labels)
        for values in self.rows:
            for value in values:
                found[value] += 1
        return found


class _Once:
    """What the rows of the register last asked for have, which is the same in all languages."""

    register: PublicRegister | None = None
    values: ClassVar[dict[str, dict[str, list[Any]]]] = {}


def organisations(public: PublicRegister, lang: str) -> list[Entry[Organisation]]:
    """The organisations, a row each."""
    return by_name(public, SORTED, lang)


def filters(
    public: PublicRegister, lang: str, entries: Sequence[Entry[Organisation]]
) -> dict[str, Filter]:
    """The filters by name; the entries are the rows."""
    known = values_of(public)
    rows = [known[entry.key] for entry in entries]
    found = {}
    for group, labels in _labels(public, lang).items():
        number = {value: index for index, value in enumerate(labels)}
        column = [[number[value] for value in values[group]] for values in rows]
        found[group] = Filter(labels, column)
    return found


def directory_data(public: PublicRegister, lang: str) -> str:
    """What the script loads, as JSON."""
    entries = organisations(public, lang)
    names = [show(entry.record.names, lang) for entry in entries]
    places = [place_of(public, entry, lang) for entry in entries]
    known = {place: index for index, place in enumerate(dict.fromkeys(places))}
    found = {
        "keys": [entry.key for entry in entries],
        "names": [name.text for name in names],
        "langs": {row: name.lang for row, name in enumerate(names) if name.lang != lang},
        "acronyms": [entry.record.acronym or "" for entry in entries],
        "glosses": [entry.gloss.get(lang, "") for entry in entries],
        "places": list(known),
        "place": [known[place] for place in places],
        "newest": [int(newest_source(entry)[:4] or 0) for entry in entries],
        "filters": {
            group: {"values": list(it.labels), "rows": it.rows}
            for group, it in filters(public, lang, entries).items()
        },
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _labels(public: PublicRegister, lang: str) -> dict[str, dict[str, str]]:
    countries = {code: pick(it.record.names, lang) for code, it in public.countries.items()}
    in_order = sorted(countries, key=lambda code: sort_key(countries[code]))
    found = {
        "country": {code: countries[code] for code in in_order},
        "region": {
            region: pick(names, lang)
            for code in in_order
            for region, names in public.countries[code].record.regions.items()
        },
    }
    for group, name in VOCABULARIES.items():
        terms = public.vocabularies[name].record.terms
        found[group] = {key: pick(term.labels, lang) for key, term in terms.items()}
    return found


def values_of(public: PublicRegister) -> dict[str, dict[str, list[Any]]]:
    """By organisation: its values in every filter."""
    if _Once.register is not public:
        _Once.values = {key: _values(entry) for key, entry in public.organisations.items()}
        _Once.register = public
    return _Once.values


def _values(entry: Entry[Organisation]) -> dict[str, list[Any]]:
    """The values of an organisation in every filter."""
    record = entry.record
    regions = [record.region, *(record.areas_served or ())]
    return {
        "country": [entry.country],
        "region": [code for code in dict.fromkeys(regions) if code],
        "theme": list(record.themes),
        "service": list(record.services or ()),
        "status": [latest_status(entry)],
        "evidence": [evidence_level(entry)],
    }
