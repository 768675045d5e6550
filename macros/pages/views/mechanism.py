"""A mechanism's page: who meets in it, and the part organisations have."""

from __future__ import annotations

from ...model import Mechanism
from ...model.mechanism import Rule
from ...register import Entry
from .common import Context, Writer
from .links import View, named

SECTIONS = ("summary", "cso_role", "mechanism_authorities", "participants", "sources")


def mechanism(entry: Entry[Mechanism], context: Context) -> View:
    """What the template of a mechanism prints."""
    record, to = entry.record, context.links.to
    writer = Writer(context, entry, record.sources)
    view: View = {
        "states": _states(record, context),
        "summary": writer.text(record.summary),
        "summary_rests_on": _rests(writer, "summary"),
        "cso_role": writer.text(record.cso_role),
        "role_rests_on": _rests(writer, "cso_role"),
        "mechanism_authorities": [to["authorities"][key] for key in record.authorities or ()],
        "also_named": [writer.text(it) for it in record.also_named or ()],
        "participants": [to["organisations"][key] for key in record.participants or ()],
    }
    view |= writer.head(named(record.names, context.lang), _facts(entry, writer))
    view["contents"] = [{"id": it, "text": context.words[it]} for it in SECTIONS if view[it]]
    return view


def _rests(writer: Writer, name: str) -> list[int]:
    """Sources that support a field, else all those that do not say what they support."""
    return writer.rests(name) or [
        writer.numbers[key] for key, source in writer.sources.items() if not source.supports
    ]


def _states(record: Mechanism, context: Context) -> list[View]:
    if not record.status:
        return []
    return [{"value": record.status, "label": context.term("mechanism-statuses", record.status)}]


def _rule(it: Rule, context: Context) -> View:
    """The link to a law that it rests on, with the article."""
    link = context.links.to["legislation"][it.law]
    article = context.say("article", number=it.article) if it.article else ""
    return link | {"text": f"{link['text']}{context.words['comma']}{article}"} if article else link


def _facts(entry: Entry[Mechanism], writer: Writer) -> list[View]:
    record, context, fact = entry.record, writer.context, writer.fact
    since = [{"text": context.date(record.since)}] if record.since else []
    return [
        fact("country", [context.countries[entry.country]]),
        fact("kind", context.terms("mechanism-kinds", [record.kind]), "kind"),
        fact("start", since, "since"),
        fact("rules", [_rule(it, context) for it in record.rules or ()]),
        fact("crime_topics", context.themes(record.crime_topics), "crime_topics"),
    ]
