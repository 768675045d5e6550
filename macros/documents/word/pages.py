"""Pages of a Word file: size, margins, running heads, page numbers and contents."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordFile
from docx.shared import Cm

from ...text import LANGUAGES
from ..model import Heading, Run
from .runs import Writer
from .xml import Element, element, field, text

WIDTH, HEIGHT = Cm(21), Cm(29.7)
SIDES, ENDS = Cm(2.1), Cm(2.2)
CONTENTS_LEVELS = 2


def set_pages(file: WordFile, writer: Writer, phrases: dict[str, str]) -> None:
    """A4 pages: above the document's title, below the day of its data and the page number."""
    document, section = writer.document, file.sections[0]
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.left_margin = section.right_margin = SIDES
    section.top_margin = section.bottom_margin = ENDS
    section.different_first_page_header_footer = document.form == "book"
    if LANGUAGES[document.lang].dir == "rtl":
        section._sectPr.insert_element_before(element("w:bidi"), "w:rtlGutter", "w:docGrid")
    _fill(section.header.paragraphs[0], writer.words((Run(document.plain_title),)))
    page = writer.words((Run(f"{document.dated} · {phrases['page']} "),))
    _fill(section.footer.paragraphs[0], [*page, *_number("PAGE"), *_slash(), *_number("NUMPAGES")])


def contents(writer: Writer, phrases: dict[str, str]) -> None:
    """The contents as a field: filled in with the headings, page numbers come from Word."""
    writer.paragraph("TOC Heading").add_run(phrases["contents"])
    headings = [it for it in writer.document.blocks if isinstance(it, Heading)]
    shown = [(place, it) for place, it in enumerate(headings, 1) if it.level <= CONTENTS_LEVELS]
    begin, instruction, separate, end = field(f'TOC \\o "1-{CONTENTS_LEVELS}" \\h \\z \\u')
    begin[-1].set(_DIRTY, "true")  # Word then works out the page numbers
    for index, (place, heading) in enumerate(shown, 1):
        paragraph = writer.paragraph(f"toc {heading.level}")
        before = [begin, instruction, separate] if index == 1 else []
        link = element("w:hyperlink", *writer.words(heading.text), anchor=bookmark_of(place))
        _fill(paragraph, [*before, link, *([end] if index == len(shown) else [])])


def bookmark_of(place: int) -> str:
    """The bookmark of a heading, by its place among the headings."""
    return f"heading{place}"


_DIRTY = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}dirty"


def _fill(paragraph: Any, parts: list[Element]) -> None:
    for part in parts:
        paragraph._p.append(part)


def _slash() -> list[Element]:
    return [element("w:r", text(" / "))]


def _number(name: str) -> list[Element]:
    return field(name, element("w:r", text("1")))
