"""A pilot country: its regions, its prosecution service and its civil society at large."""

from __future__ import annotations

from pydantic import Field

from .common import Figure, Model, Record, Sources, Text


class Expected(Model):
    """The least number of records: a guard against silent loss."""

    organisations: int = Field(ge=0)
    legislation: int = Field(ge=0)
    mechanisms: int = Field(ge=0)


class Country(Record):
    """The context that a country's records stand in."""

    names: Text
    regions: dict[str, Text] = Field(description="ISO 3166-2 codes and their names.")
    areas: dict[str, Text] | None = Field(
        None, description="Parts of the country under one authority."
    )
    prosecution: Text | None = None
    civil_society: Text | None = None
    regulator: Text | None = None
    registered_csos: list[Figure] | None = None
    map_notice: Text | None = None
    expected: Expected | None = None
    sources: Sources | None = None
