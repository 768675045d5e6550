"""Periods of five years."""

from __future__ import annotations

import pandas as pd

from ..text import LANGUAGES
from .answer import Labels

LENGTH = 5
FIRST = 1990
"""Everything earlier is one period: little of it is on record."""
LAST = 2200
"""No record is dated later."""


def period(years: pd.Series[int]) -> pd.Series[str]:
    """The first year of each year's period; the year before `FIRST` stands for all before."""
    starts = (years // LENGTH * LENGTH).clip(lower=FIRST - 1)
    return starts.astype("int64").astype("string")


def _labels() -> Labels:
    named = {str(start): f"{start}–{start + LENGTH - 1}" for start in range(FIRST, LAST, LENGTH)}
    named[str(FIRST - 1)] = f"… – {FIRST - 1}"
    return {key: dict.fromkeys(LANGUAGES, name) for key, name in named.items()}


PERIOD_LABELS = _labels()
"""Labels of periods by their first year."""
