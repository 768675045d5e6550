"""An answer: one table, what it rests on, what it does not say, and how it is best drawn."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

from ..publication import PublicRegister
from ..tables import Tables
from ..text import Localised
from ..words import phrase

Labels = dict[str, Localised]

FEW = 10
"""Below this many records an answer says that a single one changes the picture."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the register says to one question.

    `table` has the columns `key` (a category) and `n` (a number of organisations, relations or
    other things, as the title says); with two categories also `column`; with intervals also `low`
    and `high`. `n_records` have the value asked for, `n_without` do not.
    """

    question: str
    table: pd.DataFrame
    n_records: int
    n_without: int
    form: str
    labels: Labels
    column_labels: Labels = field(default_factory=dict)
    caveats: tuple[str, ...] = ()
    """Phrases of `wording/questions.yml` that say what the answer does not."""
    sources: tuple[tuple[Localised, int], ...] = ()
    """How many sources are behind it, by the name of their kind."""
    facet: str = ""
    """The filter of the directory that finds the organisations of a category."""
    members: Mapping[str, list[str]] = field(default_factory=dict)
    """By category: the keys of the records in it, where no filter finds them."""
    member_kind: str = "organisations"
    """What kind of record the members are."""
    country: str | None = None
    subject: Localised = field(default_factory=dict)
    """What the title speaks of, where one title serves several answers."""
    unit: str = "organisations"
    """What `n_records` counts: organisations, items, sources, provisions or mechanisms."""

    @property
    def is_few(self) -> bool:
        """Whether it rests on very few records."""
        return 0 < self.n_records < FEW

    @property
    def total(self) -> int:
        """The sum of all numbers."""
        return int(self.table["n"].sum()) if len(self.table) else 0

    def value(self, key: str, column: str | None = None) -> int:
        """The number of a category, 0 where it is not in the table."""
        if column is None:
            return self.counts().get(key, 0)
        rows = zip(self.table["key"], self.table["column"], self.table["n"], strict=True)
        return sum(int(n) for first, second, n in rows if (first, second) == (key, column))

    def counts(self) -> dict[str, int]:
        """Numbers by category, in the order of the table; those of its columns added up."""
        sums: dict[str, int] = {}
        for key, n in zip(self.table["key"], self.table["n"], strict=True):
            sums[str(key)] = sums.get(str(key), 0) + int(n)
        return sums

    def greatest(self, most: int) -> list[tuple[str, int]]:
        """The categories with the greatest numbers; none that is 0."""
        ordered = sorted(self.counts().items(), key=lambda pair: -pair[1])
        return [(key, n) for key, n in ordered[:most] if n]


Question = Callable[[Tables, str | None], Answer]


def selected(frame: pd.DataFrame, country: str | None) -> pd.DataFrame:
    """The rows of one country, or all."""
    return frame if country is None else frame[frame["country"] == country]


def counted(frame: pd.DataFrame, by: str, order: list[str] | None = None) -> pd.DataFrame:
    """How many rows have each value, most first, or in the order given; none is left out."""
    counts = frame[by].dropna().value_counts().to_dict()
    keys = sorted(counts, key=lambda key: (-counts[key], key))
    if order is not None:
        keys = [key for key in order if key in counts]
    return pd.DataFrame({"key": keys, "n": [int(counts[key]) for key in keys]})


def crossed(
    frame: pd.DataFrame, keys: Iterable[str], columns: Iterable[str], by: tuple[str, str]
) -> pd.DataFrame:
    """How many rows have each pair of values, 0 where there is none."""
    counts = frame.groupby(list(by), observed=True).size().to_dict()
    wanted = list(columns)
    rows = [(key, column, int(counts.get((key, column), 0))) for key in keys for column in wanted]
    return pd.DataFrame(rows, columns=["key", "column", "n"])


def grouped(frame: pd.DataFrame, by: str, of: str = "organisation") -> dict[str, list[str]]:
    """The organisations, or what else is asked for, of each value."""
    pairs = frame.dropna(subset=[by]).drop_duplicates([by, of])
    found: dict[str, list[str]] = {}
    for value, key in zip(pairs[by], pairs[of], strict=True):
        found.setdefault(str(value), []).append(str(key))
    return found


def behind(
    tables: Tables, country: str | None, *fields: str, among: Collection[str] | None = None
) -> tuple[tuple[Localised, int], ...]:
    """How many sources the fields of all organisations rest on, by kind, most first.

    `among` are the sources of the items that are counted, where not all of a field are.
    """
    frame = selected(tables["behind"], country)
    frame = frame[frame["field"].isin(fields)].drop_duplicates("source")
    if among is not None:
        frame = frame[frame["source"].isin(among)]
    counts = counted(frame, "kind")
    labels = term_labels(tables.public, "source-kinds")
    return tuple((labels[key], n) for key, n in zip(counts["key"], counts["n"], strict=True))


def term_labels(public: PublicRegister, vocabulary: str) -> Labels:
    """Labels of a vocabulary's terms; none where the register has no such list."""
    entry = public.vocabularies.get(vocabulary)
    return {key: term.labels for key, term in entry.record.terms.items()} if entry else {}


def country_labels(public: PublicRegister) -> Labels:
    """Names of the countries."""
    return {code: entry.record.names for code, entry in public.countries.items()}


def organisation_labels(public: PublicRegister, keys: Iterable[str]) -> Labels:
    """Names of organisations."""
    return {key: public.organisations[key].record.names for key in keys}


def said(*names: str) -> Labels:
    """Labels that are phrases of `wording/questions.yml`, by their name."""
    return {name: phrase("questions", name) for name in names}
