"""An answer: one table, how many records it rests on, and how it is best drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from ..publication import PublicRegister
from ..tables import Tables
from ..text import Localised

Labels = dict[str, Localised]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the register says to one question.

    `table` has the columns `key` (a category) and `n` (organisations or relations), for a matrix
    also `column`. `n_records` have the value asked for, `n_without` do not.
    """

    question: str
    table: pd.DataFrame
    n_records: int
    n_without: int
    form: str
    labels: Labels
    column_labels: Labels


Question = Callable[[Tables, str | None], Answer]


def selected(frame: pd.DataFrame, country: str | None) -> pd.DataFrame:
    """The rows of one country, or all."""
    return frame if country is None else frame[frame["country"] == country]


def counted(frame: pd.DataFrame, by: str, order: list[str] | None = None) -> pd.DataFrame:
    """How many rows have each value, most first, or in the order given; none is left out."""
    counts = frame[by].dropna().value_counts()
    keys = sorted(counts.index, key=lambda key: (-counts[key], key))
    if order is not None:
        keys = [key for key in order if key in counts.index]
    return pd.DataFrame({"key": keys, "n": [int(counts[key]) for key in keys]})


def term_labels(public: PublicRegister, vocabulary: str) -> Labels:
    """Labels of a vocabulary's terms."""
    terms = public.vocabularies[vocabulary].record.terms
    return {key: term.labels for key, term in terms.items()}


def country_labels(public: PublicRegister) -> Labels:
    """Names of the countries."""
    return {code: entry.record.names for code, entry in public.countries.items()}
