"""The map of a spreadsheet of organisations: which column is which field, and its source."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from ..text import LANGUAGES
from .common import Model, Source, Str, Term

IGNORED = "ignore"
SINGLE = (
    "key", "country", "acronym", "city", "region", "scope", "website", "legal_form", "status",
)  # fmt: skip
SEVERAL = ("also_known_as", "areas_served", "themes", "services", "languages", "activities")
COUNTED = ("members", "staff", "volunteers", "branches", "people_reached")
NAMES = tuple(f"names.{lang}" for lang in LANGUAGES)
PARTS = (
    *NAMES, "contact.phone", "contact.email", "founded.founded",
    "founded.registered", "founded.licensed", "founded.first-activity", "registrations.number",
    "sponsors",
)  # fmt: skip
FIELDS = (*SINGLE, *SEVERAL, *COUNTED, *PARTS, IGNORED)


def _known_field(value: str) -> str:
    if value not in FIELDS:
        raise ValueError(f"{value} is no field of a listing; there are {', '.join(FIELDS)}")
    return value


class ListingMap(Model):
    """What a person confirms before a listing is imported."""

    sheet: Str | None = Field(None, description="Name of the sheet; the first one without.")
    head: int = Field(1, ge=1, le=50, description="Row of the headings.")
    columns: dict[Str, Annotated[str, AfterValidator(_known_field)]] = Field(min_length=1)
    language: Str | None = Field(None, description="Language of texts, where letters do not tell.")
    country: Str | None = Field(None, description="Country of all rows, where no column says it.")
    dates: Literal["day-first", "month-first"] = "day-first"
    source: Source | None = Field(None, description="What the listing is.")
    themes: list[Term("themes")] | None = Field(None, description="Themes of rows that name none.")
    decisions: dict[Str, Str] | None = Field(
        None, description="Rows held back: `new`, or the key of the record they belong to."
    )
