"""Questions of the assessment: intervals of ranks, in bands rather than a league table."""

from __future__ import annotations

import pandas as pd

from ..assessment import estimates
from ..tables import Tables
from ..text import DEFAULT, pick, sort_key
from .answer import Answer, Labels, organisation_labels, said, selected

UPPER, MIDDLE, NOT_ASSESSABLE = "band-upper", "band-middle", "band-not-assessable"
BANDS = (UPPER, MIDDLE, NOT_ASSESSABLE)


def dimensions(tables: Tables) -> Labels:
    """The dimensions of the assessment and their names; none where there is no assessment."""
    settings = next(iter(tables.public.assessment.values()), None)
    return {key: it.labels for key, it in settings.record.dimensions.items()} if settings else {}


def bands(tables: Tables, country: str | None) -> Answer:
    """How many organisations are in each band of each dimension."""
    frame = _banded(tables, country)
    counts = frame.groupby(["dimension", "band"], observed=True).size()
    labels = dimensions(tables)
    rows = [(key, band, int(counts.get((key, band), 0))) for key in labels for band in BANDS]
    assessed = int(frame[frame["band"] != NOT_ASSESSABLE]["organisation"].nunique())
    return Answer(
        "bands",
        pd.DataFrame(rows, columns=["key", "column", "n"]),
        assessed,
        len(selected(tables["organisations"], country)) - assessed,
        "matrix",
        labels,
        said(*BANDS),
        caveats=("caveat-bands",),
        country=country,
    )


def intervals(tables: Tables, dimension: str, country: str | None) -> Answer:
    """The interval of ranks of every organisation assessed, upper band first, then by name."""
    frame = _banded(tables, country)
    frame = frame[frame["dimension"] == dimension]
    assessed = frame[frame["band"] != NOT_ASSESSABLE]
    names = tables.public.organisations
    keys = sorted(
        zip(assessed["band"] != UPPER, assessed["organisation"], strict=True),
        key=lambda pair: (pair[0], sort_key(pick(names[pair[1]].record.names, DEFAULT))),
    )
    table = assessed.set_index("organisation").loc[[key for _, key in keys]].reset_index()
    table = table.rename(
        columns={"organisation": "key", "rank_median": "n", "rank_low": "low", "rank_high": "high"}
    )
    n_compared = len(estimates(tables.public)[dimension].standings)
    return Answer(
        "intervals",
        table[["key", "n", "low", "high", "band", "n_facts"]].assign(n_compared=n_compared),
        len(assessed),
        len(frame) - len(assessed),
        "intervals",
        organisation_labels(tables.public, table["key"]),
        said(*BANDS),
        caveats=("caveat-intervals",),
        members={key: [key] for key in table["key"]},
        country=country,
        subject=dimensions(tables)[dimension],
    )


def reasons(tables: Tables, dimension: str, country: str | None) -> dict[str, int]:
    """How many organisations are not assessable in a dimension, by reason."""
    frame = selected(tables["standings"], country)
    frame = frame[frame["dimension"] == dimension].dropna(subset=["reason"])
    return {str(key): int(n) for key, n in frame["reason"].value_counts().items()}


def _banded(tables: Tables, country: str | None) -> pd.DataFrame:
    """The standings with their bands, worked out once for these tables."""
    if "banded" not in tables.kept:
        frame = tables["standings"]
        band = pd.Series(MIDDLE, index=frame.index, dtype="string")
        band[frame["is_upper"]] = UPPER
        band[frame["reason"].notna()] = NOT_ASSESSABLE
        tables.kept["banded"] = frame.assign(band=band)
    return selected(tables.kept["banded"], country)
