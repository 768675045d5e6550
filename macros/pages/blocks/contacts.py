"""The recorded relations of a country's organisations with official bodies of one kind."""

from __future__ import annotations

from typing import Any

from ...model.organisation import Relation
from ...register import Entry
from ...text import date, number
from ...words import words
from .common import Place


def contacts(place: Place, title: str, country: str, kind: str) -> str:
    """Every relation with bodies of a kind by kind of relation, newest first, in a list that opens.

    Raises:
        ValueError: there is no such kind of official body.
    """
    if kind not in place.public.vocabularies["authority-kinds"].record.terms:
        raise ValueError(f'"{kind}" is no kind of official body')
    found = _found(place, country, kind)
    groups = [
        {"label": place.label("relation-kinds", relation), "rows": rows}
        for relation in place.public.vocabularies["relation-kinds"].record.terms
        if (rows := [_row(place, e, it, kind) for e, it in found if it.kind == relation])
    ]
    return place.block(
        "contacts",
        title=title,
        number=number(len(found), place.lang),
        groups=groups,
        words=words("blocks", place.lang),
    )


def _found(place: Place, country: str, kind: str) -> list[tuple[Entry[Any], Relation]]:
    found = [
        (entry, relation)
        for entry in place.in_country("organisations", country)
        for relation in entry.record.authority_relations or ()
        if _bodies(place, relation, kind)
    ]
    return sorted(found, key=lambda pair: _when(pair[1]), reverse=True)


def _bodies(place: Place, relation: Relation, kind: str) -> list[Entry[Any]]:
    bodies = [place.public.authorities[key] for key in relation.authorities or ()]
    return [body for body in bodies if body.record.kind == kind]


def _when(relation: Relation) -> str:
    return relation.year or relation.since or relation.until or ""


def _row(place: Place, entry: Entry[Any], relation: Relation, kind: str) -> dict[str, Any]:
    when = _when(relation)
    return {
        "organisation": place.link(entry),
        "bodies": [place.link(body) for body in _bodies(place, relation, kind)],
        "when": date(when, place.lang) if when else "",
        "summary": place.text(relation.summary),
    }
