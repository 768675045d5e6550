"""Periods of five years."""

from __future__ import annotations

import pandas as pd

from ..text import LANGUAGES
from .answer import Labels

LENGTH = 5
FIRST = 1990
"""Everything earlier is one period: little of it is on record."""


def period(years: pd.Series[int]) -> pd.Series[str]:
    """The first year of each year's period; the year before `FIRST` stands for all before."""
    starts = (years // LENGTH * LENGTH).clip(lower=FIRST - 1)
    return starts.astype("int64").astype("string")


PERIOD_LABELS: Labels = {
    str(start): dict.fromkeys(LANGUAGES, f"{start}–{start + LENGTH - 1}")
    for start in range(FIRST, 2200, LENGTH)
} | {str(FIRST - 1): dict.fromkeys(LANGUAGES, f"≤ {FIRST - 1}")}
"""Labels of periods by their first year."""
