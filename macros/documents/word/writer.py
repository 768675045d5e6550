"""A document into a Word file, block by block."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable
from functools import cache
from textwrap import shorten
from typing import Any

import docx as python_docx
from docx.document import Document as WordFile
from docx.shared import Pt

from ...text import LANGUAGES
from ...words import words
from ..figures import fitted
from ..fonts import FONT_CACHE
from ..model import (
    Block,
    Chart,
    Document,
    Facts,
    Heading,
    Items,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Words,
    whole_day,
)
from ..pictures import picture_of
from .package import packed
from .pages import bookmark_of, contents, set_pages
from .runs import Writer, place
from .styles import set_up
from .tables import picture, table
from .xml import element, field, text

STYLES = {"body": "Normal", "lead": "Lead", "note": "Small", "notice": "Notice"}
OLDEST_DAY = "1980"
"""What a file without a dated source is dated."""
LONGEST = 255
"""Letters: a longer title would be refused (ECMA-376, part 2, core properties)."""
PICTURE_WIDTH = 450
"""Points."""


def docx(document: Document) -> bytes:
    """The file's bytes, the same for the same document."""
    return packed(_File(document).written())


@cache
def _base(lang: str, is_numbered: bool) -> bytes:
    """An empty file with the styles of a language, made once, as that takes longer than a table."""
    file = python_docx.Document()
    set_up(file, lang, is_numbered)
    made = io.BytesIO()
    file.save(made)
    return made.getvalue()


class _File:
    """One Word file while it is written."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.file = python_docx.Document(io.BytesIO(_base(document.lang, document.form == "book")))
        self.phrases = words("documents", document.lang)
        self.colon = words("records", document.lang)["colon"]
        self.writer = Writer(self.file, document)
        self._counted: dict[str, int] = {}
        self.is_rtl = LANGUAGES[document.lang].dir == "rtl"
        self.blocks: dict[type[Block], Callable[[Any], None]] = {
            Heading: self._heading,
            Paragraph: lambda it: self._paragraph(STYLES[it.style], it.text),
            Items: self._items,
            Facts: self._facts,
            Table: self._table,
            Chart: self._chart,
            PageBreak: lambda it: self.writer.break_page(),
        }

    def written(self) -> WordFile:
        """The whole file."""
        document = self.document
        is_book = document.form == "book"
        if is_book:
            self._paragraph("Subtitle", (Run(self.phrases["site"]),))
        self._paragraph("Title", document.title)
        self._paragraph("Subtitle", (Run(document.subtitle),))
        if is_book:
            self._about()
            self.writer.break_page()
            contents(self.writer, self.phrases)
            self.writer.break_page()
        for block in document.blocks:
            self.blocks[type(block)](block)
        if not is_book:
            self._about()
        set_pages(self.file, self.writer, self.phrases)
        self._describe()
        return self.file

    def _about(self) -> None:
        for line in (self.document.dated, *self.document.about):
            self._paragraph("Small", (Run(line),))

    def _paragraph(self, style: str, runs: Words) -> Any:
        made = self.writer.paragraph(style)
        for it in self.writer.words(runs):
            made._p.append(it)
        return made

    def _heading(self, block: Heading) -> None:
        made = self.writer.paragraph(f"Heading {block.level}")
        inside = self.writer.bookmark(
            bookmark_of(self._count("heading")), *self.writer.words(block.text)
        )
        for it in self.writer.bookmark(place(block.anchor), *inside) if block.anchor else inside:
            made._p.append(it)

    def _items(self, block: Items) -> None:
        for item in block.items:
            self._paragraph("List Bullet", item)

    def _facts(self, block: Facts) -> None:
        for label, value in block.rows:
            made = self._paragraph("Facts", (Run(label, quiet=True),))
            made._p.append(element("w:r", element("w:tab")))
            for it in self.writer.words(value):
                made._p.append(it)

    def _caption(self, kind: str, caption: str, anchor: str) -> None:
        """A caption with a number that Word counts itself."""
        made = self.writer.paragraph("Caption")
        label = self.phrases[kind]
        number = field(f"SEQ {kind} \\* ARABIC", element("w:r", text(str(self._count(kind)))))
        parts = [*self.writer.words((Run(f"{label} "),)), *number]
        parts += self.writer.words((Run(f"{self.colon}{caption}"),))
        for it in self.writer.bookmark(place(anchor), *parts) if anchor else parts:
            made._p.append(it)

    def _count(self, kind: str) -> int:
        self._counted[kind] = self._counted.get(kind, 0) + 1
        return self._counted[kind]

    def _table(self, block: Table) -> None:
        if block.caption:
            self._caption("table", block.caption, block.anchor)
        body = self.file.element.body
        body.insert(len(body) - 1, table(self.writer, block, self.is_rtl))  # before the section
        self._paragraph("Small", (Run(block.note),))  # Word wants a paragraph after a table

    def _chart(self, block: Chart) -> None:
        self._caption("chart", block.caption, block.anchor)
        png = picture_of(block.svg, FONT_CACHE)
        picture(
            self.file, png, block.alternative, fitted(block.svg, PICTURE_WIDTH)
        ).paragraph_format.space_after = Pt(2)
        self._paragraph("Small", (Run(block.note),))

    def _describe(self) -> None:
        """Title, language and day, for file managers and screen readers."""
        properties, document = self.file.core_properties, self.document
        day = whole_day(document.date or OLDEST_DAY)
        properties.title = shorten(document.plain_title, LONGEST, placeholder=" …")
        properties.subject = shorten(document.description, LONGEST, placeholder=" …")
        properties.language = LANGUAGES[document.lang].locale.replace("_", "-")
        properties.author, properties.comments = self.phrases["site"], ""
        properties.last_modified_by = self.phrases["site"]
        properties.created = properties.modified = datetime.datetime(*day, tzinfo=datetime.UTC)
        properties.revision = 1
