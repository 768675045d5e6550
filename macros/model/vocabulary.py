"""A controlled list: keys for machines, words and definitions for readers."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from pydantic import Field

from .common import Model, Str, Term, Text


class LawsOn(Model):
    """Laws on a subject, as far as they concern a need."""

    subject: Term("law-subjects")
    concerns: list[Term("concerns")] | None = Field(
        None, description="Only provisions on these; all where none is named."
    )


class DrawsOn(Model):
    """Which records answer a need, or a question of law."""

    themes: list[Term("themes")] | None = Field(
        None, description="An organisation that works on one of them answers the need."
    )
    services: list[Term("services")] | None = Field(
        None, description="So does one that gives one of these services."
    )
    helpful: list[Term("services")] | None = Field(
        None, description="Services that put an organisation further up."
    )
    topics: list[Term("themes")] | None = Field(
        None, description="Mechanisms on these; those on the themes where none is named."
    )
    laws: list[LawsOn] | None = Field(None, description="Laws that apply.")
    concerns: list[Term("concerns")] | None = Field(
        None, description="Provisions on these bear on the question."
    )


class TermEntry(Model):
    """One term of a list."""

    labels: Text
    definition: Text
    broader: Str | None = None
    attributes: dict[str, Str] | None = None
    draws_on: DrawsOn | None = Field(None, description="Which records answer it.")
    avoid: dict[str, list[Str]] | None = Field(
        None, description="By language, or language and country: words not used for it."
    )
    sdg: list[Str] | None = Field(None, description="Targets of the Sustainable Development Goals.")


class Vocabulary(Model):
    """A list of terms. Keys are for ever: a term may be deprecated, never renamed."""

    labels: Text
    definition: Text
    one: Text | None = Field(None, description="A single term with its article, for messages.")
    terms: dict[str, TermEntry] = Field(min_length=1)
