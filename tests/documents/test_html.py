"""Documents as HTML: one file that says what the others say and asks for nothing elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html as lxml_html
from typer.testing import Result

from macros.documents.html import html
from macros.documents.model import Document, Heading
from macros.text import LANGUAGES

Every = Callable[[str], list[tuple[str, Document]]]


def parsed(document: Document) -> lxml_html.HtmlElement:
    return lxml_html.document_fromstring(html(document).decode())


@pytest.mark.parametrize("lang", list(LANGUAGES))
def test_every_kind_is_whole_and_its_links_lead_somewhere(every_document: Every, lang: str) -> None:
    for _, document in every_document(lang):
        page = parsed(document)
        assert page.get("lang") == lang and page.get("dir") == LANGUAGES[lang].dir
        places = {it.get("id") for it in page.iter() if it.get("id")}
        inside = [href[1:] for href in page.xpath("//body//a/@href") if href.startswith("#")]
        assert set(inside) <= places, document.name
        headings = [block for block in document.blocks if isinstance(block, Heading)]
        assert len(page.xpath("//main//h2 | //main//h3 | //main//h4")) == len(headings)
        marks = {mark for mark in inside if mark.startswith("note-")}
        assert len(page.xpath("//footer/ol/li")) == len(marks)


def test_nothing_is_fetched_from_elsewhere(every_document: Every) -> None:
    for _, document in every_document("en"):
        assert not parsed(document).xpath("//script | //link | //iframe | //*[@src]")
        text = html(document).decode()
        assert "url(http" not in text and "@import" not in text


def test_text_of_a_record_is_no_markup(sample: Callable[..., Document]) -> None:
    text = "<script>alert('1')</script>"
    page = parsed(sample(text=text))
    assert not page.xpath("//script")
    assert text in page.text_content()


def test_report_command_writes_html(
    home: Path, dalil: Callable[..., Result], tmp_path: Path
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    result = dalil("report", "xa", "--lang", "ar", "--format", "html", "--out", str(folder))
    assert result.exit_code == 0, result.output
    assert '<html lang="ar" dir="rtl">' in (folder / "report-xa.ar.html").read_text("utf-8")
