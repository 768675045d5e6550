"""The evaluative report as a document: all that the page says, and where records stand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree
from typer.testing import Result

from macros import report as reports
from macros.documents.fonts import letters
from macros.documents.made import one
from macros.documents.model import Chart, Heading, plain, words_of
from macros.documents.pdf import pdf
from macros.publication import PublicRegister
from macros.tables import tables
from macros.text import LANGUAGES

from .conftest import one_line


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("key", ["region", "xa"])
def test_report_holds_every_sentence_and_section_of_the_page(
    key: str, lang: str, public: PublicRegister
) -> None:
    document = one(public, "report", key, lang)
    assert pdf(document).startswith(b"%PDF")
    whole = reports.report(tables(public), lang, None if key == "region" else key)
    text = one_line(" ".join(plain(words) for words in words_of(document.blocks)))
    for place, sentence in whole.sentences():
        if place:  # all but the lead, which names the day of the build
            assert one_line(sentence.text) in text
    titles = [plain(it.text) for it in document.blocks if isinstance(it, Heading) and it.level == 1]
    assert titles == [section.title for section in whole.sections]


def test_charts_of_the_report_have_words_and_stay_on_a_page(public: PublicRegister) -> None:
    charts = [it for it in one(public, "report", "region", "en").blocks if isinstance(it, Chart)]
    assert charts
    assert all(chart.alternative and chart.note for chart in charts)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_fonts_can_show_every_letter_of_the_report_and_its_charts(
    lang: str, public: PublicRegister
) -> None:
    document = one(public, "report", "region", lang)
    printed = [plain(words) for words in words_of(document.blocks)]
    for block in document.blocks:
        if isinstance(block, Chart):
            printed += [block.caption, block.note, *etree.fromstring(block.svg).itertext()]
    assert set("".join(printed)) - letters() <= {"\n"}


def test_record_named_in_the_report_leads_to_its_line_in_the_annex(public: PublicRegister) -> None:
    runs = [run for words in words_of(one(public, "report", "xa", "en").blocks) for run in words]
    places = {run.anchor for run in runs if run.anchor}
    assert "organisations/xa-lantern-centre" in places
    assert {run.to for run in runs if run.to.startswith("organisations/")} <= places


def test_report_command_writes_the_report(
    dalil: Callable[..., Result], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("out")
    result = dalil("report", "xa", "--lang", "ar", "--format", "docx", "--out", str(folder))
    assert result.exit_code == 0, result.output
    assert (folder / "report-xa.ar.docx").read_bytes()[:2] == b"PK"
    assert dalil("report", "zz", "--out", str(folder)).exit_code == 2
