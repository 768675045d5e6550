"""A document as PDF, by Typst: tagged for screen readers (PDF/UA-1), fonts embedded."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from ..text import LANGUAGES
from ..words import words
from .direction import in_line
from .figures import fitted
from .fonts import FAMILIES, FONT_CACHE
from .model import (
    Block,
    Chart,
    Document,
    Facts,
    Items,
    Paragraph,
    Run,
    Table,
    Words,
    as_data,
    whole_day,
)
from .typesetting import compiler

THEME = Path(__file__).parent / "theme.typ"
TEXT_WIDTH = 476
"""Points between the margins that `theme.typ` sets."""
SHORT, LONG, LIST = 1500, 1200, 450
"""Letters: a block shorter than the first stays on one page, a row or item longer than the second
need not; a list shorter than the third stays with its heading."""
ROW = 40
"""Letters whose room a row or an item takes beyond its own."""
STANDARD: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1); a chart without a text alternative then stops the build."""


def pdf(document: Document) -> bytes:
    """The file's bytes, the same for the same document.

    Raises:
        typst.TypstError: the document breaks a rule of PDF/UA or the theme has a fault.
    """
    made = compiler(THEME, FONT_CACHE).compile(
        sys_inputs={"document": json.dumps(data(document), ensure_ascii=False)},
        pdf_standards=[STANDARD],
        timestamp=0,
    )
    assert isinstance(made, bytes)  # as it is for PDF without a file to write to
    return made


def data(document: Document) -> dict[str, Any]:
    """What the theme prints: the document, the words around it, and the fonts."""
    found = as_data(document)
    for block, made in zip(document.blocks, found["blocks"], strict=True):
        made |= _room(block)
    seen: set[str] = set()
    for part in ("title", "blocks", "notes"):
        found[part] = _set(found[part], document.lang, seen)
    found["words"] = words("documents", document.lang)
    found["colon"] = words("records", document.lang)["colon"]
    found["fonts"] = list(FAMILIES)
    found["dir"] = LANGUAGES[document.lang].dir
    found["plain_title"] = document.plain_title
    if document.date:
        year, month, day = whole_day(document.date)
        found["date"] = {"year": year, "month": month, "day": day}
    return found


def _room(block: Block) -> dict[str, Any]:
    """What the theme is to know of a block's room: its width, whether it is short, long parts."""
    if isinstance(block, Chart):
        return {"width": fitted(block.svg, TEXT_WIDTH)}
    if isinstance(block, Paragraph):
        return {"short": _length(block.text) < SHORT}
    if isinstance(block, Facts):
        return {"short": sum(_length(value) for _, value in block.rows) < SHORT}
    if isinstance(block, Items):
        lengths = [_length(it) for it in block.items]
        return {"short": sum(lengths) + ROW * len(lengths) < LIST, "long": _long(lengths)}
    if isinstance(block, Table):
        lengths = [sum(map(_length, row)) for row in block.rows]
        whole = sum(lengths) + (ROW + 3 * block.height) * len(lengths)
        return {"short": whole < SHORT, "long": _long(lengths)}
    return {}


def _length(text: Words) -> int:
    return sum(len(run.text) for run in text)


def _long(lengths: Iterable[int]) -> list[int]:
    """The places of parts that may need more than a page, which must break over pages."""
    return [place for place, length in enumerate(lengths) if length >= LONG]


def _set(value: Any, lang: str, seen: set[str]) -> Any:
    """The same with every run as the theme takes it; most are plain text and nothing else."""
    if isinstance(value, list):
        return [_set(it, lang, seen) for it in value]
    if not isinstance(value, dict):
        return value
    if not isinstance(value.get("text"), str):
        return {name: _set(it, lang, seen) for name, it in value.items()}
    line = in_line(Run(value["text"], ltr=value.get("ltr", False)), lang)
    if len(value) == 1 and line != "\n":
        return line
    if note := value.get("note"):
        value["again"] = note in seen
        seen.add(note)
    return {name: it for name, it in value.items() if it or name == "text"} | {"line": line}
