"""The questionnaire: what organisations are asked, and which field of a record each answer fills."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field, StrictBool

from .common import Model, Record, Str, Term, Text, fault

_ID = re.compile("[a-z][a-z0-9_]{0,40}")


def _question_id(value: str) -> str:
    # Names of XLSForm questions: letters, digits and underscores.
    if not _ID.fullmatch(value):
        raise fault("bad-question-id", value=value)
    return value


QuestionId = Annotated[Str, AfterValidator(_question_id)]


class Condition(Model):
    """When a question is asked: another question has one of these answers."""

    question: Str
    answers: list[Str] = Field(alias="is", min_length=1)


class Item(Model):
    """One question."""

    id: QuestionId
    type: Term("question-types")
    text: Text
    hint: Text | None = Field(None, description="For interviewers.")
    fills: Str | None = Field(None, description="Field of the record that the answer fills.")
    beside: dict[Str, Str] | None = Field(None, description="Fields set beside the answer.")
    choices: Str | None = Field(None, description="A vocabulary, or a kind of record.")
    only: list[Str] | None = Field(None, description="Of these choices, those that are offered.")
    options: dict[Str, Text] | None = Field(None, description="Choices of the question's own.")
    area: Term("assessment-areas") | None = Field(None, description="Of a statement.")
    ask_if: Condition | None = None
    required: StrictBool | None = None


class Question(Item):
    """One question; a group or repeat holds others."""

    questions: list[Item] | None = Field(None, min_length=1)


class Section(Model):
    """Questions on one subject."""

    id: QuestionId
    title: Text
    text: Text | None = Field(None, description="Read out before the section.")
    ask_if: Condition | None = None
    questions: list[Question] = Field(min_length=1)


class Questionnaire(Record):
    """Sections and questions in their order."""

    titles: Text
    version: Str
    introduction: Text
    ethics: list[Text] = Field(min_length=1, description="What interviewers hold to.")
    sections: list[Section] = Field(min_length=1)
