"""The map of a listing: guessed from the headings in three languages, confirmed by a person."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from rapidfuzz import fuzz, process

from ..canonical import written
from ..model.listing import IGNORED, ListingMap
from ..records import RecordError, parse
from ..text import LANGUAGES, fold
from ..tree import Tree, grown
from ..words import words
from .sheets import Cell, Sheet

HEAD_WITHIN = 15
"""The headings stand in one of so many first rows."""
LIKE = 88.0
"""Likeness of a heading (RapidFuzz ratio) from which it is taken for a known one."""


def guessed(sheets: list[Sheet], title: str, country: str = "") -> dict[str, Any]:
    """A map for the sheet with most known headings; columns that none is near are ignored."""
    scored = [
        (sum(field != IGNORED for field in columns_of(row).values()), -s, -r)
        for s, sheet in enumerate(sheets)
        for r, row in enumerate(sheet.rows[:HEAD_WITHIN])
    ]
    _, s, r = max(scored, default=(0, 0, 0))
    sheet = sheets[-s]
    made: dict[str, Any] = {"sheet": sheet.name, "head": 1 - r}
    made["columns"] = columns_of(sheet.rows[-r]) if sheet.rows else {}
    if country:
        made["country"] = country
    return made | {"source": {"kind": "report", "title": title}}


def columns_of(row: dict[int, Cell]) -> dict[str, str]:
    """Fields by heading; a heading that stands twice is named by the letter of its column."""
    texts = [heading_of(cell) for cell in row.values()]
    found: dict[str, str] = {}
    for cell, text in zip(row.values(), texts, strict=True):
        name = text if texts.count(text) == 1 else letter_of(cell)
        field = field_of(text)
        # Two columns can only add to a field that takes several values.
        found[name] = field if field not in found.values() else IGNORED
    return found


def heading_of(cell: Cell) -> str:
    """A heading on one line."""
    return " ".join(cell.text.split())


def letter_of(cell: Cell) -> str:
    """The letters of a cell's column."""
    return re.sub(r"\d", "", cell.place)


def field_of(heading: str) -> str:
    """The field that a heading means, or that it should be ignored."""
    known, text = _known(), _bare(heading)
    if text in known:
        return known[text]
    hit = process.extractOne(text, list(known), scorer=fuzz.ratio, score_cutoff=LIKE)
    return known[hit[0]] if hit and len(text) > 3 else IGNORED


@cache
def _known() -> dict[str, str]:
    return {
        _bare(heading): field
        for lang in LANGUAGES
        for field, headings in words("headings", lang).items()
        for heading in headings.split("|")
    }


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", fold(text)).split())


def map_text(data: dict[str, Any]) -> str:
    """A map as YAML."""
    return written(Tree(grown(data), []), ListingMap)


def read_map(path: Path) -> ListingMap:
    """The map in a file.

    Raises:
        ValueError: it is none; the text says what to mend.
    """
    try:
        return ListingMap.model_validate(parse(path.read_bytes(), path.name).data)
    except OSError as error:
        raise ValueError(f"{path.name} cannot be opened: {error.strerror}") from error
    except RecordError as error:
        first = error.problems[0]
        raise ValueError(f"{path.name}:{first.line}: {first.message()}") from error
    except ValidationError as error:
        first_error = error.errors()[0]
        where = ".".join(str(part) for part in first_error["loc"])
        raise ValueError(f"{path.name}: {where}: {first_error['msg']}") from error
