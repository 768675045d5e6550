"""Every question over the real records: its table counted anew, its words and basis complete."""

from __future__ import annotations

import pytest

from macros.charts import basis, caveat, figure, table
from macros.charts.numbers import title
from macros.questions import QUESTIONS, Answer, ask
from macros.questions.answer import FEW
from macros.tables import Tables
from macros.text import LANGUAGES

from .analysed import COUNTRIES, raw, whole
from .recount import Raw, status
from .recount_tables import ESTIMATED, PARTIAL, TABLES

__all__ = ["raw", "whole"]


def test_every_question_is_recounted_or_named_as_an_estimate() -> None:
    assert set(QUESTIONS) == set(TABLES) | ESTIMATED


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("question", sorted(TABLES))
def test_table_is_the_one_counted_anew(
    whole: Tables, raw: Raw, question: str, country: str | None
) -> None:
    answer = ask(whole, question, country)
    wanted = TABLES[question](raw, country)
    columns = ["key", "column", "n"] if "column" in answer.table else ["key", "n"]
    shown = {
        tuple(row[:-1]) if len(row) > 2 else row[0]: int(row[-1])
        for row in answer.table[columns].itertuples(index=False)
    }
    assert {key: n for key, n in shown.items() if n} == {
        key: n for key, n in wanted.items() if n and (key in shown or question not in PARTIAL)
    }
    if question in PARTIAL and shown:
        left_out = [n for key, n in wanted.items() if key not in shown]
        assert max(left_out, default=0) <= min(shown.values())


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_records_with_and_without_are_all_records(
    whole: Tables, raw: Raw, question: str, country: str | None
) -> None:
    answer = ask(whole, question, country)
    by_country = question.endswith("-by-country")
    if answer.unit == "organisations":
        among = raw.orgs(None if by_country else country)
        if question == "founding-ages":
            among = {k: it for k, it in among.items() if status(it) not in ("closed", "merged")}
        assert answer.n_records + answer.n_without == len(among)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_answer_has_its_words_in_every_language(whole: Tables, question: str, lang: str) -> None:
    for country in COUNTRIES[:2]:
        answer = ask(whole, question, country)
        assert title(answer, lang)
        assert caveat(answer, lang) or not answer.caveats
        assert basis(answer, lang)
        head, rows, keys = table(answer, lang)
        assert len(rows) == len(keys)
        assert all(len(row) == len(head) for row in rows)


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_rows_lead_to_records(whole: Tables, question: str, tmp_path: object) -> None:
    """Each row has a filter of the directory or names its records, unless it counts sources."""
    answer = ask(whole, question, COUNTRIES[1])
    drawn = figure(answer, "en", str(tmp_path))
    for row in drawn.rows if question not in ("source-kinds", "bands") else ():
        counted = any(cell not in ("0", "") for cell in row.cells[1:])
        assert row.query or row.records or not counted, row.cells


def test_few_records_are_said_to_be_few(whole: Tables) -> None:
    for question in QUESTIONS:
        for country in COUNTRIES:
            answer = ask(whole, question, country)
            said = "a single one changes the picture" in caveat(answer, "en")
            assert said == (0 < answer.n_records < FEW)


def test_members_of_a_row_are_as_many_as_it_counts(whole: Tables) -> None:
    """Where a row counts organisations and names them, the two agree."""
    same = {
        "founding-periods", "founding-ages", "sponsor-kinds", "sponsors", "sponsor-dependence",
        "capacities", "evidence-age", "network-parts", "linked-authorities", "presence",
    }  # fmt: skip
    for question in same:
        answer: Answer = ask(whole, question, None)
        for key, n in answer.counts().items():
            assert len(answer.members.get(key, [])) == n, (question, key)
