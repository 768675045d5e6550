"""Packs of events and action plans on paper: the whole chain of an invented country."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pypdfium2
import pytest
from typer.testing import Result

from macros.derived import actions_of
from macros.documents import made
from macros.documents.kinds import FORMATS, KINDS, file_name
from macros.documents.made import one
from macros.documents.model import Chart, Document, Heading, PageBreak, Table, plain, words_of
from macros.documents.pack_forms import PERSONS
from macros.documents.pdf import pdf
from macros.pages.record_pages import pages
from macros.publication import PublicRegister
from macros.text import DEFAULT, LANGUAGES, pick
from macros.words import words

from ..chain import lay
from ..conftest import home as home
from .conftest import one_line, published, text_of

Write = Callable[[str, str], Path]
STEPS = ("focus-group", "discussion", "workshop", "training")
PLANNED = """
titles: {en: Roundtable to come}
kind: roundtable
status: proposed
themes: [victim-support]
objectives: [{en: Meet as equals}]
rests_on: [{mechanism: xa-victims-committee}]
concept: {background: {en: Nothing has been agreed}, questions: [{en: Who begins?}]}
modules: [referral]
"""


@pytest.fixture
def public(home: Path, write: Write) -> PublicRegister:
    lay(write)
    write("events/xa/planned.yml", PLANNED)
    return published(home)


def said(document: Document) -> str:
    """All that a document says, heads of tables included."""
    heads = [head for block in document.blocks if isinstance(block, Table) for head in block.head]
    return " ".join([*(plain(words) for words in words_of(document.blocks)), *heads])


def parts(document: Document) -> list[str]:
    return [
        plain(block.text)
        for block in document.blocks
        if isinstance(block, Heading) and block.level == 1
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pack_holds_every_part_on_pages_of_its_own(lang: str, public: PublicRegister) -> None:
    document = one(public, "pack", "xa-planned", lang)
    own, shared = words("packs", lang), words("records", lang)
    titles = [
        own["concept"], shared["agenda"], shared["invited"], own["guide_training"],
        own["attendance"], own["report_form"], own["evaluation"],
    ]  # fmt: skip
    assert parts(document) == titles
    assert sum(isinstance(block, PageBreak) for block in document.blocks) == len(titles) - 1
    pages = [one_line(page.get_textpage().get_text_range()) for page in
             pypdfium2.PdfDocument(pdf(document))]  # fmt: skip
    for number in range(len(titles)):
        starts = [page for page in pages if f" {number + 1} " in f" {page} "]
        assert starts, titles[number]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_attendance_sheet_is_one_page_of_blank_lines(lang: str, public: PublicRegister) -> None:
    document = one(public, "pack", "xa-planned", lang)
    title = words("packs", lang)["attendance"]
    heads = [number for number, block in enumerate(document.blocks)
             if isinstance(block, Heading) and plain(block.text) == title]  # fmt: skip
    sheet = document.blocks[heads[0] + 3]
    assert isinstance(sheet, Table) and len(sheet.rows) == PERSONS
    assert not any(cell for row in sheet.rows for cell in row[1:])
    running = [one_line(page.get_textpage().get_text_range()).split(title)
               for page in pypdfium2.PdfDocument(pdf(document))]  # fmt: skip
    assert sum(len(page) > 2 for page in running) <= 1  # heading and running head: one page


def test_proposal_says_so_in_every_part_that_is_handed_on(public: PublicRegister) -> None:
    notice = words("records", "en")["proposal_notice"]
    assert said(one(public, "pack", "xa-planned", "en")).count(notice) == 3
    assert notice not in said(one(public, "pack", "xa-workshop", "en"))


def test_pack_gives_a_reason_for_every_participant(public: PublicRegister) -> None:
    document = one(public, "pack", "xa-planned", "en")
    lists = [it for it in document.blocks if isinstance(it, Table) and it.head[-1] == "Reason"]
    assert len(lists) == 2
    assert all(row[-1] for table in lists for row in table.rows)


def test_what_stays_inside_is_in_no_pack(public: PublicRegister) -> None:
    text = said(one(public, "pack", "xa-workshop", "en"))
    assert "It made most referrals" in text and "It decides on the form" in text
    assert "stays inside" not in text


def test_report_of_what_was_held_stands_in_place_of_the_form(public: PublicRegister) -> None:
    document = one(public, "pack", "xa-focus-group", "en")
    assert "Report" in parts(document) and "Report form" not in parts(document)
    text = said(document)
    for part in ("Calls are not answered", "One form for referrals", "Offices are too far apart"):
        assert part in text
    text = said(one(public, "pack", "xa-training", "en"))
    assert "Referring a case 12 11" in text
    assert "The form line by line" in text  # the trainer's guide


def test_plan_on_paper_holds_drafts_comments_decisions_and_progress(public: PublicRegister) -> None:
    text = said(one(public, "action-plan", "xa", "en"))
    for part in (
        "A form of three pages", "A form of one page", "Three pages are too long", "Shortened",
        "Approved", "Rejected", "No staff at night", "Measured: 3", "recommendation r1",
        "First training", "not in this draft",
    ):  # fmt: skip
        assert part in text, part


@pytest.mark.parametrize("lang", LANGUAGES)
def test_months_of_a_plan_are_drawn_and_said(lang: str, public: PublicRegister) -> None:
    document = one(public, "action-plan", "xa", lang)
    (drawn,) = [it for it in document.blocks if isinstance(it, Chart)]
    actions = [it for _, it in actions_of(public.action_plans["xa"]) if not it.dropped]
    assert drawn.svg.count("<rect") == len(actions) > 1
    assert drawn.svg.count("<circle") == sum(len(it.milestones or ()) for it in actions)
    lines = drawn.alternative.splitlines()[1:]
    for it, line in zip(actions, lines, strict=True):
        assert line.startswith(pick(it.title, lang))
        assert re.search(rf"\b{it.start}–{it.end}$", line)
    assert pdf(document).startswith(b"%PDF")


def test_country_file_holds_plan_and_events(public: PublicRegister) -> None:
    text = said(one(public, "country-file", "xa", "en"))
    for part in (
        "One form for referrals",
        "Approved",
        "Focus group on referrals",
        "First training",
    ):
        assert part in text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("step", STEPS)
def test_packs_of_the_chain_are_made_in_both_formats(
    step: str, lang: str, public: PublicRegister
) -> None:
    document = one(public, "pack", f"xa-{step}", lang)
    printed = one_line(text_of(FORMATS["pdf"](document))).split()
    assert set(plain(document.title).split()) <= set(printed)
    file = python_docx.Document(io.BytesIO(FORMATS["docx"](document)))
    headings = [it.text for it in file.paragraphs if it.style.name == "Heading 1"]
    assert headings == parts(document)


def test_command_writes_the_pack(
    public: PublicRegister, dalil: Callable[..., Result], tmp_path: Path
) -> None:
    result = dalil("pack", "xa-planned", "--format", "docx", "--out", str(tmp_path))
    assert result.exit_code == 0, result.output
    assert (tmp_path / "pack-xa-planned.en.docx").read_bytes()[:2] == b"PK"
    result = dalil("pack", "xa-nowhere")
    assert result.exit_code == 2 and "there is no pack of xa-nowhere" in result.output


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pages_lead_to_the_documents_that_are_made(lang: str, public: PublicRegister) -> None:
    root = "../../" if lang == DEFAULT else "../../../"
    names = {
        ("events", "xa-planned"): ("pack", "pack-xa-planned"),
        ("action-plans", "xa"): ("action-plan", "action-plan-xa"),
    }
    found = {(it.kind, it.key): html.unescape(it.body)
             for it in pages(public, lang, papers=made.papers(public))}  # fmt: skip
    bare = {(it.kind, it.key): it.body for it in pages(public, lang)}
    for record, (kind, name) in names.items():
        for format_ in KINDS[kind].formats:
            way = f"{root}downloads/documents/{file_name(kind, name, lang, format_)}"
            assert f'href="{way}"' in found[record]
        assert "downloads/documents" not in bare[record]


def test_theme_page_names_its_events(public: PublicRegister) -> None:
    body = next(it.body for it in pages(public, "en") if it.key == "victim-support")
    assert "Roundtable to come" in body and "First training" in body
