"""Pairs of organisations that look alike and were judged to be two."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Date, Key, Model, Str


class Pair(Model):
    """Two organisations, and why they are not one."""

    organisations: list[Key("organisations")] = Field(min_length=2, max_length=2)
    reason: Str
    date: Date | None = Field(None, description="When it was judged.")


class NotDuplicates(Model):
    """The pairs that `dalil duplicates` need not show again."""

    pairs: list[Pair] = Field(min_length=1)
