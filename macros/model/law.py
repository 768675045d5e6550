"""A law, and what its provisions mean for contact between prosecution and organisations."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from .common import Area, Date, Key, Model, Record, SourceRef, Sources, Str, Term, Text


class Force(Model):
    """Whether, where and from when the law applies."""

    value: Term("force-states")
    start: Date | None = Field(None, alias="from")
    until: Date | None = None
    area: Area | None = None
    note: Text | None = None
    source: SourceRef | None = None


class Amendment(Model):
    """A change of the law."""

    date: Date | None = None
    note: Text | None = Field(None, description="By which act, or what changed.")


def _bare_year(value: object) -> object:
    return {"date": value} if isinstance(value, int | str) else value


class Provision(Model):
    """One rule of the law, in our words."""

    article: Str | None = None
    effect: Term("effects")
    concerns: Term("concerns")
    steps: list[Term("legal-steps")] | None = Field(
        None, description="What an organisation may do, as far as the rule answers it."
    )
    summary: Text
    source: SourceRef | None = None


class Law(Record):
    """A law that regulates, prevents, restrains or enables contact."""

    titles: Text
    number: Str | None = None
    year: Date | None = None
    amended: list[Annotated[Amendment, BeforeValidator(_bare_year)]] | None = None
    subject: Term("law-subjects")
    in_force: list[Force] | None = None
    replaces: list[Key("legislation")] | None = None
    replaced_by: list[Key("legislation")] | None = None
    version_read: Text | None = None
    provisions: list[Provision] | None = None
    sources: Sources = Field(min_length=1)
