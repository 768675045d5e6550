"""Records that meet conditions: their number inside a sentence, and a list to open."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import urlencode

from ...derived import evidence_level, latest_status
from ...model.faults import near
from ...publication import PublicRegister
from ...register import Entry
from ...text import number
from ...words import words
from .citations import inline
from .common import Place

Values = Callable[[PublicRegister, Entry[Any]], Iterable[str | None]]
"""The values that a record has for a condition."""


def _kinds_met(public: PublicRegister, entry: Entry[Any]) -> set[str | None]:
    """Kinds of the official bodies that an organisation has a recorded relation with."""
    relations = entry.record.authority_relations or ()
    return {public.authorities[key].record.kind for it in relations for key in it.authorities or ()}


def _kinds_taking_part(public: PublicRegister, entry: Entry[Any]) -> set[str | None]:
    return {public.authorities[key].record.kind for key in entry.record.authorities or ()}


def _strengths(public: PublicRegister, entry: Entry[Any]) -> list[str | None]:
    """The strength of a practice's results, and the broader term that it falls under."""
    term = entry.record.results_strength
    return [term, public.vocabularies["result-strengths"].record.terms[term].broader]


CONDITIONS: dict[str, dict[str, tuple[str, Values]]] = {
    "organisations": {
        "theme": ("themes", lambda _, it: it.record.themes),
        "service": ("services", lambda _, it: it.record.services or ()),
        "status": ("statuses", lambda _, it: [latest_status(it)]),
        "evidence": ("evidence-levels", lambda _, it: [evidence_level(it)]),
        "scope": ("scopes", lambda _, it: [it.record.scope]),
        "form": ("legal-forms", lambda _, it: [it.record.legal_form]),
        "capacity": ("capacity-areas", lambda _, it: [c.area for c in it.record.capacities or ()]),
        "relation": (
            "relation-kinds",
            lambda _, it: [r.kind for r in it.record.authority_relations or ()],
        ),
        "linked_to": ("authority-kinds", _kinds_met),
    },
    "mechanisms": {
        "kind": ("mechanism-kinds", lambda _, it: [it.record.kind]),
        "status": ("mechanism-statuses", lambda _, it: [it.record.status]),
        "topic": ("themes", lambda _, it: it.record.crime_topics or ()),
        "linked_to": ("authority-kinds", _kinds_taking_part),
    },
    "legislation": {
        "subject": ("law-subjects", lambda _, it: [it.record.subject]),
        "effect": ("effects", lambda _, it: [p.effect for p in it.record.provisions or ()]),
        "concern": ("concerns", lambda _, it: [p.concerns for p in it.record.provisions or ()]),
    },
    "practices": {
        "form": ("cooperation-forms", lambda _, it: [it.record.form]),
        "strength": ("result-strengths", lambda public, it: _strengths(public, it)),
    },
    "instruments": {},
    "authorities": {
        "kind": ("authority-kinds", lambda _, it: [it.record.kind]),
        "level": ("levels", lambda _, it: [it.record.level]),
    },
}
"""By kind of record: the conditions it can be chosen by, each with the list its values are from."""

COUNTRY: dict[str, tuple[str, Values]] = {"country": ("countries", lambda _, it: [it.country])}
"""The condition that all kinds share."""

FILTERS = ("country", "theme", "service", "status", "evidence")
"""Conditions that the directory can filter by too."""


def select(place: Place, kind: str, conditions: dict[str, str]) -> list[Entry[Any]]:
    """Records of a kind that meet every condition, by name; `country` may be one of them.

    Raises:
        ValueError: the kind has no such condition, or its vocabulary no such term.
    """
    tests = [(_condition(place, kind, name, term), term) for name, term in conditions.items()]
    return place.sorted(
        entry
        for entry in place.public.of(kind).values()
        if all(term in values(place.public, entry) for values, term in tests)
    )


def _condition(place: Place, kind: str, name: str, term: str) -> Values:
    known = COUNTRY | CONDITIONS[kind]
    if name not in known:
        raise ValueError(f'{kind} cannot be chosen by "{name}"{_hint(name, list(known))}')
    group, values = known[name]
    terms = _allowed(place.public, group)
    if term not in terms:
        raise ValueError(f'"{term}" is not among {group}{_hint(term, terms)}')
    return values


def _allowed(public: PublicRegister, group: str) -> list[str]:
    return list(
        public.vocabularies[group].record.terms
        if group in public.vocabularies
        else public.of(group)
    )


def _hint(value: str, allowed: list[str]) -> str:
    found = near(value, allowed).get("suggestion", "")
    return f", did you mean {found}?" if found else ""


def count(place: Place, kind: str, conditions: dict[str, str]) -> str:
    """How many records meet the conditions; a link where the directory can show them."""
    n_records = len(select(place, kind, conditions))
    linked = kind == "organisations" and set(conditions) <= set(FILTERS)
    query = urlencode(conditions)
    return inline(
        place,
        "count",
        number=number(n_records, place.lang),
        href=f"{place.base}organisations/?{query}" if linked else "",
    )


def listed(place: Place, title: str, kind: str, conditions: dict[str, str]) -> str:
    """The records that meet the conditions, in a list that opens; its title tells their number."""
    links = [place.link(entry) for entry in select(place, kind, conditions)]
    return place.block(
        "listed",
        title=title,
        number=number(len(links), place.lang),
        links=links,
        words=words("blocks", place.lang),
    )
