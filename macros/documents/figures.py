"""Charts in documents, and how large they may be."""

from __future__ import annotations

import os
import re

from ..charts import figure, on_paper
from ..questions import Answer, ask
from ..tables import Tables
from .model import Chart

CACHE = os.path.join(".cache", "charts")
OF_COUNTRY = ("themes", "services", "regions", "founding-periods", "relation-kinds")
"""The questions whose answers a country file draws."""
HIGHEST = 560
"""Points that a chart may be high, so that its caption and note stay on its page."""
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def chart(tables: Tables, question: str, lang: str, country: str | None = None) -> Chart | None:
    """The chart that answers a question; none where there is nothing to draw."""
    return drawn(ask(tables, question, country), lang)


def drawn(answer: Answer, lang: str, more: str = "") -> Chart | None:
    """An answer as a chart; `more` tells it from others of its kind in one document."""
    made = figure(answer, lang, CACHE, f"-{more}" if more else "")
    if not made.svg:
        return None
    note = " ".join(part for part in (made.basis, made.caveat) if part)
    return Chart(made.title, on_paper(made.svg), made.alternative, note, made.id)


def fitted(svg: str, width: float) -> float:
    """How wide, in points, a chart can be in a column of a width without becoming too high."""
    size = _SIZE.search(svg)
    if not size:
        return width
    return min(width, HIGHEST * float(size[1]) / float(size[2]))
