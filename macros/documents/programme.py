"""The programme of a country in its file: the action plan and the events."""

from __future__ import annotations

from .action_plan import glance, shown
from .model import Block, Run, Table, Words
from .writing import Writing, item


def plans(writing: Writing, country: str) -> list[Block]:
    """The action plans of a country, each in a table."""
    ordered = writing.context.links.ordered["action-plans"]
    found: list[Block] = []
    for entry in ordered:
        if entry.country == country:
            found += glance(writing, entry, shown(writing, entry), grounded=True)
    return found


def events(writing: Writing, country: str) -> list[Block]:
    """The events of a country, in the order in which they build on each other."""
    context = writing.context
    kinds = list(context.labels["event-kinds"])
    entries = [it for it in context.links.ordered["events"] if it.country == country]
    entries.sort(key=lambda it: kinds.index(it.record.kind))  # stable: by name within a kind
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (
            item(context.links.to["events"][it.key]),
            (Run(context.term("event-kinds", it.record.kind)),),
            (Run(context.date(it.record.start) or context.words["no_date"]),),
            (Run(context.term("event-statuses", it.record.status)),),
        )
        for it in entries
    )
    head = tuple(context.words[name] for name in ("event", "kind", "event_dates", "state_of"))
    return [Table("", head, rows, (50, 20, 15, 15))] if rows else []
