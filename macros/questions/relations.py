"""Questions of relations with official bodies: kind, stance, time, and the prosecution's part."""

from __future__ import annotations

import pandas as pd

from ..tables import Tables
from .answer import Answer, behind, counted, grouped, selected, term_labels
from .periods import PERIOD_LABELS, period

PROSECUTION = "prosecution"
"""The kind of official body that prosecution offices are."""


def relation_kinds(tables: Tables, country: str | None) -> Answer:
    """How many recorded relations there are of each kind; records count organisations with any."""
    frame = _each_once(tables, country)
    return _answer(tables, country, "relation-kinds", counted(frame, "kind"), frame, "kind")


def relation_stances(tables: Tables, country: str | None) -> Answer:
    """How many relations are of cooperation, administration, oversight, procedure and conflict."""
    frame = _each_once(tables, country)
    order = list(term_labels(tables.public, "stances"))
    table = counted(frame, "stance", order)
    return _answer(tables, country, "relation-stances", table, frame, "stance")


def prosecution_relations(tables: Tables, country: str | None) -> Answer:
    """How many relations name a prosecution office, by kind."""
    frame = _with_prosecution(tables, country)
    return _answer(tables, country, "prosecution-relations", counted(frame, "kind"), frame, "kind")


def prosecution_stances(tables: Tables, country: str | None) -> Answer:
    """How many relations with prosecution offices are of each stance."""
    frame = _with_prosecution(tables, country)
    order = list(term_labels(tables.public, "stances"))
    table = counted(frame, "stance", order)
    return _answer(tables, country, "prosecution-stances", table, frame, "stance")


def relations_over_time(tables: Tables, country: str | None) -> Answer:
    """How many dated relations of each stance began or were reported in each period."""
    frame = _each_once(tables, country)
    dated = frame.dropna(subset=["year"])
    periods = period(dated["year"])
    counts = dated.assign(period=periods).groupby(["stance", "period"], observed=True).size()
    stances = [it for it in term_labels(tables.public, "stances") if it in set(dated["stance"])]
    order = sorted(set(periods))
    rows = [(it, name, int(counts.get((it, name), 0))) for it in stances for name in order]
    return Answer(
        "relations-over-time",
        pd.DataFrame(rows, columns=["key", "column", "n"]),
        len(dated),
        len(frame) - len(dated),
        "matrix",
        term_labels(tables.public, "stances"),
        PERIOD_LABELS,
        caveats=("sources-shape-time",),
        unit="items",
        sources=behind(tables, country, "authority_relations"),
        members=grouped(dated, "stance"),
        country=country,
    )


def _each_once(tables: Tables, country: str | None) -> pd.DataFrame:
    return selected(tables["relations"], country).drop_duplicates("relation")


def _with_prosecution(tables: Tables, country: str | None) -> pd.DataFrame:
    frame = selected(tables["relations"], country)
    return frame[frame["authority_kind"] == PROSECUTION].drop_duplicates("relation")


def _answer(
    tables: Tables,
    country: str | None,
    question: str,
    table: pd.DataFrame,
    frame: pd.DataFrame,
    by: str,
) -> Answer:
    n_records = int(frame["organisation"].nunique())
    is_part = len(frame) < len(_each_once(tables, country))
    among = set(frame["source"].dropna()) if is_part else None
    return Answer(
        question,
        table,
        n_records,
        len(selected(tables["organisations"], country)) - n_records,
        "bars",
        term_labels(tables.public, "relation-kinds" if by == "kind" else "stances"),
        sources=behind(tables, country, "authority_relations", among=among),
        members=grouped(frame, by),
        country=country,
    )
