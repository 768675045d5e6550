"""What a proposal rests on: one thing of the register that can be looked up."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Key, Model, Region, Str, Term, Text


class Gap(Model):
    """A topic, service or region for which the register lists no organisation of the country."""

    theme: Term("themes") | None = None
    service: Term("services") | None = None
    region: Region | None = None
    country: Key("countries") | None = Field(
        None, description="Where it is, in a plan of all countries."
    )


class Ground(Model):
    """One thing that a proposal rests on; a check looks it up.

    A provision is named by its law with the article or what it concerns, a relation by the
    organisation with the authority, a recommendation by where it was heard with its id there.
    """

    finding: Key("findings") | None = None
    law: Key("legislation") | None = None
    article: Str | None = Field(None, description="Article as the law's record writes it.")
    concerns: Term("concerns") | None = Field(None, description="What the provision concerns.")
    mechanism: Key("mechanisms") | None = None
    organisation: Key("organisations") | None = None
    authority: Key("authorities") | None = None
    heard_at: Key("events") | None = None
    recommendation: Str | None = Field(None, description="Its id in the event's report.")
    gap: Gap | None = None
    note: Text | None = Field(None, description="What follows from it for the proposal.")
