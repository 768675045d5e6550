"""An organisation's page: its facts, each with its sources, and what is not known of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model import Organisation
from ...model.organisation import Founding, Project, Registration, Relation, Status
from ...publication import CONTACT_FIELDS, PLACE_FIELDS
from ...register import Entry
from .common import Context, Writer
from .links import UP, View, named
from .linked_data import linked_data
from .organisation_facts import facts, founded_range

SECTIONS = (
    "activities", "services", "founding", "status_history", "legal", "figures", "sponsors", "projects",
    "achievements", "authority_relations", "capacities", "network", "takes_part", "unknown",
    "problems", "sources",
)  # fmt: skip
"""The sections of the page in their order, by the names of their words."""

COUNTED = ("members", "staff", "volunteers", "branches", "people_reached")

ASKED = (
    "founded", "legal_form", "registrations", "scope", "website", "contact", "languages", "services",
    "activities", *COUNTED, "sponsors", "projects", "achievements", "authority_relations", "capacities",
)  # fmt: skip
"""The fields that a reader looks for; those without a value are listed as not known."""


def organisation(entry: Entry[Organisation], context: Context) -> View:
    """What the template of an organisation prints."""
    record = entry.record
    writer = Writer(context, entry, record.sources)
    title = named(record.names, context.lang)
    view: View = {
        "acronym": record.acronym,
        "also_known_as": record.also_known_as or [],
        "exposure": record.publication.exposure,
        "states": [_state(it, writer) for it in current(record.status)],
        "is_umbrella": bool(record.is_umbrella),
        **_sections(record, writer),
        "linked_data": linked_data(entry, context),
    }
    view |= writer.head(title, facts(entry, writer))
    view["contents"] = [{"id": it, "text": context.words[it]} for it in SECTIONS if view[it]]
    return view


def _sections(record: Organisation, writer: Writer) -> View:
    """The sections of the page; those with nothing to say are empty."""
    history = record.status
    return {
        "activities": [writer.text(it) for it in record.activities or ()],
        "activities_rest_on": writer.rests("activities"),
        "services": _services(record, writer.context),
        "services_rest_on": writer.rests("services"),
        "founding": _founding(record.founded or [], writer),
        "status_history": [_state(it, writer) for it in history] if len(history) > len(current(history)) else [],
        "legal": _legal(record, writer),
        "figures": list(_figures(record, writer)),
        "sponsors": _sponsors(record, writer),
        "projects": [_project(it, writer) for it in record.projects or ()],
        "achievements": _achievements(record, writer),
        "authority_relations": _relations(record.authority_relations or [], writer),
        "capacities": _capacities(record, writer),
        "network": _network(record, writer),
        "takes_part": _takes_part(writer),
        "unknown": _unknown(record, writer.context),
        "problems": _problems(writer),
    }


def current(history: list[Status]) -> list[Status]:
    """Where the history has come to: its newest step, for each area that has one of its own."""
    ordered = sorted(history, key=lambda step: step.as_of or "")
    return list({step.area: step for step in ordered}.values())


def _state(step: Status, writer: Writer) -> View:
    context = writer.context
    successor = context.links.to["organisations"].get(step.successor or "")
    return {
        "value": step.value,
        "label": context.term("statuses", step.value),
        "when": writer.as_of(step.as_of),
        "area": context.areas[writer.entry.country].get(step.area or "", ""),
        "successor": successor,
        "note": writer.text(step.note),
        "refs": writer.cite(step.source, "status"),
    }


def _services(record: Organisation, context: Context) -> list[View]:
    terms = context.public.vocabularies["services"].record.terms
    return [
        {"label": context.term("services", term), "definition": named(terms[term].definition, context.lang)}
        for term in record.services or ()
    ]


def _founding(claims: list[Founding], writer: Writer) -> View:
    """Every claim once, with all its sources; whether claims about one event give different years."""
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


def _legal(record: Organisation, writer: Writer) -> View:
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


def _figures(record: Organisation, writer: Writer) -> Iterator[View]:
    for name in COUNTED:
        if figures := getattr(record, name):
            by_date: dict[str | None, set[str]] = {}
            for figure in figures:
                by_date.setdefault(figure.as_of, set()).add(str(figure.value))
            yield {
                "label": writer.context.words[name],
                "values": [writer.figure(figure, name) for figure in figures],
                "disagree": any(len(values) > 1 for values in by_date.values()),
            }


def _sponsors(record: Organisation, writer: Writer) -> list[View]:
    return [
        {
            "name": it.name,
            "kind": writer.context.term("sponsor-kinds", it.kind) if it.kind else "",
            "period": it.period,
            "refs": writer.cite(it.source, "sponsors"),
        }
        for it in record.sponsors or ()
    ]


def _project(it: Project, writer: Writer) -> View:
    context = writer.context
    return {
        "title": it.title,
        "when": context.period(it.start, it.end, it.year),
        "status": context.term("project-statuses", it.status) if it.status else "",
        "themes": context.themes(it.themes),
        "partners": it.partners or [],
        "sponsors": it.sponsors or [],
        "summary": writer.text(it.summary),
        "results": writer.text(it.results),
        "refs": writer.cite(it.source, "projects"),
    }


def _achievements(record: Organisation, writer: Writer) -> list[View]:
    return [
        {
            "text": writer.text(it.summary),
            "when": writer.context.date(it.year),
            "themes": writer.context.themes(it.themes),
            "refs": writer.cite(it.source, "achievements"),
        }
        for it in record.achievements or ()
    ]


def _relations(relations: list[Relation], writer: Writer) -> list[View]:
    """Relations by the stance that their kind stands for; at the end those of kinds without one."""
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
        "named": context.links.new_name(it),
        "when": context.period(it.since, it.until, it.year),
        "text": writer.text(it.summary),
        "refs": writer.cite(it.source, "authority_relations"),
    }


def _capacities(record: Organisation, writer: Writer) -> list[View]:
    return [
        {
            "label": writer.context.term("capacity-areas", it.area),
            "text": writer.text(it.summary),
            "refs": writer.cite(it.source, "capacities"),
        }
        for it in record.capacities or ()
    ]


def _network(record: Organisation, writer: Writer) -> View:
    links = writer.context.links
    above = [links.to["organisations"][key] for key in record.member_of or ()]
    below = links.members.get(writer.entry.key, [])
    if not (above or below):
        return {}
    return {"above": above, "below": below, "refs": writer.rests("member_of") if above else []}


def _takes_part(writer: Writer) -> list[View]:
    context = writer.context
    return [
        {
            **context.links.to["mechanisms"][it.key],
            "about": context.term("mechanism-kinds", it.record.kind),
        }
        for it in context.links.taking_part.get(writer.entry.key, ())
    ]


def _unknown(record: Organisation, context: Context) -> list[str]:
    """Words for the fields without a value; what is withheld is not said to be unknown."""
    exposure = record.publication.exposure
    if exposure == "name-only":
        return []
    hidden = () if exposure == "full" else CONTACT_FIELDS
    hidden += PLACE_FIELDS if exposure == "region-only" else ()
    missing = [] if record.city or record.region or "city" in hidden else [context.words["place"]]
    return missing + [
        context.words[name] for name in ASKED if name not in hidden and not getattr(record, name)
    ]


def _problems(writer: Writer) -> list[View]:
    """The published warnings about the record, each said once."""
    context = writer.context
    problems = context.public.problems.get(writer.entry.path, ())
    found = dict.fromkeys((it.code, it.message(context.lang)) for it in problems)
    return [{"text": message, "href": f"{UP}about/problems/#{code}"} for code, message in found]
