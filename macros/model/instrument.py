"""An international text or model agreement, and what it says on cooperation."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Date, Key, Record, Sources, Str, Term, Text
from .evidence import Statement


class Instrument(Record):
    """A convention, standard, guide or model agreement, as far as it was read."""

    names: Text
    body: Text
    year: Date | None = None
    number: Str | None = Field(None, description="Number or symbol of the official text.")
    kind: Term("instrument-kinds")
    seen: Term("reading-extents")
    says_on_cooperation: list[Statement] = Field(min_length=1)
    practices: list[Key("practices")] | None = None
    sources: Sources = Field(min_length=1)
