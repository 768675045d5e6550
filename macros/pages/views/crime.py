"""The scope for a type of crime: what each side brings, limits, practices, who works on it."""

from __future__ import annotations

from ...model import Crime
from ...register import Entry
from .common import Context, Writer
from .links import UP, View, named
from .practice import statements

SECTIONS = ("cso_contributes", "prosecution_offers", "cautions", "practices", "sources")


def crime(entry: Entry[Crime], context: Context) -> View:
    """What the template of a type of crime prints."""
    record = entry.record
    writer = Writer(context, entry, record.sources)
    view: View = {
        "cso_contributes": [writer.text(it) for it in record.cso_contributes],
        "prosecution_offers": [writer.text(it) for it in record.prosecution_offers],
        "cautions": statements(record.cautions, writer),
        "practices": _practices(record.topic, context),
        "theme": _theme(record.topic, context),
    }
    view |= writer.head(named(record.names, context.lang), [])
    view["contents"] = []
    return view


def _practices(topic: str, context: Context) -> list[View]:
    """Practices on this type of crime, each with its form and the strength of its results."""
    to = context.links.to["practices"]
    return [
        {
            **to[it.key],
            "form": context.term("cooperation-forms", it.record.form),
            "strength": context.term("result-strengths", it.record.results_strength),
        }
        for it in context.links.ordered["practices"]
        if topic in it.record.crime_topics
    ]


def _theme(topic: str, context: Context) -> View | None:
    """The theme of organisations with the same key, where there is one."""
    label = context.labels["themes"].get(topic)
    return {"text": label, "href": f"{UP}themes/{topic}/"} if label else None
