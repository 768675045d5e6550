"""The questionnaire asks for every field the report needs, and its questions fit together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..model import Organisation, Questionnaire
from ..model.common import Source
from ..model.faults import near
from ..model.fields import fields_at
from ..model.questionnaire import ABOUT_THE_ANSWERS, RECORD_LISTS, Asked, every
from ..problems import Loc, Problem
from ..register import Entry, Register

NOT_ASKED = ("notes", "sources", "collection", "assessments")
"""Fields that no single question fills: maintainers' own, and answers to the statements."""
NAMED_AT_ONCE = 6
"""Fields in one message, so that none is cut off."""
WITHOUT_FIELD = ("note", "statement")
WITH_CHOICES = ("one", "many")
ANSWERED_YES_NO = {"yes", "no"}


def covered_fields(register: Register) -> Iterator[Problem]:
    """Every field of an organisation's record has a question."""
    needed = [name for name in fields_at(Organisation, ()) if name not in NOT_ASKED]
    for entry in register.questionnaire.values():
        asked = {str(it.fills[0]) for it in every(entry.record) if it.fills}
        missing = [name for name in needed if name not in asked]
        for start in range(0, len(missing), NAMED_AT_ONCE):
            value = ", ".join(missing[start : start + NAMED_AT_ONCE])
            yield entry.problem("field-without-question", ("sections",), value=value)


def filled_fields(register: Register) -> Iterator[Problem]:
    """A question names the field that it fills, and the field is there."""
    for entry, it in _questions(register):
        if not it.item.fills:
            if it.item.type not in WITHOUT_FIELD:
                yield entry.problem("question-without-field", (*it.loc, "id"), value=it.item.id)
        elif unknown := _unknown_field(it):
            name, known = unknown
            values = {"value": name} | near(name, known)
            yield entry.problem("unknown-field", (*it.loc, "fills"), values=values)


def _unknown_field(it: Asked) -> tuple[str, list[str]] | None:
    """The first part of the way that is no field, and the fields that are there."""
    if it.fills[0] in ABOUT_THE_ANSWERS and not it.group:
        known = fields_at(Source, ()) if it.fills[0] == "source" else []
        return (str(it.fills[1]), known) if known and it.fills[1] not in known else None
    way: Loc = ()
    for part in it.fills:
        known = fields_at(Organisation, way)
        if part != "*" and known and part not in known:
            return str(part), known
        way = (*way, 0 if part == "*" else part)
    return None


def question_ids(register: Register) -> Iterator[Problem]:
    """No id stands for two questions."""
    for entry in register.questionnaire.values():
        count = Counter(it.item.id for it in every(entry.record))
        for it in every(entry.record):
            if count[it.item.id] > 1:
                yield entry.problem("question-id-twice", (*it.loc, "id"), value=it.item.id)


def choices(register: Register) -> Iterator[Problem]:
    """Choices are a vocabulary, a kind of record or the question's own, and those named exist."""
    for entry, it in _questions(register):
        name, known = it.item.choices, [*register.vocabularies, *RECORD_LISTS]
        if it.item.type in WITH_CHOICES and not (name or it.item.options):
            yield entry.problem("question-without-choices", (*it.loc, "id"), value=it.item.id)
        elif name and name not in known:
            values = {"value": name} | near(name, known)
            yield entry.problem("unknown-choices", (*it.loc, "choices"), values=values)
        offered = _answers_of(it, register, whole=True)
        for index, value in enumerate(it.item.only or ()):
            if offered and value not in offered:
                values = {"value": value} | near(value, sorted(offered))
                yield entry.problem("unknown-answer", (*it.loc, "only", index), values=values)


def skip_rules(register: Register) -> Iterator[Problem]:
    """A rule looks back at a question that was asked before, and at an answer it can have."""
    for entry in register.questionnaire.values():
        before: dict[str, Asked] = {}
        ruled: set[Loc] = set()
        for it in every(entry.record):
            section: Loc = it.loc[:2]
            if section not in ruled:
                ruled.add(section)
                yield from _rule(entry, section, it.section.ask_if, before, register)
            yield from _rule(entry, it.loc, it.item.ask_if, before, register)
            before[it.item.id] = it


def _rule(
    entry: Entry[Questionnaire],
    loc: Loc,
    rule: object,
    before: dict[str, Asked],
    register: Register,
) -> Iterator[Problem]:
    question = getattr(rule, "question", None)
    if question is None:
        return
    if question not in before:
        values = {"value": question} | near(question, list(before))
        yield entry.problem("unknown-question", (*loc, "ask_if", "question"), values=values)
        return
    offered = _answers_of(before[question], register)
    for index, value in enumerate(getattr(rule, "answers", ())):
        if offered and value not in offered:
            values = {"value": value} | near(value, sorted(offered))
            yield entry.problem("unknown-answer", (*loc, "ask_if", "is", index), values=values)


def _answers_of(it: Asked, register: Register, whole: bool = False) -> set[str]:
    """The answers that a question offers; empty where they depend on records."""
    if it.item.type == "yes-no":
        return ANSWERED_YES_NO
    if it.item.options:
        return set(it.item.options)
    if it.item.choices == "authorities":
        home = register.vocabularies.get("authority-kinds")
    else:
        home = register.vocabularies.get(str(it.item.choices))
    terms = set(home.record.terms) if home else set()
    return terms if whole or not it.item.only else terms & set(it.item.only)


def _questions(register: Register) -> Iterator[tuple[Entry[Questionnaire], Asked]]:
    for entry in register.questionnaire.values():
        for it in every(entry.record):
            yield entry, it


def statement_ids(register: Register) -> Iterator[Problem]:
    """Answers to statements belong to statements of a questionnaire."""
    questions = [it.item for _, it in _questions(register)]
    known = [item.id for item in questions if item.type == "statement"]
    for entry in register.organisations.values() if known else ():
        for index, given in enumerate(entry.record.assessments or ()):
            for number, answer in enumerate(given.answers):
                if answer.statement not in known:
                    loc = ("assessments", index, "answers", number, "statement")
                    values = {"value": answer.statement} | near(answer.statement, known)
                    yield entry.problem("unknown-question", loc, values=values)


def consented_answers(entry: Entry[Any]) -> Iterator[Problem]:
    """What an organisation told is in its record only if it agreed to that."""
    typed = entry.data.get("publication")
    consent = typed.get("consent") if isinstance(typed, dict) else None
    if entry.kind != "organisations" or consent == "granted":
        return
    for name, source in entry.sources.items():
        if source.get("kind") in ("interview", "questionnaire"):
            loc = ("sources", name)
            yield entry.problem("answers-without-consent", loc, value=name, at_key=True)
