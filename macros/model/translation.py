"""Texts of one record in one more language, beside the record so that facts stay in view."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Date, Model, Str, Term


class TranslatedText(Model):
    """One text, and the original it was made from."""

    original: Str = Field(alias="from", description="Fingerprint of the original text.")
    text: Str
    state: Term("translation-states") | None = Field(None, description="If not that of the file.")
    date: Date | None = Field(None, description="If not that of the file.")


class Translation(Model):
    """The texts of one record in one language, by their place in it, such as `projects.0.title`."""

    state: Term("translation-states")
    date: Date = Field(description="When the texts were translated or reviewed.")
    texts: dict[str, TranslatedText] = Field(min_length=1)
