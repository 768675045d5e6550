"""A practice of cooperation between prosecution and organisations, with what is known of it."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Date, Key, Record, Sources, Term, Text
from .evidence import Result, Statement


class Practice(Record):
    """How the two sides work together somewhere, with which results and limits."""

    names: Text
    country: Text
    since: Date | None = None
    form: Term("cooperation-forms")
    crime_topics: list[Term("crime-topics")] = Field(min_length=1)
    prosecution_role: Text
    cso_role: Text
    how_it_works: Text
    results: list[Result] | None = None
    results_strength: Term("result-strengths")
    limits: list[Statement] = Field(min_length=1)
    mechanisms: list[Key("mechanisms")] | None = Field(
        None, description="Mechanisms of the register that are this practice or part of it."
    )
    organisations: list[Key("organisations")] | None = None
    sources: Sources = Field(min_length=1)
