"""Lists of mechanisms, official bodies and themes."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...publication import PublicRegister
from ...register import Entry
from ...text import date, number
from ...words import words
from .common import Place
from .directory import _countries


def mechanism_list(place: Place, code: str) -> str:
    """A country's mechanisms in a line each."""
    rows = [_mechanism_row(place, entry) for entry in place.in_country("mechanisms", code)]
    return place.block(
        "mechanisms", groups=[{"name": "", "rows": rows}], words=words("blocks", place.lang)
    )


def mechanism_index(place: Place) -> str:
    """Every mechanism by country."""
    groups = [
        {
            "name": place.country(code),
            "rows": [
                _mechanism_row(place, entry) for entry in place.in_country("mechanisms", code)
            ],
        }
        for code in _countries(place)
    ]
    return place.block("mechanisms", groups=groups, words=words("blocks", place.lang))


def _mechanism_row(place: Place, entry: Entry[Any]) -> dict[str, Any]:
    record = entry.record
    return place.link(entry) | {
        "kind": place.label("mechanism-kinds", record.kind),
        "since": date(record.since, place.lang) if record.since else "",
        "role": place.text(record.cso_role),
    }


def authority_list(place: Place, code: str) -> str:
    """A country's official bodies by kind, the prosecution first."""
    return place.block(
        "authorities", countries=[_bodies(place, code)], words=words("blocks", place.lang)
    )


def authority_index(place: Place) -> str:
    """Every official body by country and kind."""
    countries = [_bodies(place, code) | {"name": place.country(code)} for code in _countries(place)]
    return place.block("authorities", countries=countries, words=words("blocks", place.lang))


class _Once:
    """The counts for the register last asked for; several blocks need them."""

    public: PublicRegister | None = None
    linked: Counter[str] | None = None


def _bodies(place: Place, code: str) -> dict[str, Any]:
    if _Once.public is not place.public or _Once.linked is None:
        _Once.public, _Once.linked = place.public, _links_to_authorities(place)
    linked = _Once.linked
    entries = place.in_country("authorities", code)
    groups = []
    for kind in place.public.vocabularies["authority-kinds"].record.terms:
        rows = [
            place.link(entry)
            | {"count": number(linked[entry.key], place.lang) if linked[entry.key] else ""}
            for entry in entries
            if entry.record.kind == kind
        ]
        if rows:
            groups.append({"label": place.label("authority-kinds", kind), "rows": rows})
    return {"name": "", "groups": groups}


def _links_to_authorities(place: Place) -> Counter[str]:
    """How many organisations have a relation with each body."""
    pairs = {
        (entry.key, body)
        for entry in place.public.organisations.values()
        for relation in entry.record.authority_relations or ()
        for body in relation.authorities or ()
    }
    return Counter(body for _, body in pairs)


def theme_index(place: Place) -> str:
    """Every theme with its definition and how many organisations work on it."""
    entries = place.public.organisations.values()
    total = Counter(theme for entry in entries for theme in entry.record.themes)
    rows = [
        {
            "href": f"{place.base}themes/{key}/",
            "label": place.label("themes", key),
            "definition": place.text(term.definition),
            "count": number(total[key], place.lang),
        }
        for key, term in place.public.vocabularies["themes"].record.terms.items()
    ]
    return place.block("themes", rows=rows, words=words("blocks", place.lang))
