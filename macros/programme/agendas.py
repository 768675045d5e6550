"""The usual agenda of each kind of event; a record may give its own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..model import Event
from ..text import Localised
from ..words import phrase

FIRST = 9 * 60 + 30
"""Minutes after midnight at which an event begins."""
OWN = "own"
"""Name of a session that a record gives."""
EACH_QUESTION = "question"
"""Stands for a session on each question of the concept paper."""
USUAL: dict[str, tuple[tuple[str, int, str], ...]] = {
    "focus-group": (
        ("opening", 15, "coordinator"), ("ground-rules", 15, "facilitator"),
        (EACH_QUESTION, 40, "facilitator"), ("break", 20, ""), ("priorities", 30, "participants"),
        ("closing", 15, "facilitator"), ("evaluation", 10, "participants"),
    ),
    "roundtable": (
        ("opening", 20, "both-sides"), ("evidence", 25, "coordinator"),
        (EACH_QUESTION, 50, "facilitator"), ("break", 20, ""),
        ("recommendations", 40, "both-sides"), ("evaluation", 10, "participants"),
    ),
    "discussion-session": (
        ("opening", 15, "coordinator"), ("plan", 30, "coordinator"), ("groups", 75, "participants"),
        ("break", 20, ""), (EACH_QUESTION, 25, "facilitator"), ("comments", 40, "facilitator"),
        ("evaluation", 10, "participants"),
    ),
    "workshop": (
        ("opening", 20, "both-sides"), ("evidence", 25, "coordinator"),
        ("drafting", 90, "both-sides"), ("break", 30, ""), (EACH_QUESTION, 45, "facilitator"),
        ("decisions", 45, "both-sides"), ("evaluation", 10, "participants"),
    ),
    "training": (
        ("opening", 20, "trainer"), ("first-test", 25, "participants"), ("modules", 240, "trainer"),
        ("break", 60, ""), ("exercises", 90, "participants"), ("last-test", 25, "participants"),
        ("evaluation", 15, "participants"),
    ),
    "interview-round": (
        ("consent", 10, "interviewer"), ("interview", 75, "interviewer"),
        ("read-back", 15, "interviewer"),
    ),
}  # fmt: skip
"""By kind of event: name of the session's words, minutes, and who leads it."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A part of an agenda with the time of day at which it begins."""

    start: str
    minutes: int
    title: Localised
    lead: Localised | None
    about: Localised | None = None
    name: str = OWN
    """What is done in it: the name that the usual agenda has for it."""


def agenda(event: Event, questions: list[Localised]) -> list[Sitting]:
    """The event's own agenda, else the usual one of its kind with a session on each question."""
    found, at = [], FIRST
    for sitting in _own(event) if event.agenda else _usual(event, questions):
        start = sitting.start or _clock(at)
        hours, _, minutes = start.partition(":")
        at = int(hours) * 60 + int(minutes) + sitting.minutes
        found.append(replace(sitting, start=start))
    return found


def _own(event: Event) -> list[Sitting]:
    return [Sitting(it.start or "", it.minutes, it.title, it.lead) for it in event.agenda or ()]


def _usual(event: Event, questions: list[Localised]) -> list[Sitting]:
    found = []
    for name, minutes, leader in USUAL[event.kind]:
        lead = phrase("agendas", f"lead.{leader}") if leader else None
        title = phrase("agendas", name)
        abouts: list[Localised | None] = [*questions] if name == EACH_QUESTION else [None]
        found += [Sitting("", minutes, title, lead, it, name) for it in abouts]
    return found


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"
