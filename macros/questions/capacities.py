"""Questions of capacity: what organisations are able to do, and what nobody is on record for."""

from __future__ import annotations

import pandas as pd

from ..tables import Tables
from .answer import (
    Answer,
    behind,
    counted,
    country_labels,
    crossed,
    grouped,
    selected,
    term_labels,
)


def capacities(tables: Tables, country: str | None) -> Answer:
    """How many organisations have a capacity on record in each area, 0 where none has."""
    frame = selected(tables["capacities"], country)
    labels = term_labels(tables.public, "capacity-areas")
    counts = frame["area"].value_counts()
    order = sorted(labels, key=lambda key: (-int(counts.get(key, 0)), key))
    table = pd.DataFrame({"key": order, "n": [int(counts.get(key, 0)) for key in order]})
    n_records = int(frame["organisation"].nunique())
    return Answer(
        "capacities", table, n_records,
        len(selected(tables["organisations"], country)) - n_records, "bars", labels,
        caveats=("capacity-seen",), sources=behind(tables, country, "capacities"),
        members=grouped(frame, "area"), country=country,
    )  # fmt: skip


def capacities_by_country(tables: Tables, country: str | None) -> Answer:
    """How many organisations of each country have a capacity on record in each area."""
    frame = tables["capacities"]
    labels = term_labels(tables.public, "capacity-areas")
    order = list(counted(frame, "area")["key"])
    order += [key for key in labels if key not in order]
    n_records = int(frame["organisation"].nunique())
    return Answer(
        "capacities-by-country",
        crossed(frame, order, sorted(tables.public.countries), ("area", "country")),
        n_records,
        len(tables["organisations"]) - n_records,
        "matrix",
        labels,
        country_labels(tables.public),
        caveats=("capacity-seen",),
        sources=behind(tables, None, "capacities"),
        members=grouped(frame, "area"),
    )
