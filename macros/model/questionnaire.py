"""The questionnaire: what organisations are asked, and which field each answer fills."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import AfterValidator, Field, StrictBool

from ..problems import Loc
from .common import Model, Record, Str, Term, Text, fault

RECORD_LISTS = ("countries", "regions", "areas", "authorities", "organisations", "legislation")
"""Choices that are records, or parts of a country's record, and not terms of a vocabulary."""
ABOUT_THE_ANSWERS = ("key", "country", "language", "agreement", "source", "publication")
"""What a question may fill besides fields of the record: who answers, and what may be published."""

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


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in its place: its section, and the group it is asked in."""

    section: Section
    item: Item
    group: Question | None
    number: str
    """Section, question and, in a group, question of the group: `3.2.1`."""
    loc: Loc
    """Its place in the file."""

    @property
    def fills(self) -> Loc:
        """The place in an organisation's record; `*` stands for a new item of a list."""
        parts = self.item.fills.split(".") if self.item.fills else []
        if self.group:
            return (str(self.group.fills), "*", *parts)
        return tuple(parts)


def every(questionnaire: Questionnaire) -> Iterator[Asked]:
    """All questions in their order; a group comes before the questions in it."""
    for s, section in enumerate(questionnaire.sections):
        for q, question in enumerate(section.questions):
            number, loc = f"{s + 1}.{q + 1}", ("sections", s, "questions", q)
            yield Asked(section, question, None, number, loc)
            for i, item in enumerate(question.questions or ()):
                yield Asked(section, item, question, f"{number}.{i + 1}", (*loc, "questions", i))
