"""A chart on an authored page."""

from __future__ import annotations

import os

from ...charts import figure
from ...publication import PublicRegister
from ...questions import QUESTIONS
from ...tables import Tables, tables
from ...words import words
from .common import Place

CACHE = os.path.join(".cache", "charts")


class _Once:
    """The tables of the register last asked for, so that every chart of a build shares them."""

    register: PublicRegister | None = None
    tables: Tables | None = None


def _tables(public: PublicRegister) -> Tables:
    if _Once.register is not public or _Once.tables is None:
        _Once.register, _Once.tables = public, tables(public)
    return _Once.tables


def chart(place: Place, question: str, country: str | None = None) -> str:
    """The chart that answers a question, with caption, text alternative and data table."""
    answer = QUESTIONS[question](_tables(place.public), country)
    suffix = f"-{country}" if country else ""
    drawn = figure(answer, place.lang, CACHE, suffix)
    fields = {name: getattr(drawn, name) for name in drawn.__slots__}
    return place.block("chart", figure=fields, words=words("charts", place.lang))
