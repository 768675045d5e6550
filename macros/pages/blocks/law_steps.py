"""What an organisation may do today, step by step, and what no source answers."""

from __future__ import annotations

from typing import Any

from ...model.vocabulary import TermEntry
from ...provisions import Placed, provisions
from ...text import pick
from ...words import words
from .common import Place
from .law import SHOWN, row


def law_steps(place: Place, country: str) -> str:
    """Each step with its questions, and the provisions that answer them."""
    steps = _steps(place, country)
    return place.block("law-steps", steps=steps, words=words("law", place.lang))


def law_questions(place: Place, country: str) -> str:
    """The questions that no provision of a law that applies answers."""
    steps = [
        step | {"questions": unanswered}
        for step in _steps(place, country)
        if (unanswered := [it for it in step["questions"] if not it["rows"]])
    ]
    said = words("law", place.lang)
    lead = said["open_lead"].format(country=place.country(country))
    return place.block("law-questions", steps=steps, lead=lead, words=said)


def _steps(place: Place, country: str) -> list[dict[str, Any]]:
    vocabulary = place.public.vocabularies.get("legal-steps")
    terms = vocabulary.record.terms if vocabulary else {}
    found = [it for it in provisions(place.public, country) if it.standing in SHOWN]
    return [
        {
            "key": key,
            "label": pick(term.labels, place.lang),
            "about": pick(term.definition, place.lang),
            "concerns": _concerns(place, term),
            "questions": _questions(place, key, terms, found),
        }
        for key, term in terms.items()
        if not term.broader
    ]


def _questions(
    place: Place, step: str, terms: dict[str, TermEntry], found: list[Placed]
) -> list[dict[str, Any]]:
    return [
        {
            "key": key,
            "label": pick(term.labels, place.lang),
            "question": pick(term.definition, place.lang),
            "rows": [row(place, it) for it in found if key in (it.provision.steps or ())],
        }
        for key, term in terms.items()
        if term.broader == step
    ]


def _concerns(place: Place, term: TermEntry) -> list[dict[str, str]]:
    """Ways to the comparison's lists on the same concerns."""
    return [
        {
            "label": place.label("concerns", it),
            "href": f"{place.base}legislation/compare/#{it}",
        }
        for it in (term.draws_on.concerns if term.draws_on else None) or ()
    ]
