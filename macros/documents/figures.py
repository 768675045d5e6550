"""Charts of a country in documents."""

from __future__ import annotations

import os

from ..charts import figure, on_paper
from ..questions import QUESTIONS
from ..tables import Tables
from .model import Chart

CACHE = os.path.join(".cache", "charts")
OF_COUNTRY = ("themes", "services", "regions", "founding-periods", "relation-kinds")
"""The questions whose answers a country file draws."""


def chart(tables: Tables, question: str, lang: str, country: str | None = None) -> Chart | None:
    """The chart that answers a question; none where there is nothing to draw."""
    answer = QUESTIONS[question](tables, country)
    if not len(answer.table):
        return None
    drawn = figure(answer, lang, CACHE)
    note = " ".join(part for part in (drawn.basis, drawn.caveat) if part)
    return Chart(drawn.title, on_paper(drawn.svg), drawn.alternative, note, drawn.id)
