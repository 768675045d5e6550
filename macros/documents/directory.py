"""Organisations in documents: the directory in short, and who can give what."""

from __future__ import annotations

from collections.abc import Iterable

from ..derived import evidence_level, latest_status
from ..model import Organisation
from ..pages.views.common import date
from ..pages.views.links import named
from ..pages.views.organisation import states as states_of
from ..pages.views.organisation_facts import phone, web
from ..register import Entry
from ..text import join
from .laws import states
from .model import Block, Items, Run, Table, Words
from .writing import Writing, dotted, item, place_of, text, with_acronym

ACTIVE = "active"
BREAK = (Run("\n"),)
"""A line break within a cell."""


def of_country(writing: Writing, country: str) -> list[Entry[Organisation]]:
    """A country's organisations in the order of their names."""
    ordered = writing.context.links.ordered["organisations"]
    return [entry for entry in ordered if entry.country == country]


def table(writing: Writing, entries: Iterable[Entry[Organisation]], caption: str) -> Table:
    """The directory in short; organisations are numbered, so that lists can refer to them."""
    head = tuple(
        writing.say(name) for name in ("row", "organisation", "place", "works_on", "gives")
    )
    rows = tuple(_row(writing, place, entry) for place, entry in enumerate(entries, 1))
    return Table(caption, head, rows, (7, 34, 15, 22, 22), writing.say("directory_note"))


def _row(writing: Writing, place: int, entry: Entry[Organisation]) -> tuple[Words, ...]:
    context, record = writing.context, entry.record
    themes = join([context.term("themes", term) for term in record.themes], writing.lang)
    services = join([context.term("services", it) for it in record.services or ()], writing.lang)
    where = [*text(named(record.city, writing.lang) if record.city else None)]
    region = context.regions.get(record.region or "", "")
    if region and region != (where[0].text if where else ""):
        where = [*where, Run("\n"), Run(region, quiet=True)] if where else [Run(region)]
    return (
        (Run(str(place), anchor=place_of(entry)),),
        who(writing, entry),
        tuple(where),
        (Run(themes),),
        (Run(services),),
    )


def who(writing: Writing, entry: Entry[Organisation]) -> Words:
    """An organisation's name, status unless active, other names, and how to reach it."""
    context, record = writing.context, entry.record
    link = context.links.to["organisations"][entry.key]
    name = tuple(
        Run(run.text, run.lang, strong=not run.quiet, quiet=run.quiet) for run in item(link)
    )
    lines = [with_acronym(name, record.acronym)]
    found_states = states_of(entry, context)
    if any(it["value"] != ACTIVE for it in found_states):
        lines.append(tuple(Run(it.text, strong=True) for it in states(found_states)))
    lines += [reach(entry), _evidence(writing, entry)]
    found: list[Run] = []
    for line in lines:
        if line:
            found += [*BREAK] * bool(found) + list(line)
    return tuple(found)


def reach(entry: Entry[Organisation]) -> Words:
    """The organisation's own public channels in a row."""
    record, contact = entry.record, entry.record.contact
    ways = [web(record.website)] if record.website else []
    if contact:
        ways += [phone(value) for value in (contact.hotline, contact.phone) if value]
        if contact.email:
            ways.append({"text": contact.email, "href": f"mailto:{contact.email}", "ltr": True})
    return dotted(*(item(way) for way in ways))


def _evidence(writing: Writing, entry: Entry[Organisation]) -> Words:
    context = writing.context
    level = context.term("evidence-levels", evidence_level(entry))
    verified = entry.record.collection.last_verified
    checked = writing.say("checked", date=date(verified, writing.lang)) if verified else ""
    return tuple(Run(run.text, quiet=True) for run in dotted(level, checked))


def by_service(writing: Writing, entries: Iterable[Entry[Organisation]]) -> list[Block]:
    """For each service the numbers of the organisations that give it; closed ones are left out."""
    numbers: dict[str, list[Run]] = {}
    for place, entry in enumerate(entries, 1):
        if latest_status(entry) in ("closed", "merged"):
            continue
        for service in entry.record.services or ():
            runs = numbers.setdefault(service, [])
            comma = [Run(writing.context.words["comma"])] * bool(runs)
            runs += [*comma, Run(str(place), to=place_of(entry))]
    labels = writing.context.labels["services"]
    lines = [
        writing.labelled(label, tuple(numbers[term])) for term, label in labels.items()
        if term in numbers
    ]  # fmt: skip
    return [Items(tuple(lines))] if lines else []
