"""Questions on the collection itself: how far the information has come."""

from __future__ import annotations

import pandas as pd

from ..tables import Tables
from .answer import Answer, counted, country_labels, grouped, selected, term_labels


def stages(tables: Tables, country: str | None) -> Answer:
    """How far the information on organisations has come."""
    frame = selected(tables["collection"], country)
    labels = term_labels(tables.public, "collection-stages")
    counts = counted(frame, "stage", list(labels)).set_index("key")["n"]
    rows = [(key, int(counts.get(key, 0))) for key in labels]  # stages not reached yet, too
    table = pd.DataFrame(rows, columns=["key", "n"])
    members = grouped(frame, "stage")
    return Answer(
        "collection-stages", table, len(frame), 0, "bars", labels, {},
        members=members, country=country,
    )  # fmt: skip


def stages_by_country(tables: Tables, country: str | None) -> Answer:
    """The same by country."""
    frame = selected(tables["collection"], None)
    labels = term_labels(tables.public, "collection-stages")
    counts = frame.groupby(["stage", "country"], observed=True).size()
    columns = sorted(tables.public.countries)
    rows = [
        (key, column, int(counts.get((key, column), 0))) for key in labels for column in columns
    ]
    table = pd.DataFrame(rows, columns=["key", "column", "n"])
    names = country_labels(tables.public)
    members = grouped(frame, "stage")
    return Answer(
        "collection-by-country", table, len(frame), 0, "matrix", labels, names, members=members,
    )  # fmt: skip
