"""PDF files: tagged, with fonts, in the right order, the same for the same document."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pypdfium2
import pytest

from macros.documents import pdf as pdf_module
from macros.documents.direction import in_line
from macros.documents.fonts import letters
from macros.documents.model import Document, Heading, Items, Paragraph, Run, Table
from macros.documents.pdf import pdf
from macros.text import LANGUAGES

from ..conftest import ROOT
from .conftest import make_sample, one_line, tags, text_of

Made = Callable[..., Document]
LIGATURES = "الأردن والأولى لأن الإحالة إلى الآليات في عربي بني تر بن لا كلا"
"""Words in which two letters share a glyph in the fonts as they come."""


def opened(document: Document) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf(document)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_pdf_declares_language_title_and_accessibility(lang: str, sample: Made) -> None:
    file = opened(sample(lang))
    assert str(file.Root.Lang).split("-")[0] == lang
    assert file.Root.MarkInfo.Marked
    assert file.Root.ViewerPreferences.DisplayDocTitle
    with file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == "Lantern Centre"


def test_tags_name_every_kind_of_block(sample: Made) -> None:
    found = [tag for tag, _, _ in tags(opened(sample()))]
    for tag in ("H1", "H2", "H3", "P", "L", "LI", "Table", "TR", "TH", "TD", "Figure", "Caption"):
        assert tag in found, tag
    for tag in ("TOC", "TOCI", "Link", "Note"):
        assert tag in found, tag


def test_headings_follow_the_order_of_the_document(sample: Made) -> None:
    levels = [tag for tag, _, _ in tags(opened(sample())) if tag[0] == "H" and tag[1:].isdigit()]
    assert levels[-5:] == ["H1", "H2", "H1", "H2", "H3"]


def test_skipped_level_of_headings_is_refused(sample: Made) -> None:
    document = sample()
    with pytest.raises(RuntimeError, match="heading level 1 to 3"):
        pdf(replace(document, blocks=(*document.blocks[:1], Heading((Run("Deep"),), 3))))


def test_every_picture_says_what_it_shows(sample: Made) -> None:
    file = opened(sample())  # held, since its elements go with it
    figures = [element for tag, element, _ in tags(file) if tag == "Figure"]
    assert figures
    assert all(str(element.Alt) == "One bar" for element in figures)


def test_picture_without_words_is_refused(sample: Made) -> None:
    with pytest.raises(RuntimeError, match="alt"):
        pdf(sample(alternative=""))


def test_rows_of_a_table_have_equal_cells_and_a_head(sample: Made) -> None:
    file = opened(sample())
    rows = [element for tag, element, _ in tags(file) if tag == "TR"]
    cells = [[str(cell.S) for cell in row.K] for row in rows]
    assert cells == [["/TH", "/TH"], ["/TD", "/TD"]]


def test_bookmarks_are_the_headings(sample: Made) -> None:
    with opened(sample()).open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert [title.split()[-1] for title in titles if "Contents" not in title] == ["First", "Second"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_fonts_travel_with_the_file(lang: str, sample: Made) -> None:
    file = opened(sample(lang, text="Lantern منارة Phare"))
    embedded = [
        font
        for font in file.objects
        if isinstance(font, pikepdf.Dictionary) and font.get("/Type") == "/FontDescriptor"
    ]
    assert len(embedded) >= 2
    assert all("/FontFile2" in font for font in embedded)
    assert all("IBMPlexSans" in str(font.FontName) for font in embedded)


def test_arabic_is_taken_out_in_the_order_of_its_letters(sample: Made) -> None:
    found = one_line(text_of(pdf(sample("ar", text=LIGATURES))))
    for word in LIGATURES.split():
        assert word in found, word


def test_year_before_a_note_stays_clear_of_its_mark_in_arabic(sample: Made) -> None:
    """Between two numbers a full stop is part of one number: 2023.1 would be read."""
    page = pypdfium2.PdfDocument(pdf(sample("ar", text="في عام 2023.", form="sheet")))[0]
    text = page.get_textpage()
    whole = text.get_text_range()
    first = text.get_charbox(whole.index("2023", whole.index("First")))
    line = [(char, text.get_charbox(place)) for place, char in enumerate(whole)]
    raised = [
        box
        for char, box in line
        if char == "1" and first[1] + 2 < box[1] < first[3] and box != first
    ]
    assert raised
    assert all(right < first[0] for _, _, right, _ in raised)


def test_separator_between_latin_names_keeps_the_order_of_arabic() -> None:
    assert in_line(Run(" · "), "ar") == "\u200f · "
    assert in_line(Run("، "), "ar") == "\u200f، "
    assert in_line(Run(" · "), "fr") == " · "
    for text in (" ", "\n", "12", "Harbour"):
        assert in_line(Run(text), "ar").strip("\u2068\u2069") == text


def test_signs_of_markup_are_printed_as_they_are(sample: Made) -> None:
    signs = "#set *a* _b_ $x$ @ref <label> [c] {d} \\ // /* `e` <script>alert(1)</script>"
    assert signs in one_line(text_of(pdf(sample(text=signs))))


def test_same_document_makes_the_same_bytes(sample: Made) -> None:
    first = pdf(sample("ar"))
    pdf(sample("fr"))
    assert pdf(sample("ar")) == first


def test_note_that_is_cited_twice_is_printed_once(sample: Made) -> None:
    text = text_of(pdf(sample()))
    assert text.count("A source") == 1
    assert text.count("Another") == 1


def test_page_numbers_stand_on_every_page_but_the_title(sample: Made) -> None:
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf(sample()))]
    assert "page" not in pages[0]
    for number, page in enumerate(pages[1:], 2):
        assert f"page {number} / {len(pages)}" in page.replace("\u00a0", " ")


@pytest.mark.parametrize("is_list", [False, True])
def test_heading_never_ends_a_page_even_where_notes_fill_it(is_list: bool, sample: Made) -> None:
    line, source = Paragraph((Run("Line"),)), (Run("A long source. " * 20),)
    notes = {f"n{place}": source for place in range(3)}
    cited = tuple(Run("Next", note=name) for name in notes)
    after = Items((cited, cited)) if is_list else Paragraph(cited)
    for count in range(14, 44):
        blocks = (*[line] * count, Heading((Run("Orphan"),)), after)
        made = pdf(replace(sample(form="sheet"), blocks=blocks, notes=notes))
        for page in pypdfium2.PdfDocument(made):
            text = page.get_textpage().get_text_range()
            assert ("Orphan" in text) <= ("Next" in text), count


@pytest.mark.parametrize("n_rows", [3, 80])
def test_caption_never_ends_a_page(n_rows: int, sample: Made) -> None:
    line = Paragraph((Run("Line"),))
    row = ((Run("Row", note="n1"),), (Run("Cell"),))
    table = Table("Alone", ("Name", "Count"), (row,) * n_rows, (70, 30))
    for count in range(24, 44):
        made = pdf(replace(sample(form="sheet"), blocks=(*[line] * count, table)))
        for page in pypdfium2.PdfDocument(made):
            text = page.get_textpage().get_text_range()
            assert ("Alone" in text) <= ("Row" in text), count


def lines_of_pages(document: Document) -> list[str]:
    return [
        one_line(it.get_textpage().get_text_range()) for it in pypdfium2.PdfDocument(pdf(document))
    ]


@pytest.mark.parametrize("n_items", range(36, 48))
def test_licence_of_a_sheet_stands_on_its_first_page_never_alone(
    n_items: int, sample: Made
) -> None:
    items = Items(tuple((Run(f"Item {at}"),) for at in range(n_items)))
    document = replace(sample(form="sheet"), blocks=(items,))
    first, *others = lines_of_pages(document)
    assert "A licence. A notice." in first
    assert all("Item" in it and "A licence." not in it for it in others)


@pytest.mark.parametrize("n_items", range(30, 46))
def test_short_list_stays_with_its_heading(n_items: int, sample: Made) -> None:
    before = Items(tuple((Run(f"Item {at}"),) for at in range(n_items)))
    last = (Heading((Run("Unknown"),)), Items(((Run("One gap"),), (Run("Another gap"),))))
    pages = lines_of_pages(replace(sample(form="sheet"), blocks=(before, *last)))
    assert ["Unknown" in it for it in pages] == ["Another gap" in it for it in pages]


@pytest.mark.parametrize("n_rows", [3, 120])
def test_note_of_a_table_is_with_rows_of_it(n_rows: int, sample: Made) -> None:
    rows = tuple(((Run(f"Row {at}"),), (Run("3"),)) for at in range(n_rows))
    table = Table("Numbers", ("Name", "Count"), rows, (70, 30), "What they count")
    text = " ".join(lines_of_pages(replace(sample(), blocks=(table,))))
    assert (text.index("What they count") < text.index("Row 0")) == (n_rows == 120)


@pytest.mark.parametrize(
    ("lang", "caption"), [("en", "Table 1: Numbers"), ("fr", "Tableau 1 : Numbers")]
)
def test_caption_has_the_colon_of_its_language(lang: str, caption: str, sample: Made) -> None:
    assert caption in one_line(text_of(pdf(sample(lang))))


def test_fonts_can_show_every_letter_of_the_register() -> None:
    missing = {
        f"{char!r} in {path.name}"
        for folder in ("data", "macros/wording")
        for path in (ROOT / folder).rglob("*.yml")
        for line in path.read_text("utf-8").splitlines()
        if not line.lstrip().startswith("#")
        for char in line
        if char not in letters()
    }
    assert not missing


def test_theme_takes_nothing_from_elsewhere() -> None:
    theme = pdf_module.THEME.read_text("utf-8")
    assert "#import" not in theme
    assert "@preview" not in theme
    assert make_sample().lang == "en"
