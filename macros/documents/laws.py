"""Laws in documents: a table of all, and each law with its provisions by effect."""

from __future__ import annotations

from typing import Any

from ..model import Law
from ..pages.views.law import law as law_view
from ..pages.views.links import View
from ..register import Entry
from .model import Block, Facts, Heading, Items, Paragraph, Run, Table, Words
from .writing import Writing, dotted, item, joined, place_of, spaced, text


def of_country(writing: Writing, country: str) -> list[Entry[Law]]:
    """A country's laws, the oldest first; those without a year at the end."""
    laws = [law for law in writing.context.public.legislation.values() if law.country == country]
    return sorted(laws, key=lambda law: (law.record.year or "9999", law.key))


def table(writing: Writing, laws: list[Entry[Law]], linked: bool = False) -> Table:
    """Every law with year, subject and whether it is in force; `linked` to its section."""
    words = writing.context.words
    rows = tuple(_row(writing, law, linked) for law in laws)
    head = (writing.say("law"), words["year"], words["subject"], writing.say("in_force"))
    return Table(writing.say("laws_table"), head, rows, (46, 10, 20, 24))


def _row(writing: Writing, entry: Entry[Law], linked: bool) -> tuple[Words, ...]:
    view = law_view(entry, writing.context)
    year = writing.context.date(entry.record.year)
    subject = writing.context.term("law-subjects", entry.record.subject)
    title, (to, at) = view["title"], (place_of(entry), "") if linked else ("", place_of(entry))
    name = (Run(title["text"], lang=title.get("lang", ""), to=to, anchor=at),)
    return name, (Run(year),), (Run(subject),), states(view["states"])


def states(found: list[View]) -> Words:
    """States of a law or organisation, in a row; each with its date and area."""
    return joined(" / ", (dotted(it["label"], it["when"], it["area"]) for it in found))


def section(writing: Writing, entry: Entry[Law], level: int) -> list[Block]:
    """A law: its facts, and its provisions by effect, those that hinder first."""
    view = writing.view(place_of(entry), law_view(entry, writing.context))
    heading = Heading(text(view["title"]), level, place_of(entry))
    blocks: list[Block] = [heading, Facts(tuple(_facts(writing, place_of(entry), view)))]
    for group in view["provisions"]:
        blocks.append(Heading((Run(group["title"]),), level + 1))
        blocks.append(
            Items(tuple(_provision(writing, place_of(entry), it) for it in group["items"]))
        )
    if not view["provisions"]:
        blocks.append(Paragraph((Run(writing.say("no_provisions")),), "note"))
    return blocks


def _facts(writing: Writing, key: str, view: View) -> list[tuple[str, Words]]:
    words = writing.context.words
    rows = [(writing.say("in_force"), states(view["states"]))]
    rows += [
        (fact["label"], writing.items(fact["items"]))
        for fact in view["facts"]
        if fact["label"] != words["country"]
    ]
    if view["amended"]:
        rows.append((words["amended"], _amended(view["amended"])))
    read = spaced(text(view["version_read"]))
    rows.append((words["version_read"], read + writing.refs(key, view["version_rests_on"])))
    return [(label, value) for label, value in rows if value]


def _amended(changes: list[View]) -> Words:
    return joined(
        " / ",
        (spaced((Run(it["when"]),), text(it["note"], quiet=True)) for it in changes),
    )


def _provision(writing: Writing, key: str, it: View) -> Words:
    about = dotted(it["concern"], it["article"])
    lead = tuple(Run(run.text, strong=True) for run in about)
    return spaced(lead, text(it["text"])) + writing.refs(key, it["refs"])


def by_effect(writing: Writing, laws: list[Entry[Law]], level: int) -> list[Block]:
    """The provisions of several laws by effect, each with its law."""
    groups: dict[str, list[Words]] = {}
    for entry in laws:
        view = writing.view(place_of(entry), law_view(entry, writing.context))
        for group in view["provisions"]:
            for it in group["items"]:
                line = _with_law(writing, entry, view, it)
                groups.setdefault(group["title"], []).append(line)
    order = reversed(list(writing.context.labels["effects"].values()))
    blocks: list[Block] = []
    for title in order:
        if title in groups:
            blocks += [Heading((Run(title),), level), Items(tuple(groups[title]))]
    return blocks


def _with_law(writing: Writing, entry: Entry[Any], view: View, it: View) -> Words:
    name = tuple(Run(run.text, run.lang, strong=True) for run in item(view["title"]))
    about = dotted(name, it["article"], it["concern"])
    return spaced(about, (Run("–"),), text(it["text"])) + writing.refs(place_of(entry), it["refs"])
