"""A body or procedure where authorities and organisations meet."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Date, Key, Model, Record, Sources, Str, Term, Text


class Rule(Model):
    """The law, or the article of it, that a mechanism rests on."""

    law: Key("legislation")
    article: Str | None = None


class Mechanism(Record):
    """A committee, procedure, agreement or programme, and the part organisations have in it."""

    names: Text
    kind: Term("mechanism-kinds")
    since: Date | None = None
    status: Term("mechanism-statuses") | None = None
    authorities: list[Key("authorities")] | None = None
    also_named: list[Text] | None = Field(
        None, description="Bodies that the source names without saying which they are."
    )
    rules: list[Rule] | None = Field(None, description="The laws that it rests on.")
    cso_role: Text
    participants: list[Key("organisations")] | None = None
    crime_topics: list[Term("themes")] | None = None
    summary: Text
    sources: Sources = Field(min_length=1)
