"""What sources say of an organisation: its founding, form, figures, work and relations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model import Organisation
from ...model.organisation import Founding, Project, Registration, Relation
from ...model.questionnaire import every
from .common import Writer
from .links import View
from .organisation_facts import founded_range

COUNTED = ("members", "staff", "volunteers", "branches", "people_reached")


def founding(claims: list[Founding], writer: Writer) -> View:
    """Every claim once, with all its sources, and whether they disagree about an event."""
    merged: dict[tuple[Any, ...], View] = {}
    for claim in claims:
        identity = (claim.value, claim.event, claim.certainty, str(claim.note))
        line = merged.setdefault(identity, _claim(claim, writer))
        line["refs"] = sorted({*line["refs"], *writer.cite(claim.source, "founded")})
    if not claims:
        return {}
    return {"claims": list(merged.values()), "disagree": founded_range(claims).disagree}


def _claim(claim: Founding, writer: Writer) -> View:
    context = writer.context
    return {
        "when": context.date(claim.value),
        "event": context.term("founding-events", claim.event),
        "certainty": context.term("certainties", claim.certainty),
        "note": writer.text(claim.note),
        "refs": [],
    }


def legal(record: Organisation, writer: Writer) -> View:
    """The legal form, every registration, and whether it is of public utility."""
    utility, context = record.public_utility, writer.context
    if not (record.legal_form or record.legal_form_note or record.registrations or utility):
        return {}
    recognised = context.words["recognised" if utility and utility.value else "not_recognised"]
    return {
        "form": context.term("legal-forms", record.legal_form) if record.legal_form else "",
        "note": writer.text(record.legal_form_note),
        "refs": writer.rests("legal_form"),
        "registrations": [_registration(it, writer) for it in record.registrations or ()],
        "utility": utility and {
            "label": recognised,
            "when": writer.as_of(utility.as_of),
            "note": writer.text(utility.note),
            "refs": writer.cite(utility.source, "public_utility"),
        },
    }  # fmt: skip


def _registration(it: Registration, writer: Writer) -> View:
    context = writer.context
    return {
        "number": it.number,
        "register": it.register_code,
        "authority": context.links.to["authorities"].get(it.authority or ""),
        "area": context.areas[writer.entry.country].get(it.area or "", ""),
        "when": context.date(it.as_of),
        "note": writer.text(it.note),
        "refs": writer.cite(it.source, "registrations"),
    }


def figures(record: Organisation, writer: Writer) -> Iterator[View]:
    """Quantities by what they count; values for one date that differ are in disagreement."""
    for name in COUNTED:
        if values := getattr(record, name):
            by_date: dict[str | None, set[str]] = {}
            for figure in values:
                by_date.setdefault(figure.as_of, set()).add(str(figure.value))
            yield {
                "label": writer.context.words[name],
                "values": [writer.figure(figure, name) for figure in values],
                "disagree": any(len(said) > 1 for said in by_date.values()),
            }


def sponsors(record: Organisation, writer: Writer) -> list[View]:
    """Who supports it."""
    return [
        {
            "name": writer.name(it.name),
            "kind": writer.context.term("sponsor-kinds", it.kind) if it.kind else "",
            "period": it.period,
            "refs": writer.cite(it.source, "sponsors"),
        }
        for it in record.sponsors or ()
    ]


def project(it: Project, writer: Writer) -> View:
    """A project or publication."""
    context = writer.context
    return {
        "title": writer.text(it.title),
        "when": context.period(it.start, it.end, it.year),
        "status": context.term("project-statuses", it.status) if it.status else "",
        "themes": context.themes(it.themes),
        "partners": [writer.name(name) for name in it.partners or ()],
        "sponsors": [writer.name(name) for name in it.sponsors or ()],
        "summary": writer.text(it.summary),
        "results": writer.text(it.results),
        "refs": writer.cite(it.source, "projects"),
    }


def achievements(record: Organisation, writer: Writer) -> list[View]:
    """Results that sources credit to it."""
    return [
        {
            "text": writer.text(it.summary),
            "when": writer.context.date(it.year),
            "themes": writer.context.themes(it.themes),
            "refs": writer.cite(it.source, "achievements"),
        }
        for it in record.achievements or ()
    ]


def relations(relations: list[Relation], writer: Writer) -> list[View]:
    """Relations by the stance that their kind stands for; at the end those of kinds without one."""
    if not relations:
        return []
    context = writer.context
    kinds = context.public.vocabularies["relation-kinds"].record.terms
    stances: dict[str, list[View]] = {stance: [] for stance in (*context.labels["stances"], "")}
    for it in relations:
        stances[(kinds[it.kind].attributes or {}).get("stance", "")].append(_relation(it, writer))
    return [
        {"title": context.labels["stances"].get(stance, ""), "items": items}
        for stance, items in stances.items()
        if items
    ]


def _relation(it: Relation, writer: Writer) -> View:
    """A contact with authorities, with links to them."""
    context = writer.context
    to = context.links.to["authorities"]
    return {
        "kind": context.term("relation-kinds", it.kind),
        "authorities": [to[key] for key in it.authorities or ()],
        "named": writer.text(context.links.new_name(it)),
        "when": context.period(it.since, it.until, it.year),
        "text": writer.text(it.summary),
        "refs": writer.cite(it.source, "authority_relations"),
    }


def capacities(record: Organisation, writer: Writer) -> list[View]:
    """What it is able to do."""
    return [
        {
            "label": writer.context.term("capacity-areas", it.area),
            "text": writer.text(it.summary),
            "refs": writer.cite(it.source, "capacities"),
        }
        for it in record.capacities or ()
    ]


def assessments(record: Organisation, writer: Writer) -> list[View]:
    """What it answered to the statements on capacities, each set with its date and source."""
    if not record.assessments:
        return []
    statements = {
        it.item.id: it.item.text
        for entry in writer.context.public.questionnaire.values()
        for it in every(entry.record)
        if it.item.type == "statement"
    }
    return [
        {
            "when": writer.as_of(given.as_of),
            "refs": writer.cite(given.source, "assessments"),
            "answers": [
                {
                    "statement": writer.text(statements.get(it.statement)),
                    "id": it.statement,
                    "value": writer.context.term("answers", it.value),
                    "evidence": writer.text(it.evidence),
                }
                for it in given.answers
            ],
        }
        for given in record.assessments
    ]


def needs(record: Organisation, writer: Writer) -> list[View]:
    """What it says it needs."""
    return [
        {
            "label": writer.context.term("need-kinds", it.kind),
            "themes": writer.context.themes(it.themes),
            "text": writer.text(it.summary),
            "refs": writer.cite(it.source, "needs"),
        }
        for it in record.needs or ()
    ]


def obstacles(record: Organisation, writer: Writer) -> list[View]:
    """Legal obstacles that it says it met."""
    laws = writer.context.links.to["legislation"]
    return [
        {
            "label": writer.context.term("concerns", it.concerns),
            "law": laws.get(it.law or ""),
            "when": writer.context.date(it.year),
            "text": writer.text(it.summary),
            "refs": writer.cite(it.source, "legal_obstacles"),
        }
        for it in record.legal_obstacles or ()
    ]
