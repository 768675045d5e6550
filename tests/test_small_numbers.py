"""The words of the report where little or nothing is on record."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from macros.charts import figure
from macros.questions import QUESTIONS, ask
from macros.report import Report, report
from macros.report.sections.law import is_several
from macros.report.writer import SMALL, Writer, within
from macros.tables import Tables, tables
from macros.text import LANGUAGES
from macros.words import words

from .invented import Record, organisation, register, relation


def made(home: Path, organisations: dict[str, Record]) -> Tables:
    return tables(register(home, organisations))


def texts(written: Report) -> str:
    return "\n".join(sentence.text for _, sentence in written.sentences())


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(made(tmp_path, {"xa-one": organisation(1)}), None, "en")


@pytest.mark.parametrize(
    ("n", "total", "words"),
    [
        (1, 40, "one organisation (1 of 40)"),
        (1, 1, "one organisation (1 of 1)"),
        (2, 40, "few organisations (2 of 40)"),
        (4, 40, "few organisations (4 of 40)"),
        (12, 40, "a minority of the organisations (12 of 40)"),
        (20, 40, "about half of the organisations (20 of 40)"),
        (30, 40, "most organisations (30 of 40)"),
        (40, 40, "all organisations (40 of 40)"),
        (7, 9, "some organisations (7 of 9)"),
        (9, 9, "all organisations (9 of 9)"),
    ],
)
def test_how_many_is_said_in_fitting_words(writer: Writer, n: int, total: int, words: str) -> None:
    assert "".join(run.text for run in writer.extent(n, total).runs) == words


def test_no_share_is_named_among_very_few(writer: Writer) -> None:
    for total in range(3, SMALL):
        for n in range(2, total):
            said = "".join(run.text for run in writer.extent(n, total).runs)
            assert not re.search("most|half|minority|few", said)


def test_label_inside_a_sentence_keeps_its_acronym() -> None:
    assert within("Legal aid") == "legal aid"
    assert within("ONG internationale") == "ONG internationale"
    assert within("État de droit") == "état de droit"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_single_bare_organisation_makes_a_whole_report(tmp_path: Path, lang: str) -> None:
    found = made(tmp_path, {"xa-one": organisation(1, region=None)})
    for country in (None, "xa", "xb"):
        written = report(found, lang, country)
        for _, sentence in written.sentences():
            assert sentence.text.strip()
            assert "{" not in sentence.text
            assert not re.search(r"\(\)|: *\.$| [.,](?!\.)", sentence.text), sentence.text


def test_what_nobody_has_is_said_in_so_many_words(tmp_path: Path) -> None:
    said = texts(report(made(tmp_path, {"xa-one": organisation(1)}), "en"))
    for sentence in (
        "No relation with an official body is on record.",
        "No relation with a prosecution office is on record.",
        "Neither cooperation nor conflict with official bodies is on record.",
        "No service is on record.",
        "No year of founding is on record.",
        "Neither projects nor achievements are on record.",
        "No capacity is on record.",
        "No sponsor is on record.",
        "No mechanism is on record.",
        "No provision in force is on record.",
        "On drugs, none is on record.",
        "Nobody is assessable here yet.",
    ):
        assert sentence in said


def test_report_claims_nothing_for_a_country_without_records(tmp_path: Path) -> None:
    said = texts(report(made(tmp_path, {"xa-one": organisation(3, projects=3)}), "en", "xb"))
    assert "No organisation is on record for this topic." in said
    assert "for most organisations" not in said
    assert "clearly in the upper half (" not in said


def test_points_for_dialogue_need_a_cause_on_record(tmp_path: Path) -> None:
    quiet = report(made(tmp_path, {"xa-one": organisation(1)}), "en")
    dispute = organisation(1, authority_relations=[relation("dispute")])
    loud = report(made(tmp_path, {"xa-one": dispute}), "en")
    ids = [{at for at, _ in each.walk()} for each in (quiet, loud)]
    assert "point-disputes" not in ids[0]
    assert "point-disputes" in ids[1]
    assert "point-complaints" not in ids[1]


@pytest.mark.parametrize(
    ("kinds", "phrase"),
    [
        (["agreement", "referral", "dispute"], "Cooperation outweighs conflict"),
        (["agreement", "dispute"], "about as frequent"),
        (["agreement", "dispute", "litigation"], "Conflict outweighs cooperation"),
    ],
)
def test_balance_of_cooperation_and_conflict_follows_the_record(
    tmp_path: Path, kinds: list[str], phrase: str
) -> None:
    one = organisation(1, authority_relations=[relation(kind) for kind in kinds])
    assert phrase in texts(report(made(tmp_path, {"xa-one": one}), "en"))


def test_trend_of_nearly_equal_numbers_is_none(tmp_path: Path) -> None:
    def written(years: list[str]) -> str:
        relations = [relation("agreement") | {"year": year} for year in years]
        one = organisation(1, authority_relations=relations)
        return texts(report(made(tmp_path, {"xa-one": one}), "en"))

    assert "are about as many" in written(["2010"] * 6 + ["2020"] * 5)
    assert "are more numerous" in written(["2010"] * 2 + ["2020"] * 5)
    assert "are fewer" in written(["2010"] * 5 + ["2020"] * 2)
    assert "not yet a trend" in written(["2010"] * 5 + ["2020"] * 2)


def test_nobody_asked_is_said_until_an_organisation_has_spoken(tmp_path: Path) -> None:
    silent = texts(report(made(tmp_path, {"xa-one": organisation(1)}), "en"))
    assert "No interview has been held and no questionnaire has been answered yet." in silent
    assert "Organisations have not been asked yet what they need" in silent
    need = {"kind": "training", "summary": {"en": "A course"}, "source": "q"}
    agreed = {"consent": "granted", "consent_date": "2025-01-01"}
    one = organisation(1, needs=[need], publication=agreed)
    one["sources"]["q"] = {"kind": "questionnaire", "title": "Answers", "date": "2025-01-01"}
    said = texts(report(made(tmp_path, {"xa-one": one, "xa-two": organisation(1)}), "en"))
    assert "answer to the questionnaire is on record for one organisation (1 of 2)." in said
    assert "their needs (1), of legal obstacles (0) and of their own capacities (0)" in said
    assert "No interview has been held" not in said


@pytest.mark.parametrize(
    ("article", "several"),
    [("7", False), ("35-2", False), ("113 bis", False), ("7, 9", True), ("14-17", True)],
)
def test_several_articles_are_told_from_one_with_a_dash(article: str, several: bool) -> None:
    assert is_several(article) is several


def test_achievement_is_quoted_with_the_kind_of_its_source(tmp_path: Path) -> None:
    one = organisation(2, achievements=1, themes=["drugs"])
    said = texts(report(made(tmp_path, {"xa-one": one}), "en"))
    assert "Lantern Centre (2021): Result 0 [source: own website]." in said


def test_what_is_not_on_record_is_not_counted_as_part_of_nothing(tmp_path: Path) -> None:
    said = texts(report(made(tmp_path, {"xa-one": organisation(1)}), "en"))
    assert "no agreement with an official body." in said
    assert "agreements with official bodies (0)" not in said
    assert "Practices of this kind" not in said
    assert "What could be done is proposed in" not in said


def test_closed_organisation_is_named_as_closed(tmp_path: Path) -> None:
    closed = organisation(1, status=[{"value": "closed", "source": "s1"}])
    said = texts(report(made(tmp_path, {"xa-one": closed, "xa-two": organisation(1)}), "en"))
    assert "Closed or merged according to a source: Lantern Centre." in said


def test_achievement_is_shown_under_the_topic_an_organisation_mainly_works_on(
    tmp_path: Path,
) -> None:
    aside = organisation(1, achievements=1, themes=["human-rights", "legal-aid", "drugs"])
    mainly = organisation(1, achievements=1, themes=["drugs", "legal-aid"])
    for record, shown in ((aside, False), (mainly, True)):
        written = report(made(tmp_path, {"xa-one": record}), "en")
        under = [s.text for at, s in written.sentences() if at == "topic-drugs"]
        assert any("Result 0" in text for text in under) is shown


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_question_without_records_draws_nothing_and_says_so(tmp_path: Path, question: str) -> None:
    found = made(tmp_path, {"xa-one": organisation(1)})
    answer = ask(found, question, "xb")
    drawn = figure(answer, "en", str(tmp_path / "charts"))
    if not answer.total:
        assert drawn.svg == ""
        assert drawn.alternative


def test_phrases_of_the_report_are_all_used_and_complete() -> None:
    """Each phrase is in every language, with the same places."""
    for area in ("evaluation", "questions", "assessment"):
        places = [
            {
                name: sorted(re.findall(r"\{(\w+)\}", text))
                for name, text in words(area, lang).items()
            }
            for lang in LANGUAGES
        ]
        assert places[0] == places[1] == places[2]
