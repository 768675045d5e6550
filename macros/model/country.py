"""A pilot country: its regions, its prosecution service and its civil society at large."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .common import Figure, Model, Record, Sources, Text

Tile = Annotated[list[Annotated[int, Field(ge=0, le=99)]], Field(min_length=2, max_length=2)]
"""A square of the tile map: its column from the west and its row from the north, from 0."""


class Expected(Model):
    """The least number of records: a guard against silent loss."""

    organisations: int = Field(ge=0)
    legislation: int = Field(ge=0)
    mechanisms: int = Field(ge=0)


class Country(Record):
    """The context that a country's records stand in."""

    names: Text
    regions: dict[str, Text] = Field(description="ISO 3166-2 codes and their names.")
    tiles: dict[str, Tile] | None = Field(
        None, description="The square of each region on the tile map: column, row."
    )
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
