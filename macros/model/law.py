"""A law, and what its provisions mean for contact between prosecution and organisations."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Area, Date, Key, Model, Record, SourceRef, Sources, Str, Term, Text


class Force(Model):
    """Whether, where and from when the law applies."""

    value: Term("force-states")
    start: Date | None = Field(None, alias="from")
    until: Date | None = None
    area: Area | None = None
    note: Text | None = None
    source: SourceRef | None = None


class Provision(Model):
    """One rule of the law, in our words."""

    article: Str | None = None
    effect: Term("effects")
    concerns: Term("concerns")
    summary: Text
    source: SourceRef | None = None


class Law(Record):
    """A law that regulates, prevents, restrains or enables contact."""

    titles: Text
    number: Str | None = None
    year: Date | None = None
    amended: list[Date] | None = None
    subject: Term("law-subjects")
    in_force: list[Force] | None = None
    replaces: list[Key("legislation")] | None = None
    replaced_by: list[Key("legislation")] | None = None
    version_read: Text | None = None
    provisions: list[Provision] | None = None
    sources: Sources = Field(min_length=1)
