"""Cells as people fill them in: numbers, dates and lists in the writing of three languages."""

from __future__ import annotations

import datetime
import re
from functools import cache

from ..text import fold, months
from .ledger import Unusable
from .sheets import Cell

DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_GROUPED = re.compile(r"\d{1,3}(?:[ ,.'’\u00a0\u202f٬]\d{3})+|\d+")
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[/.\-](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})(?:[/.](\d{1,2}))?")
_IN_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([^\W\d_]+(?: [^\W\d_]+)?)\s+(\d{4})")
_SERIAL_FROM = datetime.date(1899, 12, 30)
"""Day 0 of Excel's dates, which count 29 February 1900 though it never was (ECMA-376, 18.17.4)."""
SERIALS = range(6000, 60000)
"""Numbers that can be days since then: 1916 to 2064. Smaller ones are years."""
_SEPARATORS = re.compile(r"[;؛\n\r|•]+")
_SOFT_SEPARATORS = re.compile(r"[,،/]+| و(?=ال)")


def plain(text: str) -> str:
    """The text with European digits and single spaces."""
    return " ".join(text.translate(DIGITS).split())


def number(cell: Cell) -> int:
    """A whole number, whatever its digits and the signs between thousands.

    Raises:
        Unusable: it is none.
    """
    text = plain(cell.text)
    if not _GROUPED.fullmatch(text):
        raise Unusable("not-a-number")
    return int(re.sub(r"\D", "", text))


def date(cell: Cell, day_first: bool = True) -> str:
    """A year, month or day (ISO 8601) in any usual writing, also as a spreadsheet's day number.

    Raises:
        Unusable: it is none, or no such day exists.
    """
    if isinstance(cell.value, datetime.datetime | datetime.date):
        return cell.value.isoformat()[:10]
    text = plain(cell.text)
    if text.isdigit() and int(text) in SERIALS:
        return (_SERIAL_FROM + datetime.timedelta(int(text))).isoformat()
    year, month, day = _parts(text, day_first)
    try:
        made = datetime.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise Unusable("not-a-date") from None
    if not 1700 <= made.year <= 2200:
        raise Unusable("not-a-date")
    return made.isoformat()[: 10 if day else 7 if month else 4]


def year(cell: Cell, day_first: bool = True) -> int | str:
    """The same, a bare year as the number that records hold.

    Raises:
        Unusable: it is none.
    """
    found = date(cell, day_first)
    return int(found) if len(found) == 4 else found


def _parts(text: str, day_first: bool) -> tuple[str, str, str]:
    if found := _ISO.fullmatch(text) or _YEAR_FIRST.fullmatch(text):
        return found[1], found[2] or "", found[3] or ""
    if found := _DAY_FIRST.fullmatch(text):
        return (found[3], found[2], found[1]) if day_first else (found[3], found[1], found[2])
    if found := _MONTH_YEAR.fullmatch(text):
        return found[2], found[1], ""
    if (found := _IN_WORDS.fullmatch(text)) and (month := months().get(fold(found[2]))):
        return found[3], str(month), found[1] or ""
    raise Unusable("not-a-date")


def lines(text: str) -> list[str]:
    """Items that stand on lines of their own or between semicolons."""
    return [part for it in _SEPARATORS.split(text) if (part := " ".join(it.split()).strip("-– "))]


def soft_parts(text: str) -> list[str]:
    """Items between commas or strokes, for lists whose items are known."""
    return [part for it in _SOFT_SEPARATORS.split(text) if (part := it.strip())]


@cache
def _truths() -> dict[str, bool]:
    yes = ("yes", "y", "true", "1", "oui", "o", "vrai", "نعم", "اجل", "صح", "x", "✓")
    no = ("no", "n", "false", "0", "non", "faux", "لا", "خطا")
    return {fold(it): True for it in yes} | {fold(it): False for it in no}


def truth(cell: Cell) -> bool:
    """Yes or no, in any of the languages.

    Raises:
        Unusable: neither.
    """
    if isinstance(cell.value, bool):
        return cell.value
    found = _truths().get(fold(plain(cell.text)))
    if found is None:
        raise Unusable("not-yes-or-no")
    return found
