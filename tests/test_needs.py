"""What organisations need to learn: counted from their records and their answers."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.checks import check
from macros.pages.blocks.common import Place
from macros.pages.blocks.programme import needs_matrix
from macros.programme.needs import answered, needs, programme_of, stated
from macros.publication import PublicRegister, publish
from macros.register import load

Write = Callable[[str, str], Path]

QUESTIONNAIRE = """
titles: {en: Questionnaire}
version: "1"
introduction: {en: About the organisation}
ethics: [{en: No names}]
sections:
  - id: capacities
    title: {en: Capacities}
    questions:
      - {id: gov_board, type: statement, area: governance, text: {en: A board meets}}
      - {id: gov_rule, type: statement, area: governance, text: {en: There is a rule}}
      - {id: fin_budget, type: statement, area: finance, text: {en: A budget is adopted}}
"""
MODULE = """
titles: {en: NAME}
summary: {en: What it is}
audience: [organisations]
FIELDS
objectives: [{en: Know it}]
outline: [{minutes: 60, title: {en: All of it}}]
assessment: {en: A test}
"""
ORGANISATION = """
names: {en: NAME}
status: [{value: active, as_of: 2024, source: s1}]
themes: [victim-support]
FIELDS
sources: {s1: {kind: report, title: Yearbook, date: 2024}}
collection: {stage: documented}
"""
ANSWERS = """
assessments:
  - as_of: 2023
    source: s1
    answers: [{statement: fin_budget, value: "no"}]
  - as_of: 2024
    source: s1
    answers:
      - {statement: gov_board, value: "yes"}
      - {statement: gov_rule, value: RULE}
      - {statement: fin_budget, value: not-known}
needs: [{kind: training, summary: {en: Courses}, source: s1}]
"""


def written(text: str, name: str, fields: str) -> str:
    return text.replace("NAME", name).replace("FIELDS", fields.strip())


@pytest.fixture
def public(home: Path, write: Write) -> PublicRegister:
    for path in (home / "data/organisations").rglob("*.yml"):
        path.unlink()
    for path in [*(home / "data/mechanisms").rglob("*.yml"), *(home / "data").glob("not-*.yml")]:
        path.unlink()
    write("questionnaire/organisations.yml", QUESTIONNAIRE)
    write("modules/board.yml", written(MODULE, "Board", "strengthens: [governance]"))
    write("modules/books.yml", written(MODULE, "Books", "strengthens: [finance]"))
    write("modules/law.yml", written(MODULE, "Law", "builds: [legal]"))
    for name, rule in (("one", "partly"), ("two", '"yes"')):
        fields = ANSWERS.replace("RULE", rule)
        write(f"organisations/xa/{name}.yml", written(ORGANISATION, name, fields))
    capacity = "capacities: [{area: legal, summary: {en: Lawyers}, source: s1}]"
    write("organisations/xa/three.yml", written(ORGANISATION, "three", capacity))
    write("organisations/xb/four.yml", written(ORGANISATION, "four", ""))
    register = load(str(home))
    problems = [it for it in check(register) if not it.is_error]
    return publish(register, problems)


def test_capacity_is_counted_by_country(public: PublicRegister) -> None:
    assert [(it.area, it.shown, it.modules) for it in needs(public)] == [
        ("legal", {"xa": 1, "xb": 0}, ("law",))
    ]


def test_only_latest_answers_that_are_known_count(public: PublicRegister) -> None:
    found = {it.area: it for it in answered(public)}
    assert list(found) == ["governance"]
    assert found["governance"].asked == {"xa": 2, "xb": 0}
    assert found["governance"].lacking == {"xa": 1, "xb": 0}
    assert found["governance"].modules == ("board",)


def test_stated_needs_are_counted_by_kind(public: PublicRegister) -> None:
    assert stated(public) == {"training": {"xa": 2, "xb": 0}}


def test_module_for_the_greater_lack_is_proposed_first(public: PublicRegister) -> None:
    assert programme_of(public, "xa") == ["law", "board"]  # 2 of 3 lack the one, 1 of 2 the other


@pytest.mark.parametrize(("lang", "share"), [("en", "1 of 2"), ("ar", "1 من 2"), ("fr", "1 sur 2")])
def test_matrix_shows_records_and_answers(lang: str, share: str, public: PublicRegister) -> None:
    page = html.unescape(needs_matrix(Place(public, lang, "")))
    assert share in page
    assert "modules/board/" in page and "modules/law/" in page


def test_matrix_says_when_nobody_has_answered(home: Path, write: Write) -> None:
    write("modules/law.yml", written(MODULE, "Law", "builds: [legal]"))
    register = load(str(home))
    page = needs_matrix(Place(publish(register, []), "en", ""))
    assert "No answer to the questionnaire is on record yet" in page
