"""Numbers of the register inside a sentence, counted when the page is built."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ...register import Entry
from ...text import number
from .common import Place

Test = Callable[[Entry[Any], str], bool]


def _has(name: str) -> Test:
    """Whether a term is among those of a field that may hold one or several."""

    def test(entry: Entry[Any], term: str) -> bool:
        value = getattr(entry.record, name, None)
        return term in value if isinstance(value, list) else value == term

    return test


TESTS: dict[str, Test] = {
    "country": lambda entry, code: entry.country == code,
    "theme": _has("themes"),
    "service": _has("services"),
    "crime": _has("crime_topics"),
    "form": _has("form"),
    "kind": _has("kind"),
    "strength": _has("results_strength"),
    "claim": _has("strength"),
    "seen": _has("seen"),
}
"""Conditions by name: whether a record fulfils them for a value."""


def count(place: Place, records: str, **conditions: str) -> str:
    """How many records of a kind fulfil all conditions, in the signs of the page's language.

    `linked_to` asks for organisations with a recorded relation to a body of a kind, such as
    `prosecution`; `strength` also counts narrower terms.
    """
    linked = conditions.pop("linked_to", "")
    strength = conditions.pop("strength", "")
    chosen = [
        entry
        for entry in place.public.of(records).values()
        if all(TESTS[name](entry, value) for name, value in conditions.items())
        and (not linked or _is_linked(place, entry, linked))
        and (not strength or strength in _strengths(place, entry))
    ]
    return number(len(chosen), place.lang)


def _is_linked(place: Place, entry: Entry[Any], kind: str) -> bool:
    bodies = place.public.authorities
    keys = [key for it in entry.record.authority_relations or () for key in it.authorities or ()]
    return any(bodies[key].record.kind == kind for key in keys)


def _strengths(place: Place, entry: Entry[Any]) -> list[str | None]:
    term = entry.record.results_strength
    return [term, place.public.vocabularies["result-strengths"].record.terms[term].broader]
