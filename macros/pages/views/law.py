"""A law's page: where and when it applies, and what it means for contact."""

from __future__ import annotations

from ...derived import force_on
from ...model import Law
from ...model.law import Force, Provision
from ...register import Entry
from .common import Context, Writer
from .links import View, named

SECTIONS = (
    "in_force", "amended", "version_read", "provisions", "law_mechanisms", "same_subject",
    "sources",
)  # fmt: skip


def law(entry: Entry[Law], context: Context) -> View:
    """What the template of a law prints."""
    record, to = entry.record, context.links.to["legislation"]
    writer = Writer(context, entry, record.sources)
    same = context.links.on_subject[entry.country, record.subject]
    history = [_state(it, writer) for it in record.in_force or ()]
    states = [_state(it, writer) for it in force_on(record, context.public.today)]
    view: View = {
        "states": states,
        "in_force": history if history != states or any(it["note"] for it in history) else [],
        "amended": _amended(record, writer),
        "version_read": writer.text(record.version_read),
        "version_rests_on": writer.rests("version_read"),
        "provisions": _provisions(record.provisions or [], writer),
        "law_mechanisms": [
            context.links.to["mechanisms"][it.key] for it in context.links.resting[entry.key]
        ],
        "same_subject": [to[it.key] for it in same if it.key != entry.key],
    }
    view |= writer.head(named(record.titles, context.lang), _facts(entry, writer))
    view["contents"] = [{"id": it, "text": context.words[it]} for it in SECTIONS if view[it]]
    return view


def _state(it: Force, writer: Writer) -> View:
    context = writer.context
    return {
        "value": it.value,
        "label": context.term("force-states", it.value),
        "when": context.period(it.start, it.until),
        "area": context.areas[writer.entry.country].get(it.area or "", ""),
        "note": writer.text(it.note),
        "refs": writer.cite(it.source, "in_force"),
    }


def _amended(record: Law, writer: Writer) -> list[View]:
    """The law's changes; one of which neither date nor act is known says nothing."""
    changes = [it for it in record.amended or () if it.date or it.note]
    return [{"when": writer.context.date(it.date), "note": writer.text(it.note)} for it in changes]


def _facts(entry: Entry[Law], writer: Writer) -> list[View]:
    record, context, fact = entry.record, writer.context, writer.fact
    to = context.links.to["legislation"]
    number = [{"text": record.number, "ltr": True}] if record.number else []
    year = [{"text": context.date(record.year)}] if record.year else []
    return [
        fact("country", [context.countries[entry.country]]),
        fact("law_number", number, "number"),
        fact("year", year, "year"),
        fact("subject", context.terms("law-subjects", [record.subject]), "subject"),
        fact("replaces", [to[key] for key in record.replaces or ()], "replaces"),
        fact("replaced_by", [to[key] for key in record.replaced_by or ()], "replaced_by"),
    ]


def _provisions(provisions: list[Provision], writer: Writer) -> list[View]:
    """The provisions by effect; unlike the vocabulary, what hinders comes first."""
    context = writer.context
    groups: dict[str, list[View]] = {effect: [] for effect in reversed(context.labels["effects"])}
    for it in provisions:
        groups[it.effect].append(_provision(it, writer))
    return [
        {"value": effect, "title": context.term("effects", effect), "items": items}
        for effect, items in groups.items()
        if items
    ]


def _provision(it: Provision, writer: Writer) -> View:
    context = writer.context
    return {
        "article": context.say("article", number=it.article) if it.article else "",
        "concern": context.term("concerns", it.concerns),
        "steps": _steps(it, context),
        "text": writer.text(it.summary),
        "refs": writer.cite(it.source, "provisions"),
    }


def _steps(it: Provision, context: Context) -> str:
    """The questions of an organisation that it answers, each with the step it belongs to."""
    if not it.steps:
        return ""
    labels = context.labels["legal-steps"]
    broader = context.public.vocabularies["legal-steps"].record.terms
    named = [(broader[step].broader, step) for step in it.steps]
    parts = [f"{labels[step]} ({labels[head]})" if head else labels[step] for head, step in named]
    return context.say("steps", steps=context.words["comma"].join(parts))
