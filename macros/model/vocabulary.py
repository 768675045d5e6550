"""A controlled list: keys for machines, words and definitions for readers."""

from __future__ import annotations

from pydantic import Field

from .common import Model, Str, Text


class TermEntry(Model):
    """One term of a list."""

    labels: Text
    definition: Text
    broader: Str | None = None
    attributes: dict[str, Str] | None = None
    avoid: dict[str, list[Str]] | None = Field(
        None, description="By language: words that the glossary does not use for it."
    )
    sdg: list[Str] | None = Field(None, description="Targets of the Sustainable Development Goals.")


class Vocabulary(Model):
    """A list of terms. Keys are for ever: a term may be deprecated, never renamed."""

    labels: Text
    definition: Text
    one: Text | None = Field(None, description="A single term with its article, for messages.")
    terms: dict[str, TermEntry] = Field(min_length=1)
