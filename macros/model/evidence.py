"""Pieces of evidence on cooperation: a statement of a source, and a result that was counted."""

from __future__ import annotations

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from .common import LARGEST, Date, Model, SourceRef, Text, figure_form


class Statement(Model):
    """One thing that a source says, or that the register itself remarks."""

    text: Text
    source: SourceRef | None = None
    own_remark: bool | None = Field(
        None, description="Whether it is the register's own remark, not what a source says."
    )


class Result(Model):
    """What was counted or measured, as the source gives it."""

    measure: Text
    value: Annotated[
        Annotated[int, Field(strict=True, ge=0, le=LARGEST), Tag("number")]
        | Annotated[Text, Tag("text")],
        Discriminator(figure_form),
    ]
    period: Text | None = Field(None, description="When, in words; a single year is in `year`.")
    year: Date | None = None
    source: SourceRef
