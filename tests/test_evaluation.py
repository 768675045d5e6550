"""The evaluative report over the real records: every number counted anew from the files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from macros.exports.json_api import PAGED
from macros.report import Bullets, Grid, Paragraph, Picture, Report, Section, Sentence, report
from macros.tables import Tables, tables
from macros.text import LANGUAGES
from macros.words import words

from .analysed import COUNTRIES, raw, whole
from .conftest import ROOT
from .recount import Raw
from .recount_sentences import ESTIMATED, GREATEST, SENTENCES

__all__ = ["raw", "whole"]

QUOTED = {
    "topic-achievement", "topic-achievement-undated", "law-line", "law-line-several",
    "law-line-bare", "state",
}  # fmt: skip
"""Sentences that hold a text or a date of the records, with figures of its own."""


Reported = Callable[..., Report]


@pytest.fixture(scope="module")
def reported(whole: Tables) -> Reported:
    """The report on a country in a language, written once."""

    @cache
    def reported_(country: str | None, lang: str = "en") -> Report:
        return report(whole, lang, country)

    return reported_


def test_nothing_of_the_records_is_withheld_or_the_recount_would_see_too_much(raw: Raw) -> None:
    for record in raw.organisations.values():
        publication = record.get("publication", {})
        assert publication.get("exposure", "full") == "full"
        assert publication.get("consent", "public-sources") != "withheld"


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_number_is_the_one_counted_anew(
    reported: Reported, raw: Raw, country: str | None
) -> None:
    for section, sentence in reported(country).sentences():
        if not sentence.numbers:
            continue
        if sentence.phrase in ESTIMATED and sentence.phrase not in SENTENCES:
            continue
        wanted = SENTENCES[sentence.phrase](raw, country, section)
        for place, stated in sentence.numbers.items():
            if sentence.phrase in ESTIMATED and place == "n":
                continue
            right = wanted[place]
            if isinstance(stated, int):
                assert stated == right, (sentence.phrase, place, sentence.text)
            else:
                assert {key: right[key] for key in stated} == dict(stated), sentence.text


@pytest.mark.parametrize("country", COUNTRIES)
def test_greatest_categories_leave_out_none_that_is_greater(
    reported: Reported, raw: Raw, country: str | None
) -> None:
    for section, sentence in reported(country).sentences():
        if sentence.phrase not in GREATEST:
            continue
        wanted = SENTENCES[sentence.phrase](raw, country, section)
        for place, stated in sentence.numbers.items():
            if not isinstance(stated, int) and set(stated) != {"n", "total"}:
                others = [n for key, n in wanted[place].items() if key not in stated]
                assert max(others, default=0) <= min(stated.values()), sentence.text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("country", COUNTRIES)
def test_no_figure_stands_in_a_sentence_that_is_not_accounted_for(
    reported: Reported, country: str | None, lang: str
) -> None:
    for _, sentence in reported(country, lang).sentences():
        if sentence.phrase not in QUOTED:
            wanted = sorted(str(n) for n in flat(sentence))
            fixed = re.findall(
                r"\d+", re.sub(r"\{\w+\}", "", words("evaluation", lang)[sentence.phrase])
            )
            allowed = wanted + fixed + named_figures(sentence)
            figures = re.findall(
                r"\d+", re.sub(r"(?<=\d)[\s,\u202f٬.](?=\d{3})", "", sentence.text)
            )
            for figure in figures:
                assert figure in allowed, (figure, sentence.text)
            for number in wanted:
                assert number in figures, (number, sentence.text)


def flat(sentence: Sentence) -> Iterator[int]:
    for value in sentence.numbers.values():
        yield from (value,) if isinstance(value, int) else value.values()


def named_figures(sentence: Sentence) -> list[str]:
    """Figures in names of records and places, and in periods."""
    linked = " ".join(run.text for run in sentence.runs if run.href or run.lang)
    period = re.findall(r"\d{4}–\d{4}|… – \d{4}", sentence.text)
    return re.findall(r"\d+", f"{linked} {' '.join(period)}")


@pytest.mark.parametrize("country", COUNTRIES)
def test_languages_state_the_same_numbers(reported: Reported, country: str | None) -> None:
    english = [(at, it.phrase, dict(it.numbers)) for at, it in reported(country).sentences()]
    for lang in LANGUAGES:
        other = reported(country, lang).sentences()
        assert [(at, it.phrase, dict(it.numbers)) for at, it in other] == english


@pytest.mark.parametrize("country", COUNTRIES)
def test_named_as_upper_are_as_many_as_stated(reported: Reported, country: str | None) -> None:
    for _, sentence in reported(country).sentences():
        if sentence.phrase == "assessment-upper":
            names = [run for run in sentence.runs if run.href.startswith("organisations/")]
            assert len(names) == sentence.numbers["n"] <= sentence.numbers["total"]


def test_only_those_clearly_in_the_upper_half_are_named(whole: Tables, reported: Reported) -> None:
    frame = whole["standings"]
    for country in COUNTRIES:
        for section, sentence in reported(country).sentences():
            if section.startswith("dimension-"):
                rows = frame[frame["dimension"] == section.removeprefix("dimension-")]
                upper = {f"organisations/{key}/" for key in rows[rows["is_upper"]]["organisation"]}
                assert {run.href for run in sentence.runs if run.href} <= upper


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_link_leads_to_a_page_or_a_place_of_the_report(
    whole: Tables, reported: Reported, lang: str
) -> None:
    public = whole.public
    for country in COUNTRIES:
        written = reported(country, lang)
        anchors = {f"#{at}" for at, _ in written.walk()} | {
            f"#{part.id}" for section in written.sections for part in sections(section)
        }
        for href in {run.href for run in runs(written) if run.href}:
            path, _, anchor = href.partition("#")
            if href.startswith("#"):
                assert href in anchors
            elif path.startswith("organisations/?"):
                assert re.fullmatch(r"organisations/\?(country=[a-z]{2}&)?\w+=[\w-]+", path), href
            elif path == "practices/":
                assert not anchor or anchor in public.vocabularies["cooperation-forms"].record.terms
            elif path.count("/") == 2 and path.split("/")[0] in PAGED:
                kind, key, _ = path.split("/")
                assert key in public.of(kind)
            else:
                source = ROOT / "docs" / path.rstrip("/")
                assert source.with_suffix(".md").is_file() or (source / "index.md").is_file(), href
                assert not anchor or f"{{#{anchor}}}" in source.with_suffix(".md").read_text(
                    "utf-8"
                )


def sections(section: Section) -> Iterator[Section]:
    yield section
    for part in section.parts:
        yield from sections(part)


def runs(written: Report) -> Iterator[object]:
    for _, block in written.walk():
        if isinstance(block, Paragraph):
            yield from (run for it in block.sentences for run in it.runs)
        elif isinstance(block, Bullets):
            yield from (run for it in block.items for run in it.runs)
        elif isinstance(block, Grid):
            yield from (run for row in block.rows for cell in row for run in cell)


@pytest.mark.parametrize("country", COUNTRIES)
def test_anchors_of_a_report_are_unique(reported: Reported, country: str | None) -> None:
    written = reported(country)
    ids = [part.id for section in written.sections for part in sections(section)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("country", COUNTRIES)
def test_annex_holds_every_organisation_once(
    reported: Reported, raw: Raw, country: str | None
) -> None:
    grids = [block for _, block in reported(country).walk() if isinstance(block, Grid)]
    keys = [row[0][0].href.split("/")[1] for grid in grids for row in grid.rows]
    assert sorted(keys) == sorted(raw.orgs(country))
    for grid in grids:
        for row in grid.rows:
            record = raw.organisations[row[0][0].href.split("/")[1]]
            counts = [
                len(record.get(name, []))
                for name in ("projects", "achievements", "authority_relations")
            ]
            assert [row[column][0].text for column in (4, 5, 6)] == [str(n) for n in counts]


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_sentence_is_complete(reported: Reported, country: str | None) -> None:
    for lang in LANGUAGES:
        for _, sentence in reported(country, lang).sentences():
            assert sentence.text.strip()
            assert "{" not in sentence.text
            assert not re.search(r"\(\s*\)| [.,](?!\.)|: *\.$", sentence.text), sentence.text


def test_same_records_make_the_same_report(whole: Tables, reported: Reported) -> None:
    again, before = report(tables(whole.public), "fr"), reported(None, "fr")
    assert list(again.sentences()) == list(before.sentences())
    pairs = zip(again.pictures(), before.pictures(), strict=True)
    assert all(one.answer.table.equals(other.answer.table) for one, other in pairs)


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_chapter_of_the_programme_is_there(reported: Reported, country: str | None) -> None:
    """Stocktake, relations, capacities, contribution, law, points for dialogue, focus groups."""
    wanted = (
        "summary", "method", "stocktake", "themes", "work", "contribution", "relations",
        "capacities", "assessment", "law", "gaps", "dialogue", "focus", "annex",
    )  # fmt: skip
    written = reported(country)
    assert tuple(section.id for section in written.sections) == wanted
    topics = [part.id for part in written.sections[5].parts]
    assert topics == ["topic-crime", "topic-drugs", "topic-human-rights"]
    assert all(any(True for _ in section.walk()) for section in written.sections)


def test_each_picture_has_a_table(reported: Reported) -> None:
    for country in COUNTRIES:
        for picture in reported(country).pictures():
            assert isinstance(picture, Picture)
            assert len(picture.answer.table), picture.answer.question


def test_pages_of_the_report_exist_for_every_country() -> None:
    english = {path.name for path in Path(ROOT / "docs" / "report").glob("*.md")}
    for lang in LANGUAGES:
        suffix = "" if lang == next(iter(LANGUAGES)) else f".{lang}"
        for name in [n for n in english if n.count(".") == 1]:
            assert name.replace(".md", f"{suffix}.md") in english
