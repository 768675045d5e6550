"""The study of a country file: what an author wrote on a page of the site."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.documents.made import one
from macros.documents.model import Document, Heading, plain, words_of
from macros.documents.pdf import pdf
from macros.publication import PublicRegister

from .conftest import one_line, text_of

LONG = "<p>" + "The harbours are many and their lanterns are lit. " * 40 + "</p>"
PAGE = f"""<!doctype html><html lang="en"><body><nav>Menu</nav><article>
<h1>Xanadia</h1>
<div class="dalil-facts"><p>Generated facts</p></div>
<h2 id="context">Context<a class="headerlink" href="#context"></a></h2>
{LONG}
<p><strong>Money.</strong> The
 <a class="dalil-ref" href="../../organisations/xa-lantern-centre/">house of lanterns</a>
 and <a href="../../organisations/xa-nowhere/">another</a> say
 <bdi lang="ar" dir="rtl">منارة</bdi>, see <a href="https://example.org/a">the page</a><sup
 id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>.</p>
<script>alert(1)</script>
<ul><li>One</li><li>Two &lt;b&gt;</li></ul>
<h3>Within</h3>
<table><thead><tr><th>Head</th><th>Other</th></tr></thead><tbody><tr><td>Cell</td><td>7</td></tr></tbody></table>
<p>It is lit at night<sup class="dalil-cite"><a href="../../organisations/xa-lantern-centre/"
 title="Lantern">[<span class="dalil-hidden">Lantern 24: </span>1]</a></sup>.</p>
<h2>References</h2>
<div class="dalil-references"><p class="note">Numbers lead to records.</p><ol><li><a
 href="../../organisations/xa-lantern-centre/">House of lanterns</a> <span class="place">·
 organisation</span></li></ol></div>
<h2>Records</h2>
<details class="dalil-fold"><summary>All</summary><ul><li>Generated list</li></ul></details>
<div class="footnote"><hr><ol><li id="fn:1"><p>A book, page 9.&nbsp;<a class="footnote-backref"
 href="#fnref:1">back</a></p></li></ol></div>
</article></body></html>"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    page = tmp_path / "site" / "countries" / "xanadia" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(PAGE, "utf-8")
    return tmp_path / "site"


@pytest.fixture
def document(site: Path, public: PublicRegister) -> Document:
    return one(public, "country-file", "xa", "en", str(site))


def test_study_holds_what_the_author_wrote_and_nothing_generated(document: Document) -> None:
    text = one_line(text_of(pdf(document)))
    for written in ("lanterns are lit", "Money. The house of lanterns and another say", "Cell"):
        assert written in text
    assert "Two <b>" in text
    for other in ("Generated", "Menu", "alert(1)"):
        assert other not in text


def test_section_of_which_nothing_is_left_has_no_heading(document: Document) -> None:
    titles = [plain(block.text) for block in document.blocks if isinstance(block, Heading)]
    assert titles[titles.index("Study") :][:3] == ["Study", "Context", "Within"]
    assert "Records" not in titles


def test_link_to_a_record_leads_to_its_place_in_the_document(document: Document) -> None:
    runs = {run.text: run for words in words_of(document.blocks) for run in words}
    assert runs["house of lanterns"].to == "organisations/xa-lantern-centre"
    assert runs["another"].to == ""
    assert runs["the page"].href == "https://example.org/a"
    assert runs["منارة"].lang == "ar"


def test_citation_is_its_number_and_the_list_says_what_it_is(document: Document) -> None:
    words = [plain(it) for it in words_of(document.blocks)]
    assert "It is lit at night[1]." in words
    assert "[1] House of lanterns · organisation" in words
    runs = {run.text: run for words in words_of(document.blocks) for run in words}
    assert runs["[1]"].to == "organisations/xa-lantern-centre"


def test_footnote_of_the_page_stays_a_note(document: Document) -> None:
    assert plain(document.notes["fn:1"]).strip() == "A book, page 9."
    assert "back" not in plain(document.notes["fn:1"])


def test_page_that_is_only_a_list_is_no_study(site: Path, public: PublicRegister) -> None:
    page = site / "countries" / "xanadia" / "index.html"
    page.write_text(PAGE.replace(LONG, "<p>Short.</p>"), "utf-8")
    document = one(public, "country-file", "xa", "en", str(site))
    assert not any(plain(b.text) == "Study" for b in document.blocks if isinstance(b, Heading))


def test_language_without_a_page_has_no_study(site: Path, public: PublicRegister) -> None:
    document = one(public, "country-file", "xa", "fr", str(site))
    assert not any(plain(b.text) == "Étude" for b in document.blocks if isinstance(b, Heading))
