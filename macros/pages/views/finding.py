"""A finding's page: one sentence, how strong it is, and what it rests on."""

from __future__ import annotations

from ...model import Finding
from ...register import Entry
from .common import Context, Writer
from .links import View, named

SECTIONS = ("practices", "instruments", "sources")


def finding(entry: Entry[Finding], context: Context) -> View:
    """What the template of a finding prints."""
    record, to = entry.record, context.links.to
    writer = Writer(context, entry, record.sources)
    view: View = {
        "own": bool(record.own_remark),
        "definition": _definition(record, context),
        "practices": [to["practices"][key] for key in record.practices or ()],
        "instruments": [to["instruments"][key] for key in record.instruments or ()],
    }
    view |= writer.head(named(record.statement, context.lang), _facts(record, writer))
    view["contents"] = []
    return view


def _definition(record: Finding, context: Context) -> View | None:
    """What the strength of a benefit, or the topic of a safeguard, means."""
    for name, value in (("claim-strengths", record.strength), ("safeguard-topics", record.topic)):
        if value:
            terms = context.public.vocabularies[name].record.terms
            return named(terms[value].definition, context.lang)
    return None


def _facts(record: Finding, writer: Writer) -> list[View]:
    context, fact = writer.context, writer.fact
    return [
        fact("kind", context.terms("finding-kinds", [record.kind])),
        fact("claim_strength", _one("claim-strengths", record.strength, context)),
        fact("for_whom", _one("parties", record.for_whom, context)),
        fact("protects", _one("safeguard-topics", record.topic, context)),
    ]


def _one(vocabulary: str, term: str | None, context: Context) -> list[View]:
    return context.terms(vocabulary, [term] if term else [])
