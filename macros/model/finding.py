"""A finding that several sources or practices support: a benefit or a safeguard."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Key, Record, Sources, Term, Text


class Finding(Record):
    """One sentence that studies rest on, with the practices and texts behind it."""

    kind: Term("finding-kinds")
    statement: Text
    strength: Term("claim-strengths") | None = Field(None, description="Of a benefit.")
    for_whom: Term("parties") | None = Field(None, description="Of a benefit.")
    topic: Term("safeguard-topics") | None = Field(None, description="Of a safeguard.")
    own_remark: bool | None = None
    practices: list[Key("practices")] | None = None
    instruments: list[Key("instruments")] | None = None
    sources: Sources = Field(min_length=1)
