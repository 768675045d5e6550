"""A module of the curriculum: for whom, what it teaches, and how it is told that it was learnt."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Model, Record, Sources, Term, Text


class Unit(Model):
    """A part of a module."""

    minutes: int = Field(ge=5, le=480)
    title: Text


class Module(Record):
    """A training module for organisations, for prosecutors, or for both together."""

    titles: Text
    summary: Text
    audience: list[Term("audiences")] = Field(min_length=1)
    builds: list[Term("capacity-areas")] | None = Field(
        None, description="Capacities that it builds."
    )
    strengthens: list[Term("assessment-areas")] | None = Field(
        None, description="Areas of the questionnaire's statements that it answers to."
    )
    objectives: list[Text] = Field(min_length=1)
    outline: list[Unit] = Field(min_length=1)
    exercises: list[Text] | None = None
    materials: list[Text] | None = None
    assessment: Text
    sources: Sources | None = None
