"""An instrument's page: what it says on cooperation, as far as it was read."""

from __future__ import annotations

from ...model import Instrument
from ...register import Entry
from .common import Context, Writer
from .links import View, named
from .practice import statements

SECTIONS = ("says_on_cooperation", "practices", "practice_findings", "sources")


def instrument(entry: Entry[Instrument], context: Context) -> View:
    """What the template of an instrument prints."""
    record, to = entry.record, context.links.to
    writer = Writer(context, entry, record.sources)
    resting = context.links.examples[f"instruments/{entry.key}"]
    terms = context.public.vocabularies["reading-extents"].record.terms
    view: View = {
        "says_on_cooperation": statements(record.says_on_cooperation, writer),
        "extent": named(terms[record.seen].definition, context.lang),
        "practices": [to["practices"][key] for key in record.practices or ()],
        "practice_findings": [to["findings"][it.key] for it in resting],
    }
    view |= writer.head(named(record.names, context.lang), _facts(entry, writer))
    view["contents"] = [{"id": it, "text": context.words[it]} for it in SECTIONS if view[it]]
    return view


def _facts(entry: Entry[Instrument], writer: Writer) -> list[View]:
    record, context, fact = entry.record, writer.context, writer.fact
    body = writer.text(record.body)
    year = [{"text": context.date(record.year)}] if record.year else []
    number = [{"text": record.number, "ltr": True}] if record.number else []
    return [
        fact("issued_by", [body] if body else []),
        fact("year", year),
        fact("official_number", number),
        fact("kind", context.terms("instrument-kinds", [record.kind])),
        fact("read", context.terms("reading-extents", [record.seen])),
    ]
