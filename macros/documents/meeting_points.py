"""Mechanisms and official bodies in documents."""

from __future__ import annotations

from ..model import Authority, Mechanism
from ..pages.views.authority import authority as authority_view
from ..pages.views.links import View
from ..pages.views.mechanism import mechanism as mechanism_view
from ..register import Entry
from ..text import number
from .model import Block, Facts, Heading, Paragraph, Run, Table, Words
from .writing import Writing, item, place_of, spaced, text


def mechanisms(writing: Writing, country: str, level: int) -> list[Block]:
    """Every mechanism of a country: what it is, who meets in it, the part organisations have."""
    ordered = writing.context.links.ordered["mechanisms"]
    found: list[Block] = []
    for entry in ordered:
        if entry.country == country:
            found += _mechanism(writing, entry, level)
    return found


def _mechanism(writing: Writing, entry: Entry[Mechanism], level: int) -> list[Block]:
    view = writing.view(place_of(entry), mechanism_view(entry, writing.context))
    words = writing.context.words
    summary = text(view["summary"]) + writing.refs(place_of(entry), view["summary_rests_on"])
    rows = [(words["cso_role"], _role(writing, place_of(entry), view))]
    rows += [
        (fact["label"], writing.items(fact["items"]))
        for fact in view["facts"]
        if fact["label"] != words["country"]
    ]
    rows += [
        (words["mechanism_authorities"], writing.items(view["mechanism_authorities"])),
        (words["also_named"], writing.items(view["also_named"])),
        (words["participants"], writing.items(view["participants"])),
        (writing.say("state"), tuple(Run(it["label"]) for it in view["states"])),
    ]
    facts = Facts(tuple((label, value) for label, value in rows if value))
    return [Heading(text(view["title"]), level, place_of(entry)), Paragraph(summary), facts]


def _role(writing: Writing, key: str, view: View) -> Words:
    return text(view["cso_role"]) + writing.refs(key, view["role_rests_on"])


def bodies(writing: Writing, country: str) -> list[Block]:
    """The official bodies of a country in a table, the prosecution first."""
    context = writing.context
    entries = [it for it in context.links.ordered["authorities"] if it.country == country]
    kinds = list(context.labels["authority-kinds"])
    entries.sort(key=lambda it: kinds.index(it.record.kind))  # stable: by name within a kind
    rows = tuple(_body(writing, entry) for entry in entries)
    head = (writing.say("body"), writing.say("task"), writing.say("linked"))
    return [
        Table(writing.say("bodies_table"), head, rows, (26, 64, 10), writing.say("linked_note"))
    ]


def _body(writing: Writing, entry: Entry[Authority]) -> tuple[Words, ...]:
    context = writing.context
    view = writing.view(place_of(entry), authority_view(entry, context))
    kind = (Run(context.term("authority-kinds", entry.record.kind), quiet=True),)
    name = tuple(Run(run.text, run.lang, strong=True) for run in item(view["title"]))
    mandate = text(view["mandate"]) + writing.refs(place_of(entry), view["mandate_rests_on"])
    crime = text(view["against_crime"]) + writing.refs(place_of(entry), view["crime_rests_on"])
    task = spaced(mandate if view["mandate"] else (), crime if view["against_crime"] else ())
    linked = {key for key, _ in context.links.relations.get(entry.key, ())}
    count = (Run(number(len(linked), writing.lang)),) if linked else ()
    return (Run("", anchor=place_of(entry)), *spaced(name, kind)), task, count
