"""Progress of long steps on a terminal: which step, how far, how long. A pipe is told nothing."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from .text import DEFAULT, number
from .words import words

LONG = 1.0
"""Seconds from which a step that is over is still told, with the time it took."""
_ANEW = "\r\x1b[K"
"""Begins the line of a terminal anew, empty."""


@contextmanager
def step(name: str, lang: str = DEFAULT) -> Iterator[None]:
    """While a step of `wording/progress.yml` is at work."""
    start = time.monotonic()
    label = words("progress", lang)[name]
    _say(f"{label} …")
    try:
        yield
    finally:
        took = time.monotonic() - start
        seconds = words("progress", lang)["seconds"].format(n=number(round(took, 1), lang))
        _say(f"{label}: {seconds}\n" if took >= LONG else "")


def far(name: str, done: int, of: int = 0, lang: str = DEFAULT) -> None:
    """How far a step has come; `of` how many, where that is known."""
    phrases, counted = words("progress", lang), number(done, lang)
    if of:
        counted = phrases["of"].format(done=counted, all=number(of, lang))
    _say(f"{phrases[name]}: {counted}")


def _say(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(_ANEW + text)
        sys.stderr.flush()
