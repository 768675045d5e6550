"""Evidence on cooperation: practices with filters, texts, benefits, safeguards, types of crime."""

from __future__ import annotations

from typing import Any

from ...register import Entry
from ...text import date, number
from ...words import words
from .common import Place

FILTERS = {"form": "cooperation-forms", "crime": "crime-topics", "strength": "result-strengths"}
"""Filters of the list of practices, and the vocabulary of each."""


def practices(place: Place) -> str:
    """Every practice by form of cooperation, and what the page's script needs to filter them."""
    entries = place.sorted(place.public.practices.values())
    forms = place.public.vocabularies["cooperation-forms"].record.terms
    groups = [
        {
            "key": form,
            "label": place.label("cooperation-forms", form),
            "definition": place.text(term.definition),
            "rows": [_practice(place, it) for it in entries if it.record.form == form],
        }
        for form, term in forms.items()
    ]
    return place.block(
        "practices",
        groups=[group for group in groups if group["rows"]],
        filters=_filters(place, [_practice(place, it) for it in entries]),
        total=number(len(entries), place.lang),
        words=words("evidence", place.lang),
        root=place.root,
    )


def _filters(place: Place, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The choices of each filter that at least one practice has, in the vocabulary's order."""
    found = []
    for name, vocabulary in FILTERS.items():
        used = {term for row in rows for term in row[name].split()}
        terms = [key for key in place.public.vocabularies[vocabulary].record.terms if key in used]
        found.append({"name": name, "choices": [(it, place.label(vocabulary, it)) for it in terms]})
    return found


def _practice(place: Place, entry: Entry[Any]) -> dict[str, Any]:
    record = entry.record
    strength = record.results_strength
    group = place.public.vocabularies["result-strengths"].record.terms[strength].broader or strength
    return place.link(entry) | {
        "country": place.text(record.country),
        "since": date(record.since, place.lang) if record.since else "",
        "how": place.text(record.how_it_works),
        "form": record.form,
        "crime": " ".join(record.crime_topics),
        "crimes": [place.label("crime-topics", it) for it in record.crime_topics],
        "strength": group,
        "strength_label": place.label("result-strengths", group),
        "exact": place.label("result-strengths", strength) if strength != group else "",
    }


def instruments(place: Place) -> str:
    """Every international text by how far it binds, with how much of it was read."""
    entries = sorted(place.public.instruments.values(), key=lambda it: it.record.year or "9999")
    kinds = place.public.vocabularies["instrument-kinds"].record.terms
    groups = [
        {
            "label": place.label("instrument-kinds", kind),
            "definition": place.text(term.definition),
            "rows": [_instrument(place, it) for it in entries if it.record.kind == kind],
        }
        for kind, term in kinds.items()
    ]
    return place.block("instruments", groups=groups, words=words("evidence", place.lang))


def _instrument(place: Place, entry: Entry[Any]) -> dict[str, Any]:
    record = entry.record
    return place.link(entry) | {
        "body": place.text(record.body),
        "year": record.year or "",
        "read": place.label("reading-extents", record.seen),
    }


def benefits(place: Place) -> str:
    """Every benefit by how well it is established, with who gains and the practices behind it."""
    entries = [it for it in place.public.findings.values() if it.record.kind == "benefit"]
    groups = [
        {
            "label": place.label("claim-strengths", strength),
            "definition": place.text(term.definition),
            "rows": [_benefit(place, it) for it in entries if it.record.strength == strength],
        }
        for strength, term in place.public.vocabularies["claim-strengths"].record.terms.items()
    ]
    return place.block("benefits", groups=groups, words=words("evidence", place.lang))


def _benefit(place: Place, entry: Entry[Any]) -> dict[str, Any]:
    record, public = entry.record, place.public
    behind: list[Entry[Any]] = [public.practices[key] for key in record.practices or ()]
    behind += [public.instruments[key] for key in record.instruments or ()]
    return place.link(entry) | {
        "for_whom": place.label("parties", record.for_whom),
        "behind": [place.link(it) for it in behind],
    }


def safeguards(place: Place, topic: str) -> str:
    """The safeguards on a topic, each with a link to what it rests on."""
    entries = [it for it in place.public.findings.values() if it.record.topic == topic]
    rows = [place.link(it) | {"own": bool(it.record.own_remark)} for it in entries]
    return place.block("safeguards", rows=rows, words=words("evidence", place.lang))


def crime(place: Place, topic: str) -> str:
    """What each side brings against a type of crime, its limits, and who works on it here."""
    entry = place.public.crimes[topic]
    record = entry.record
    practices = [it for it in place.public.practices.values() if topic in it.record.crime_topics]
    return place.block(
        "crime",
        link=place.link(entry),
        contributes=[place.text(it) for it in record.cso_contributes],
        offers=[place.text(it) for it in record.prosecution_offers],
        cautions=[place.text(it.text) for it in record.cautions],
        practices=[place.link(it) for it in place.sorted(practices)],
        theme=_theme(place, topic),
        words=words("evidence", place.lang),
    )


def _theme(place: Place, topic: str) -> dict[str, Any] | None:
    """How many organisations of each country work on the theme of that name, if there is one."""
    if topic not in place.public.vocabularies["themes"].record.terms:
        return None
    counts = [
        {
            "country": place.country(code),
            "number": number(
                sum(topic in it.record.themes for it in place.in_country("organisations", code)),
                place.lang,
            ),
        }
        for code in place.public.countries
    ]
    return {
        "label": place.label("themes", topic),
        "href": f"{place.base}themes/{topic}/",
        "counts": counts,
    }
