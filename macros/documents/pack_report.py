"""The report of an event that was held, with what became of each recommendation."""

from __future__ import annotations

from ..pages.views.links import View
from .model import Block, Heading, Items, Run, Table, Words
from .writing import Writing, item, text


def report(writing: Writing, view: View) -> list[Block]:
    """The report as the event's page gives it."""
    phrases, found = writing.context.words, view["report"]
    blocks: list[Block] = [Heading((Run(phrases["report"]),)), *_attendance(writing, found)]
    if found["points"]:
        lines = [writing.labelled(it["theme"], text(it["text"])) for it in found["points"]]
        blocks += [_heading(phrases["points"]), Items(tuple(lines))]
    if found["recommendations"]:
        rows = tuple(_recommended(writing, it) for it in found["recommendations"])
        head = ("", phrases["recommendations"], phrases["addressee"], phrases["taken_up"])
        table = Table("", head, rows, (7, 38, 20, 35))
        blocks += [_heading(phrases["recommendations"]), table]
    return blocks + _results(writing, found) + _ratings(writing, found)


def _heading(title: str) -> Heading:
    return Heading((Run(title),), 2)


def _attendance(writing: Writing, found: View) -> list[Block]:
    phrases = writing.context.words
    head = (phrases["participant"], phrases["attended"], phrases["of_them_women"])
    rows = tuple(
        ((Run(it["group"]),), (Run(it["attended"]),), (Run(it["women"]),))
        for it in found["attendance"]
    )
    return [_heading(phrases["attendance"]), Table("", head, rows, (60, 20, 20))]


def _recommended(writing: Writing, it: View) -> tuple[Words, ...]:
    """A recommendation with the actions that took it up, or why none did."""
    phrases = writing.context.words
    if it["actions"]:
        answer = writing.items(it["actions"])
    elif it["not_taken_up"]:
        answer = writing.labelled(phrases["not_taken_up"], text(it["not_taken_up"]))
    else:
        answer = (Run(phrases["unanswered"], quiet=True),)
    return (Run(it["id"], ltr=True),), text(it["text"]), text(it["addressee"]), answer


def _results(writing: Writing, found: View) -> list[Block]:
    """How many took and passed the assessment of each module."""
    phrases = writing.context.words
    rows = tuple(
        (item(it["module"]), (Run(it["took"]),), (Run(it["passed"]),)) for it in found["results"]
    )
    head = (phrases["module"], phrases["took"], phrases["passed"])
    table = Table("", head, rows, (60, 20, 20))
    return [_heading(phrases["event_results"]), table] if rows else []


def _ratings(writing: Writing, found: View) -> list[Block]:
    phrases = writing.context.words
    head = ("", phrases["agree"], phrases["partly"], phrases["disagree"])
    rows = tuple(
        ((Run(it["statement"]),), *((Run(count),) for count in it["counts"]))
        for it in found["ratings"]
    )
    table = Table("", head, rows, (55, 15, 15, 15))
    return [_heading(phrases["event_evaluation"]), table] if rows else []
