"""Law on pages: what applies, where and from when, step by step, and compared."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from typing import Any

import pytest

from macros.pages.blocks.law import law_provisions, law_summary, law_versions
from macros.pages.blocks.law_matrix import law_matrix
from macros.pages.blocks.law_steps import law_questions, law_steps
from macros.pages.blocks.law_timeline import law_timeline
from macros.pages.blocks.prosecution import prosecution_work
from macros.pages.provision_table import COLUMNS, provision_table
from macros.provisions import provisions
from macros.publication import PublicRegister
from macros.text import LANGUAGES

Draw = Callable[..., Any]


def said(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_law_that_applies_in_part_of_a_country_says_where(draw: Draw) -> None:
    line = said(draw(law_provisions, "xa").get_element_by_id("xa-victims-act-1"))
    assert "only in: The northern authority" in line
    assert "art. 4" in line
    assert "Gazette 9 (2021)" in line


def test_draft_is_shown_as_not_in_force(draw: Draw) -> None:
    line = said(draw(law_provisions, "xa").get_element_by_id("xa-draft-societies-law-1"))
    assert "not in force yet" in line


def test_replaced_law_stands_apart_as_earlier_law(public: PublicRegister, draw: Draw) -> None:
    block = draw(law_provisions, "xa")
    earlier = {
        it.get("id") for it in block.xpath(".//details[contains(@class, 'earlier')]//li[@id]")
    }
    assert earlier == {it.id for it in provisions(public, "xa") if it.standing == "past"}


def test_every_provision_of_a_country_stands_on_its_page_once(
    public: PublicRegister, draw: Draw
) -> None:
    shown = [it.get("id") for it in draw(law_provisions, "xa").xpath(".//li[@id]")]
    assert sorted(shown) == sorted(it.id for it in provisions(public, "xa"))


def test_digest_counts_what_is_in_force(public: PublicRegister, draw: Draw) -> None:
    counts = [int(said(it)) for it in draw(law_summary, "xa").xpath(".//dd")]
    assert sum(counts) == sum(it.standing == "now" for it in provisions(public, "xa"))


def test_step_shows_the_provision_that_answers_it(draw: Draw) -> None:
    answer = draw(law_steps, "xa").get_element_by_id("referral-rule").getnext()
    assert "Offices may send victims to societies" in said(answer)
    assert "open question" not in said(answer)


def test_question_that_no_source_answers_is_open_and_listed(draw: Draw) -> None:
    answer = draw(law_steps, "xa").get_element_by_id("prison-visit-permission").getnext()
    assert "An open question for interviews" in said(answer)
    listed = [it.get("href") for it in draw(law_questions, "xa").xpath(".//a")]
    assert "#prison-visit-permission" in listed
    assert "#referral-rule" not in listed


def test_matrix_adds_up_to_the_provisions_in_force(public: PublicRegister, draw: Draw) -> None:
    rows = draw(law_matrix).xpath(".//table[@id='matrix']//tr[td]")
    cells = [[numbers(cell) for cell in row.xpath("./td")] for row in rows]
    *body, totals = cells
    assert [sum(row[i] for row in body) for i in range(len(totals))] == totals
    assert sum(totals) == sum(it.standing == "now" for it in provisions(public))


def numbers(cell: Any) -> int:
    return sum(int(it) for it in re.findall(r"\d+", cell.text_content()))


def test_number_in_the_matrix_leads_to_its_provisions(draw: Draw) -> None:
    block = draw(law_matrix)
    links = block.xpath(".//table[@id='matrix']//td/a")
    assert links
    for link in links:
        heading = block.get_element_by_id(link.get("href").removeprefix("#"))
        effect = link.get("class").split()[-1]
        rows = heading.getnext().xpath(f".//span[contains(@class, '{effect}')]")
        assert len(rows) >= numbers(link)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_table_to_download_holds_every_provision_in_whole_rows(
    public: PublicRegister, lang: str
) -> None:
    text = provision_table(public, lang)
    assert text.startswith("\ufeff")
    head, *rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")))
    assert len(head) == len(COLUMNS)
    assert [row[0] for row in rows] == [it.id for it in provisions(public)]
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_text_that_looks_like_a_formula_is_no_formula_in_a_spreadsheet(
    public: PublicRegister,
) -> None:
    rows = list(csv.DictReader(io.StringIO(provision_table(public, "en").removeprefix("\ufeff"))))
    cells = [value for row in rows for value in row.values()]
    assert any(value.startswith("'=SUM") for value in cells)
    assert not any(value.startswith(("=", "+", "-", "@")) for value in cells)


def test_versions_name_the_text_that_was_read(draw: Draw) -> None:
    rows = {
        said(row.xpath("./th")[0]): said(row) for row in draw(law_versions, "xa").xpath(".//tr[td]")
    }
    assert "Text of 2016" in rows["Second Societies Law"]
    assert "The southern authority" in rows["Victims Act"]


def test_timeline_holds_association_laws_only_oldest_first(draw: Draw) -> None:
    titles = [said(it) for it in draw(law_timeline, "xa").xpath(".//li//a")]
    assert titles == [
        "Societies Law",
        "Second Societies Law",
        "Third Societies Law",
        "Draft Societies Law",
    ]


def test_country_without_laws_says_so(draw: Draw) -> None:
    assert "No provision is recorded." in said(draw(law_provisions, "xb"))
    assert said(draw(law_timeline, "xb")) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("block", [law_provisions, law_steps, law_questions, law_versions])
def test_text_in_another_language_is_marked_as_such(block: Any, lang: str, draw: Draw) -> None:
    marked = draw(block, "xa", lang=lang).xpath(".//*[@lang]")
    assert all(it.get("lang") != lang and it.get("dir") for it in marked)


def test_work_of_bodies_comes_with_its_sources_prosecution_first(draw: Draw) -> None:
    block = draw(prosecution_work)
    assert block.xpath(".//section")
    for section in block.xpath(".//section"):
        assert section.xpath(".//p[contains(@class, 'from')]//bdi"), said(section)
    labels = [said(it) for it in block.xpath(".//h3")]
    assert labels[0] == "Public prosecution"
