"""A meeting of the programme: what it is for, who is invited, and what came of it."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field

from .common import Date, Key, Model, Record, Region, Sources, Str, Term, Text, Url, fault
from .ground import Ground

_HOURS, _MINUTES = 24, 60


def _time_of_day(value: str) -> str:
    hours, colon, minutes = value.partition(":")
    digits = hours.isdecimal() and minutes.isdecimal() and len(hours) == len(minutes) == 2
    if not colon or not digits or int(hours) >= _HOURS or int(minutes) >= _MINUTES:
        raise fault("bad-time", value=value)
    return value


Clock = Annotated[Str, AfterValidator(_time_of_day)]
"""A time of day: 09:30."""


class Concept(Model):
    """The concept paper."""

    background: Text
    questions: list[Text] | None = Field(None, description="Questions for discussion.")
    results: list[Text] | None = Field(None, description="What should come out of it.")


class Session(Model):
    """A part of the agenda."""

    start: Clock | None = None
    minutes: int = Field(ge=5, le=480)
    title: Text
    lead: Text | None = Field(None, description="Role of who leads it, never a name.")


class Invitation(Model):
    """Seats offered to an organisation or an official body, and why."""

    organisation: Key("organisations") | None = None
    authority: Key("authorities") | None = None
    seats: int = Field(1, ge=1, le=20)
    why: Text | None = None


class Material(Model):
    """Something that participants are given."""

    title: Text
    url: Url | None = None


class Attendance(Model):
    """How many people of a group came: counts, never names."""

    group: Term("participant-groups")
    attended: int = Field(ge=0, le=1000)
    women: int | None = Field(None, ge=0, le=1000)


class Point(Model):
    """What was said on a topic, without saying who said it."""

    theme: Term("themes")
    summary: Text


class Recommendation(Model):
    """What participants recommend. An action that rests on it has taken it up."""

    id: Str
    text: Text
    addressee: Text = Field(description="To whom, as a role or body.")
    not_taken_up: Text | None = Field(None, description="Why no action has taken it up.")


class Rating(Model):
    """How participants answered one statement of the evaluation form."""

    statement: Term("evaluation-statements")
    agree: int = Field(ge=0, le=1000)
    partly: int = Field(ge=0, le=1000)
    disagree: int = Field(ge=0, le=1000)


class ModuleResult(Model):
    """How many took the assessment of a module at the end of a training, and how many passed."""

    module: Key("modules")
    took: int = Field(ge=1, le=1000)
    passed: int = Field(ge=0, le=1000)


class EventReport(Model):
    """What came of an event that was held."""

    attendance: list[Attendance] = Field(min_length=1)
    points: list[Point] | None = None
    recommendations: list[Recommendation] | None = None
    evaluation: list[Rating] | None = None
    results: list[ModuleResult] | None = Field(
        None, description="Of a training: the assessments of its modules."
    )


class Event(Record):
    """A focus group, roundtable, session, workshop, training or round of interviews."""

    titles: Text
    kind: Term("event-kinds")
    status: Term("event-statuses")
    start: Date | None = None
    end: Date | None = None
    city: Text | None = None
    region: Region | None = None
    themes: list[Term("themes")] = Field(min_length=1)
    objectives: list[Text] = Field(min_length=1)
    rests_on: list[Ground] | None = None
    concept: Concept
    agenda: list[Session] | None = None
    invited: list[Invitation] | None = None
    modules: list[Key("modules")] | None = None
    plan: Key("action-plans") | None = None
    follows: list[Key("events")] | None = None
    materials: list[Material] | None = None
    report: EventReport | None = None
    sources: Sources | None = None
