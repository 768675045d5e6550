"""A body or procedure where authorities and organisations meet."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Date, Key, Record, Sources, Term, Text


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
    cso_role: Text
    participants: list[Key("organisations")] | None = None
    crime_topics: list[Term("themes")] | None = None
    summary: Text
    sources: Sources = Field(min_length=1)
