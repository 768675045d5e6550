"""A chart on an authored page."""

from __future__ import annotations

import os
from typing import Any

from ...charts import Row, draw_ahead, figure
from ...publication import PublicRegister
from ...questions import Answer, ask
from ...questions.standings import intervals as intervals_of
from ...tables import Tables, tables
from ...text import LANGUAGES
from ...words import words
from ..kept import has_any, kept
from .common import Place

CACHE = os.path.join(".cache", "charts")
SLOW = ("founding-timeline",)
"""Questions whose charts take long to draw."""


class _Once:
    """The tables of the register last asked for, so that every chart of a build shares them."""

    register: PublicRegister | None = None
    tables: Tables | None = None


def tables_of(public: PublicRegister) -> Tables:
    """The tables of a register, made once."""
    if _Once.register is not public or _Once.tables is None:
        _Once.register, _Once.tables = public, tables(public)
    return _Once.tables


def begin(place: Place) -> None:
    """Begin with the charts that take long, where those of the last build are out of date."""
    if not has_any(place):
        draw_ahead([ask(tables_of(place.public), question) for question in SLOW], CACHE)


def chart(place: Place, question: str, country: str | None = None) -> str:
    """The chart that answers a question, with caption, text alternative and data table."""
    return drawn(place, ask(tables_of(place.public), question, country))


def kept_chart(place: Place, question: str, country: str | None = None) -> str:
    """The chart, from the last build where nothing has changed."""
    return kept(place, f"chart {question} {country}", lambda at: chart(at, question, country))


def kept_intervals(place: Place, dimension: str, country: str | None = None) -> str:
    """The intervals, from the last build where nothing has changed."""
    name = f"intervals {dimension} {country}"
    return kept(place, name, lambda at: intervals(at, dimension, country))


def intervals(place: Place, dimension: str, country: str | None = None) -> str:
    """The intervals of ranks in one dimension of the assessment."""
    return drawn(place, intervals_of(tables_of(place.public), dimension, country), dimension)


def drawn(place: Place, answer: Answer, more: str = "") -> str:
    """An answer as a chart; `more` tells it from others to the same question on a page."""
    suffix = "".join(f"-{part}" for part in (more, answer.country) if part)
    done = figure(answer, place.lang, CACHE, suffix)
    rows = [_row(place, row) for row in done.rows]
    phrases = words("charts", place.lang) | words("questions", place.lang)
    return place.block(
        "chart",
        figure={name: getattr(done, name) for name in done.__slots__},
        rows=rows,
        has_records=any(row["records"] for row in rows),
        words=phrases | {"semicolon": words("blocks", place.lang)["semicolon"]},
    )


def _row(place: Place, row: Row) -> dict[str, Any]:
    """A row of the numbers behind a chart, with ways to the records it counts."""
    records = place.public.of(row.kind)
    others = words("questions", place.lang)["and-others"].format(n=row.n_others)
    return {
        "cells": row.cells,
        "lang": row.lang,
        "dir": LANGUAGES[row.lang].dir,
        "href": f"{place.base}organisations/?{row.query}" if row.query else "",
        "records": [place.link(records[key]) for key in row.records],
        "n_others": others if row.n_others else "",
    }
