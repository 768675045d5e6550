"""A training module's page."""

from __future__ import annotations

from ...model import Module
from ...register import Entry
from .common import Context, Writer, number
from .grounds import texts
from .links import View, named

SECTIONS = ("summary", "module_objectives", "outline", "exercises", "module_materials", "used_in")


def module(entry: Entry[Module], context: Context) -> View:
    """What the template of a module prints."""
    record = entry.record
    writer = Writer(context, entry, record.sources or {})
    total = sum(unit.minutes for unit in record.outline)
    used = [
        context.links.to["events"][it.key]
        for it in context.links.ordered["events"]
        if entry.key in (it.record.modules or ())
    ]
    view: View = {
        "summary": writer.text(record.summary),
        "module_objectives": texts(record.objectives, writer),
        "outline": [
            {"minutes": number(it.minutes, context.lang), "title": writer.text(it.title)}
            for it in record.outline
        ],
        "exercises": texts(record.exercises, writer),
        "module_materials": texts(record.materials, writer),
        "assessment": writer.text(record.assessment),
        "used_in": used,
    }
    facts = [
        writer.fact("audience", context.terms("audiences", record.audience)),
        writer.fact("builds", context.terms("capacity-areas", record.builds)),
        writer.fact("strengthens", context.terms("assessment-areas", record.strengthens)),
        writer.fact("duration", [{"text": number(total, context.lang)}]),
    ]
    view |= writer.head(named(record.titles, context.lang), facts)
    view["contents"] = [{"id": it, "text": context.words[it]} for it in SECTIONS if view[it]]
    return view
