"""Pieces of text that would come apart in a line of the other writing direction.

Names and titles that begin or end with digits or signs would have these at the wrong end; isolates
hold them together (Unicode Standard Annex 9, U+2066 to U+2069). Most names need none.
"""

from __future__ import annotations

import re
import unicodedata

from ..text import LANGUAGES
from .model import Run

FIRST_STRONG, LEFT_TO_RIGHT, END = "\u2068", "\u2066", "\u2069"
RIGHT_TO_LEFT = "\u200f"
"""A mark that keeps what stands before and after it from being joined from left to right."""
CLOSING = ")]"
_PERHAPS = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Where letters that run right to left are; most texts in Latin letters have none of these."""


def in_line(run: Run, lang: str) -> str:
    """The run's text as it stands in a line of the language, isolated where it needs to be."""
    if LANGUAGES[lang].dir == "ltr" and (run.ltr or not has_right_to_left(run.text)):
        return run.text
    if run.ltr:
        return f"{LEFT_TO_RIGHT}{run.text}{END}"
    if _is_separator(run.text):
        return f"{RIGHT_TO_LEFT}{run.text}"
    other = ("L",) if LANGUAGES[lang].dir == "rtl" else ("R", "AL")
    if not _has(run.text, *other) or (_is_strong(run.text[0]) and _holds_at_end(run.text)):
        return run.text
    return f"{FIRST_STRONG}{run.text}{END}"


def has_right_to_left(text: str) -> bool:
    """Whether the text has a letter that runs right to left."""
    return bool(_PERHAPS.search(text)) and _has(text, "R", "AL")


def _has(text: str, *classes: str) -> bool:
    return any(unicodedata.bidirectional(char) in classes for char in text)


def _is_separator(text: str) -> bool:
    """Signs alone, as between two names: these would else change places where both are Latin."""
    return bool(text.strip()) and not _has(text, "L", "R", "AL", "EN", "AN")


def _is_strong(char: str) -> bool:
    return unicodedata.bidirectional(char) in ("L", "R", "AL")


def _holds_at_end(text: str) -> bool:
    return _is_strong(text[-1]) or text[-1] in CLOSING or text[-1].isdigit()
