"""Word files: real styles, headings, captions, notes and contents; mirrored in Arabic."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx as python_docx
import pytest
from lxml import etree

from macros.documents.fonts import FONT_CACHE
from macros.documents.model import Document
from macros.documents.pictures import picture_of
from macros.documents.word import docx
from macros.text import LANGUAGES

from .conftest import SVG, one_line, text_of

Made = Callable[..., Document]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(content: bytes, name: str) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read(name))


def test_headings_and_captions_have_real_styles(sample: Made) -> None:
    file = python_docx.Document(io.BytesIO(docx(sample())))
    styles = [(paragraph.style.name, paragraph.text) for paragraph in file.paragraphs]
    assert ("Heading 1", "First") in styles
    assert ("Heading 2", "Within") in styles
    assert ("Heading 3", "Deep") in styles
    assert ("Title", "Lantern Centre") in styles
    assert ("Caption", "Table 1: Numbers") in styles
    assert ("Caption", "Figure 1: A chart") in styles


def test_contents_are_a_field_that_is_filled_already(sample: Made) -> None:
    body = part(docx(sample()), "word/document.xml")
    instructions = [it.text.strip() for it in body.iter(f"{W}instrText")]
    assert any(it.startswith("TOC ") for it in instructions)
    shown = [
        "".join(it.text for it in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
        if any(style.get(f"{W}val") in ("toc1", "toc2") for style in paragraph.iter(f"{W}pStyle"))
    ]
    assert shown == ["First", "Within", "Second", "Between"]


def test_contents_and_text_begin_pages_without_a_break_that_could_stand_alone(sample: Made) -> None:
    body = part(docx(sample()), "word/document.xml")
    begun = [
        "".join(it.text or "" for it in paragraph.iter(f"{W}t"))
        for paragraph in body.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    assert begun == ["Contents", "First"]
    assert not [it for it in body.iter(f"{W}br") if it.get(f"{W}type") == "page"]


def test_captions_are_numbered_by_word_itself(sample: Made) -> None:
    body = part(docx(sample()), "word/document.xml")
    instructions = [it.text.strip() for it in body.iter(f"{W}instrText")]
    assert [it.split()[1] for it in instructions if it.startswith("SEQ")] == ["table", "chart"]


def test_notes_are_real_footnotes_each_written_once(sample: Made) -> None:
    content = docx(sample())
    notes = part(content, "word/footnotes.xml")
    texts = ["".join(it.text or "" for it in note.iter(f"{W}t")).strip() for note in notes]
    assert texts == ["", "", "A source", "Another"]
    marks = list(part(content, "word/document.xml").iter(f"{W}footnoteReference"))
    assert [mark.get(f"{W}id") for mark in marks] == ["1", "2"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_mirrored_where_the_language_is(lang: str, sample: Made) -> None:
    content = docx(sample(lang))
    body, styles = part(content, "word/document.xml"), part(content, "word/styles.xml")
    is_rtl = LANGUAGES[lang].dir == "rtl"
    normal = next(it for it in styles if it.get(f"{W}styleId") == "Normal")
    assert (normal.find(f".//{W}bidi") is not None) == is_rtl
    assert (body.find(f".//{W}tblPr/{W}bidiVisual") is not None) == is_rtl
    assert (body.find(f".//{W}sectPr/{W}bidi") is not None) == is_rtl


def test_arabic_letters_and_latin_names_stand_in_runs_of_their_own(sample: Made) -> None:
    body = part(docx(sample("ar", text="منظمة Lantern Centre في الميناء")), "word/document.xml")
    runs = {
        "".join(it.text or "" for it in run.iter(f"{W}t")): run.find(f"{W}rPr/{W}rtl") is not None
        for run in body.iter(f"{W}r")
    }
    assert runs["Lantern Centre"] is False
    assert runs["منظمة "] is True
    assert runs[" في الميناء"] is True


def test_telephone_number_keeps_its_order_in_arabic(sample: Made) -> None:
    body = part(docx(sample("ar")), "word/document.xml")
    assert any(it.text == "\u2066+999 1 234\u2069" for it in body.iter(f"{W}t"))


def test_number_before_a_note_stays_clear_of_its_mark_in_arabic(sample: Made) -> None:
    for lang in LANGUAGES:
        body = part(docx(sample(lang)), "word/document.xml")
        for mark in body.iter(f"{W}footnoteReference"):
            before = mark.getparent().getprevious().getprevious()  # beyond the bookmark's start
            texts = [it.text for it in before.iter(f"{W}t")]
            assert (texts == ["\u200f"]) == (LANGUAGES[lang].dir == "rtl")


def test_charts_are_pictures_that_are_the_same_each_time(sample: Made) -> None:
    with zipfile.ZipFile(io.BytesIO(docx(sample("ar")))) as archive:
        pictures = [archive.read(it) for it in archive.namelist() if it.endswith(".png")]
    assert [it[:4] for it in pictures] == [b"\x89PNG"]
    assert picture_of(SVG, FONT_CACHE) == pictures[0]


def test_table_repeats_its_head_and_keeps_rows_whole(sample: Made) -> None:
    rows = list(part(docx(sample()), "word/document.xml").iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_row_that_could_fill_a_page_goes_on_over_pages(sample: Made) -> None:
    rows = list(part(docx(sample(text="Lantern " * 200)), "word/document.xml").iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows] == [True, False]


def test_picture_says_what_it_shows(sample: Made) -> None:
    file = python_docx.Document(io.BytesIO(docx(sample())))
    assert [shape._inline.docPr.get("descr") for shape in file.inline_shapes] == ["One bar"]


def test_references_lead_to_places_in_the_file(sample: Made) -> None:
    body = part(docx(sample()), "word/document.xml")
    places = [it.get(f"{W}name") for it in body.iter(f"{W}bookmarkStart")]
    assert len(places) == len(set(places))
    assert all(len(name) <= 40 and re.fullmatch(r"[A-Za-z]\w*", name) for name in places)
    wanted = {it.get(f"{W}anchor") for it in body.iter(f"{W}hyperlink") if it.get(f"{W}anchor")}
    assert wanted <= set(places)
    assert len(wanted) == 5  # four headings in the contents, one table


def test_signs_of_markup_are_written_as_they_are(sample: Made) -> None:
    signs = '<w:p> & "quotes" ]]> {MERGEFIELD x} =1+1'
    file = python_docx.Document(io.BytesIO(docx(sample(text=signs))))
    assert any(signs in paragraph.text for paragraph in file.paragraphs)


def test_same_document_makes_the_same_file(sample: Made) -> None:
    assert docx(sample("ar")) == docx(sample("ar"))


def test_file_bears_the_day_of_its_data(sample: Made) -> None:
    properties = python_docx.Document(io.BytesIO(docx(sample()))).core_properties
    assert properties.created is not None
    assert properties.created.isoformat()[:10] == "2024-05-01"
    assert properties.title == "Lantern Centre"


def test_title_of_any_length_is_told_as_far_as_properties_hold_it(sample: Made) -> None:
    file = python_docx.Document(io.BytesIO(docx(sample(text="Lantern " * 200))))
    assert file.core_properties.title.startswith("Lantern Lantern")
    assert 240 < len(file.core_properties.title) <= 255


@pytest.mark.parametrize("lang", LANGUAGES)
def test_libreoffice_reads_every_text(lang: str, sample: Made, tmp_path: Path) -> None:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        assert not os.environ.get("CI"), "CI installs LibreOffice; .ci/run says how"
        pytest.skip("no LibreOffice to open Word files with")
    document = sample(lang)
    (tmp_path / "sample.docx").write_bytes(docx(document))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [program, profile, "--headless", "--convert-to", "pdf", "sample.docx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, timeout=120)
    read = one_line(text_of((tmp_path / "sample.pdf").read_bytes()))
    for text in ("First", "Within", "Deep", "Harbour", "A source", "Numbers", "A chart", "End"):
        assert text in read
