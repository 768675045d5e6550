"""An organisation's page: its facts, each with its sources, and what is not known of it."""

from __future__ import annotations

from ...model import Organisation
from ...model.organisation import Status
from ...publication import CONTACT_FIELDS, PLACE_FIELDS
from ...register import Entry
from .common import Context, Writer
from .linked_data import linked_data
from .links import UP, View, named
from .organisation_facts import facts
from .organisation_sections import (
    COUNTED,
    achievements,
    assessments,
    capacities,
    figures,
    founding,
    legal,
    needs,
    obstacles,
    project,
    relations,
    sponsors,
)

SECTIONS = (
    "activities", "services", "founding", "status_history", "legal", "figures", "sponsors",
    "projects", "achievements", "authority_relations", "capacities", "assessments", "needs",
    "legal_obstacles", "network", "takes_part",
    "unknown", "problems", "sources",
)  # fmt: skip
"""The sections of the page in their order, by the names of their words."""

ASKED = (
    "founded", "legal_form", "registrations", "scope", "website", "contact", "languages",
    "services", "activities", *COUNTED, "sponsors", "projects", "achievements",
    "authority_relations", "capacities",
)  # fmt: skip
"""The fields that a reader looks for; those without a value are listed as not known."""


def organisation(entry: Entry[Organisation], context: Context) -> View:
    """What the template of an organisation prints."""
    record = entry.record
    writer = Writer(context, entry, record.sources)
    title = named(record.names, context.lang)
    view: View = {
        "acronym": record.acronym,
        "also_known_as": [writer.name(it) for it in record.also_known_as or ()],
        "exposure": record.publication.exposure,
        "states": [_state(it, writer) for it in current(record.status)],
        "is_umbrella": bool(record.is_umbrella),
        **_sections(record, writer),
        "linked_data": linked_data(entry, context),
    }
    view |= writer.head(title, facts(entry, writer))
    view["contents"] = [{"id": it, "text": context.words[it]} for it in SECTIONS if view[it]]
    return view


def states(entry: Entry[Organisation], context: Context) -> list[View]:
    """The `states` of its view alone."""
    writer = Writer(context, entry, entry.record.sources)
    return [_state(it, writer) for it in current(entry.record.status)]


def _sections(record: Organisation, writer: Writer) -> View:
    """The sections of the page; those with nothing to say are empty."""
    return {
        "activities": [writer.text(it) for it in record.activities or ()],
        "activities_rest_on": writer.rests("activities"),
        "services": _services(record, writer.context),
        "services_rest_on": writer.rests("services"),
        "founding": founding(record.founded or [], writer),
        "status_history": _history(record.status, writer),
        "legal": legal(record, writer),
        "figures": list(figures(record, writer)),
        "sponsors": sponsors(record, writer),
        "projects": [project(it, writer) for it in record.projects or ()],
        "achievements": achievements(record, writer),
        "authority_relations": relations(record.authority_relations or [], writer),
        "capacities": capacities(record, writer),
        "assessments": assessments(record, writer),
        "needs": needs(record, writer),
        "legal_obstacles": obstacles(record, writer),
        "network": _network(record, writer),
        "takes_part": _takes_part(writer),
        "unknown": _unknown(record, writer.context),
        "problems": _problems(writer),
    }


def current(history: list[Status]) -> list[Status]:
    """Where the history has come to: its newest step, for each area that has one of its own."""
    ordered = sorted(history, key=lambda step: step.as_of or "")
    return list({step.area: step for step in ordered}.values())


def _history(history: list[Status], writer: Writer) -> list[View]:
    """Every step, unless the head of the page says it all."""
    says_more = any(step.note or step.successor for step in history)
    if not says_more and len(history) == len(current(history)):
        return []
    return [_state(step, writer) for step in history]


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
        {
            "label": context.term("services", term),
            "definition": named(terms[term].definition, context.lang),
        }
        for term in record.services or ()
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
    hidden: tuple[str, ...] = () if exposure == "full" else CONTACT_FIELDS
    hidden += PLACE_FIELDS if exposure == "region-only" else ()
    placed = record.city or record.region or record.region_note or "city" in hidden
    missing = [] if placed else [context.words["place"]]
    return missing + [
        context.words[name] for name in ASKED if name not in hidden and not getattr(record, name)
    ]


def _problems(writer: Writer) -> list[View]:
    """The published warnings about the record, each said once."""
    context = writer.context
    problems = context.public.problems.get(writer.entry.path, ())
    found = dict.fromkeys((it.code, it.message(context.lang)) for it in problems)
    return [{"text": message, "href": f"{UP}about/problems/#{code}"} for code, message in found]
