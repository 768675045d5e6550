"""A document as PDF, by Typst: tagged for screen readers (PDF/UA-1), fonts embedded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from ..text import LANGUAGES
from ..words import words
from .direction import in_line
from .figures import fitted
from .fonts import FAMILIES, FONT_CACHE
from .model import Document, Run, as_data, whole_day
from .typesetting import compiler

THEME = Path(__file__).parent / "theme.typ"
TEXT_WIDTH = 476
"""Points between the margins that `theme.typ` sets."""
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
    found["words"] = words("documents", document.lang)
    found["fonts"] = list(FAMILIES)
    found["dir"] = LANGUAGES[document.lang].dir
    found["plain_title"] = document.plain_title
    if document.date:
        year, month, day = whole_day(document.date)
        found["date"] = {"year": year, "month": month, "day": day}
    for block in found["blocks"]:
        if "svg" in block:
            block["width"] = fitted(block["svg"], TEXT_WIDTH)
    seen: set[str] = set()
    for part in ("title", "blocks", "notes"):
        _prepare(found[part], document.lang, seen)
    return found


def _prepare(value: Any, lang: str, seen: set[str]) -> None:
    """Add to every run its text in a line of the language, and whether its note stands already."""
    if isinstance(value, list):
        for it in value:
            _prepare(it, lang, seen)
    elif isinstance(value, dict):
        if isinstance(value.get("text"), str):
            value["line"] = in_line(Run(value["text"], ltr=value.get("ltr", False)), lang)
        if "note" in value and "text" in value:
            value["again"] = value["note"] in seen
            seen.add(value["note"])
        for it in value.values():
            _prepare(it, lang, seen)
