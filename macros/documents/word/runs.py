"""Words of a document as runs of a Word file: manner, direction, links, anchors and notes."""

from __future__ import annotations

import re
import unicodedata
import zlib
from dataclasses import replace
from typing import Any

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from ...text import LANGUAGES
from ..direction import RIGHT_TO_LEFT, has_right_to_left, in_line
from ..model import Document, Run, Words
from .notes import Notes, mark, raised
from .styles import ACCENT, QUIET
from .xml import Element, bookmark, element, field, text

PLAIN = "Normal"
"""The style of a paragraph that names none."""
_LATIN = re.compile(
    r"([A-Za-z\u00c0-\u024f](?:[\w .,'’&/:+@-]*[A-Za-z0-9\u00c0-\u024f])?)", re.ASCII
)


class Writer:
    """Makes paragraphs and runs for one file, and keeps count of its bookmarks and notes."""

    def __init__(self, file: WordFile, document: Document) -> None:
        self.file, self.document, self.notes, self.body = file, document, Notes(file), file.part
        self._styles = {style.name: style.style_id for style in file.styles}
        self._bookmarks = 0
        self._is_page_over = False

    def break_page(self) -> None:
        """The next paragraph begins a page; a break of its own could stand alone on one."""
        self._is_page_over = True

    def paragraph(self, style: str) -> Any:
        """A new paragraph at the end of the body.

        By the name of a style python-docx would go through all of them, for every paragraph.
        """
        made = self.file.add_paragraph()
        if style != PLAIN:
            made._p.style = self._styles[style]
        if self._is_page_over:
            made.paragraph_format.page_break_before = True
            self._is_page_over = False
        return made

    def words(self, words: Words, part: Any = None, strong: bool = False) -> list[Element]:
        """Runs for the body of the file, or for another part of it."""
        found: list[Element] = []
        for run in words:
            if run.text:
                found += self._linked(run, part or self.body, strong)
            if run.anchor:
                found += self.bookmark(place(run.anchor))
            if run.note:
                found += self._note(run.note)
        return found

    def bookmark(self, name: str, *inside: Element) -> list[Element]:
        """A named place around some runs, or between them."""
        self._bookmarks += 1
        return bookmark(self._bookmarks, name, *inside)

    def _linked(self, run: Run, part: Any, strong: bool) -> list[Element]:
        made = [self._run(piece, strong or run.strong) for piece in pieces(run)]
        if run.href:
            relation = part.relate_to(run.href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link = element("w:hyperlink", *made)
            link.set(qn("r:id"), relation)
            return [link]
        return [element("w:hyperlink", *made, anchor=place(run.to))] if run.to else made

    def _run(self, run: Run, strong: bool) -> Element:
        if run.text == "\n":
            return element("w:r", element("w:br"))
        shown = in_line(run, self.document.lang)
        return element("w:r", self._properties(run, strong), text(shown))

    def _properties(self, run: Run, strong: bool) -> Element:
        """The run's properties, in the order that the schema asks for."""
        made = [element("w:b"), element("w:bCs")] if strong else []
        colour = ACCENT if run.href or run.to else QUIET if run.quiet else ""
        made += [element("w:color", val=colour)] if colour else []
        made += [element("w:rtl")] if is_right_to_left(run, self.document.lang) else []
        if run.lang and run.lang in LANGUAGES:
            locale = LANGUAGES[run.lang].locale.replace("_", "-")
            name = "bidi" if LANGUAGES[run.lang].dir == "rtl" else "val"
            made.append(element("w:lang", **{name: locale}))
        return element("w:rPr", *made)

    def _note(self, name: str) -> list[Element]:
        """The mark of a note; where it stands already, a field that repeats its number."""
        number, is_new = self.notes.number(name)
        there = f"note{number}"
        if not is_new:
            return self._apart + field(f"NOTEREF {there} \\f \\h", raised(str(number)))
        self.notes.add(number, self.words(self.document.notes[name], self.notes.part))
        return self._apart + self.bookmark(there, mark(number))

    @property
    def _apart(self) -> list[Element]:
        """What keeps a number in the text, as in `2023.`, from running on into a note's mark."""
        if LANGUAGES[self.document.lang].dir == "ltr":
            return []
        return [element("w:r", element("w:rPr", element("w:rtl")), text(RIGHT_TO_LEFT))]


def is_right_to_left(run: Run, lang: str) -> bool:
    """Whether a run has letters that run right to left, or only signs in such a document."""
    if run.ltr:
        return False
    if has_right_to_left(run.text):
        return True
    return LANGUAGES[lang].dir == "rtl" and not any(
        unicodedata.bidirectional(char) == "L" for char in run.text
    )


def pieces(run: Run) -> list[Run]:
    """The run by script: Word sets Latin letters within a run of Arabic in another font."""
    if not has_right_to_left(run.text):
        return [run]
    return [replace(run, text=part) for part in _LATIN.split(run.text) if part]


def place(anchor: str) -> str:
    """The name of an anchor's bookmark: letters and digits, at most forty."""
    return f"to{zlib.crc32(anchor.encode()):08x}"
