"""How activity, effectiveness, cooperation and capacity are estimated: `data/assessment.yml`."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .common import Model as Part
from .common import Record, Str, Term, Text

COUNTABLE = (
    "projects", "achievements", "authority_relations", "capacities", "services", "areas_served",
    "languages", "sponsors", "mechanisms",
)  # fmt: skip
"""What an indicator may count: fields of an organisation's record, and mechanisms that name it."""

Share = Annotated[int, Field(ge=0, le=100)]
"""A whole percentage."""


class Indicator(Part):
    """One count of facts; every condition given must hold for a fact to count."""

    labels: Text
    definition: Text
    counts: list[Str] = Field(min_length=1, description="Fields whose items are counted.")
    stances: list[Term("stances")] | None = Field(None, description="Relations of these stances.")
    authority_kinds: list[Term("authority-kinds")] | None = Field(
        None, description="Relations with bodies of these kinds."
    )
    project_statuses: list[Term("project-statuses")] | None = None
    by_others: bool | None = Field(None, description="Only where a source is not its own.")
    within_years: int | None = Field(None, ge=1, description="Only if dated within these years.")
    once_per_kind: bool | None = Field(None, description="Several of one kind count once.")
    weight: int = Field(ge=1, description="Its share of the dimension, beside the others.")
    reference: int | None = Field(None, ge=1, description="Full marks for distance to a reference.")


class Dimension(Part):
    """One thing that is estimated, by several indicators."""

    labels: Text
    definition: Text
    minimum_facts: int = Field(ge=1, description="Fewer facts on record are not assessable.")
    indicators: dict[str, Indicator] = Field(min_length=1)


class Correction(Part):
    """How far counts are corrected for the number of sources: 0 not at all, 100 in proportion."""

    base: Share
    least: Share
    most: Share


class Normalisation(Part):
    """How counts of different indicators are made comparable."""

    base: Term("normalisations")
    tried: list[Term("normalisations")] = Field(min_length=1)


class Aggregation(Part):
    """How the indicators of a dimension become one score."""

    base: Term("aggregations")
    tried: list[Term("aggregations")] = Field(min_length=1)


class Assessment(Record):
    """Indicators, weights, thresholds and the uncertainty that is tried out."""

    minimum_sources: int = Field(ge=2, description="With fewer, an organisation is not assessable.")
    minimum_organisations: int = Field(ge=3, description="Fewer are not compared.")
    left_out: list[Term("statuses")] = Field(description="Organisations of this status.")
    own_sources: list[Term("source-kinds")]
    correction: Correction
    normalisation: Normalisation
    aggregation: Aggregation
    weight_spread: Share
    draws: int = Field(ge=100, le=100_000)
    seed: int = Field(ge=0)
    interval: Annotated[int, Field(ge=50, le=99)]
    dimensions: dict[str, Dimension] = Field(min_length=1)
