"""The scope of cooperation for one type of crime: what each side brings, and what limits it."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Record, Sources, Term, Text
from .evidence import Statement


class Crime(Record):
    """What organisations contribute and the prosecution offers against one type of crime."""

    names: Text
    topic: Term("crime-topics")
    cso_contributes: list[Text] = Field(min_length=1)
    prosecution_offers: list[Text] = Field(min_length=1)
    cautions: list[Statement] = Field(min_length=1)
    sources: Sources = Field(min_length=1)
