"""Tables and charts in a Word file."""

from __future__ import annotations

import io
from typing import Any

from docx.document import Document as WordFile
from docx.shared import Emu, Pt

from ..model import Run, Table
from .runs import Writer
from .styles import FILL
from .xml import Element, element

TEXT_WIDTH = 9500
"""Twentieths of a point between the margins of an A4 page."""
POINT = 20
"""Twentieths of a point in one."""
LONG = 600
"""Letters: a row that is longer may go on over pages, since its notes have to go with it."""
LINE = {"val": "single", "sz": "4", "space": "0", "color": "B8BFD6"}


def table(writer: Writer, block: Table, is_rtl: bool) -> Element:
    """A table whose head is repeated and whose short rows stay whole; mirrored right to left."""
    widths = [share * TEXT_WIDTH // sum(block.widths) for share in block.widths]
    head = _row(writer, [(Run(name),) for name in block.head], widths, head=True)
    rows = [_row(writer, row, widths, height=block.height) for row in block.rows]
    across = [element("w:insideV", **LINE)] if block.height else []
    properties = [
        *([element("w:bidiVisual")] if is_rtl else []),
        element("w:tblW", w=str(sum(widths)), type="dxa"),
        element("w:tblBorders", element("w:bottom", **LINE), element("w:insideH", **LINE), *across),
        element("w:tblLayout", type="fixed"),
        element("w:tblCellMar", _margin("w:left"), _margin("w:right")),
        element("w:tblLook", val="0020", firstRow="1"),
    ]
    grid = element("w:tblGrid", *(element("w:gridCol", w=str(width)) for width in widths))
    return element("w:tbl", element("w:tblPr", *properties), grid, head, *rows)


def _margin(side: str) -> Element:
    return element(side, w="80", type="dxa")


def _row(
    writer: Writer, cells: Any, widths: list[int], head: bool = False, height: int = 0
) -> Element:
    is_long = sum(len(run.text) for cell in cells for run in cell) >= LONG
    manners = [] if is_long else [element("w:cantSplit")]
    manners += [element("w:tblHeader")] if head else []
    if height:
        manners.append(element("w:trHeight", val=str(POINT * height), hRule="atLeast"))
    made = [_cell(writer, cell, width, head) for cell, width in zip(cells, widths, strict=True)]
    return element("w:tr", element("w:trPr", *manners), *made)


def _cell(writer: Writer, words: Any, width: int, head: bool) -> Element:
    shade = [element("w:shd", val="clear", color="auto", fill=FILL)] if head else []
    properties = element("w:tcPr", element("w:tcW", w=str(width), type="dxa"), *shade)
    style = element("w:pPr", element("w:pStyle", val="TableText"))
    return element("w:tc", properties, element("w:p", style, *writer.words(words, strong=head)))


def picture(file: WordFile, png: bytes, alternative: str, width: float) -> Any:
    """A paragraph with a picture, so many points wide, and what it says in words."""
    paragraph = file.add_paragraph()
    shape = paragraph.add_run().add_picture(io.BytesIO(png), width=Emu(Pt(width)))
    shape._inline.docPr.set("descr", alternative)
    return paragraph
