"""A practice's page: what each side does, which results are known, and their limits."""

from __future__ import annotations

from typing import Any

from ...model import Practice
from ...model.evidence import Result, Statement
from ...register import Entry
from .common import Context, Writer, number
from .links import View, named

SECTIONS = (
    "how_it_works", "prosecution_role", "cso_role", "practice_results", "limits",
    "practice_findings", "practice_instruments", "sources",
)  # fmt: skip


def practice(entry: Entry[Practice], context: Context) -> View:
    """What the template of a practice prints."""
    record, to = entry.record, context.links.to
    writer = Writer(context, entry, record.sources)
    resting = context.links.examples[f"practices/{entry.key}"]
    view: View = {
        "how_it_works": _said(record.how_it_works, "how_it_works", writer),
        "prosecution_role": _said(record.prosecution_role, "prosecution_role", writer),
        "cso_role": _said(record.cso_role, "cso_role", writer),
        "practice_results": [_result(it, writer) for it in record.results or ()],
        "strength": strength(record.results_strength, context),
        "limits": statements(record.limits, writer),
        "practice_findings": [to["findings"][it.key] for it in resting if it.kind == "findings"],
        "practice_instruments": [
            to["instruments"][it.key] for it in resting if it.kind == "instruments"
        ],
        "elsewhere": [
            *(to["mechanisms"][key] for key in record.mechanisms or ()),
            *(to["organisations"][key] for key in record.organisations or ()),
        ],
    }
    view |= writer.head(named(record.names, context.lang), _facts(entry, writer))
    view["contents"] = [{"id": it, "text": context.words[it]} for it in SECTIONS if view[it]]
    return view


def _said(text: Any, name: str, writer: Writer) -> View:
    return {"text": writer.text(text), "refs": writer.rests(name)}


def _result(it: Result, writer: Writer) -> View:
    if isinstance(it.value, int):
        value: View | None = {"text": number(it.value, writer.context.lang)}
    else:
        value = writer.text(it.value)
    year = {"text": writer.context.date(it.year)} if it.year else None
    return {
        "measure": writer.text(it.measure),
        "value": value,
        "period": writer.text(it.period) or year,
        "refs": writer.cite(it.source),
    }


def statements(found: list[Statement], writer: Writer) -> list[View]:
    """What sources say, each with its source, and the register's own remarks as such."""
    return [
        {
            "text": writer.text(it.text),
            "refs": writer.cite(it.source) if it.source else [],
            "own": bool(it.own_remark),
        }
        for it in found
    ]


def strength(term: str, context: Context) -> View:
    """How well results are established: the precise term, and the group it belongs to."""
    terms = context.public.vocabularies["result-strengths"].record.terms
    group = terms[term].broader or term
    return {
        "group": group,
        "label": context.term("result-strengths", group),
        "text": context.term("result-strengths", term),
        "definition": named(terms[term].definition, context.lang),
    }


def _facts(entry: Entry[Practice], writer: Writer) -> list[View]:
    record, context, fact = entry.record, writer.context, writer.fact
    since = [{"text": context.date(record.since)}] if record.since else []
    place = writer.text(record.country)
    return [
        fact("country", [place] if place else []),
        fact("start", since),
        fact("form", context.terms("cooperation-forms", [record.form])),
        fact("types_of_crime", crime_links(record.crime_topics, context)),
        fact("results_strength", context.terms("result-strengths", [record.results_strength])),
    ]


def crime_links(topics: list[str], context: Context) -> list[View]:
    """The types of crime, as links where their scope has a page."""
    to = context.links.to["crimes"]
    labels = context.labels["crime-topics"]
    return [{"text": labels[it], "href": to[it]["href"] if it in to else ""} for it in topics]
