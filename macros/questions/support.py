"""Questions of support: who sponsors organisations, and how much hangs on few."""

from __future__ import annotations

import pandas as pd

from ..tables import Tables
from ..words import rendered
from .answer import Answer, behind, counted, grouped, said, selected, term_labels

MOST = 15
"""How many sponsors are shown by name."""


def sponsor_kinds(tables: Tables, country: str | None) -> Answer:
    """How many organisations have a sponsor of each kind on record."""
    frame = selected(tables["sponsors"], country)
    known = frame.dropna(subset=["kind"]).drop_duplicates(["organisation", "kind"])
    n_records = int(frame["organisation"].nunique())
    return Answer(
        "sponsor-kinds", counted(known, "kind"), n_records,
        len(selected(tables["organisations"], country)) - n_records, "bars",
        term_labels(tables.public, "sponsor-kinds"), caveats=("sponsors-then-and-now",),
        sources=behind(tables, country, "sponsors"), members=grouped(known, "kind"),
        country=country,
    )  # fmt: skip


def sponsors(tables: Tables, country: str | None) -> Answer:
    """The sponsors that most organisations have on record, those of two or more."""
    frame = _named(tables, country)
    table = counted(frame, "sponsor")
    table = table[table["n"] > 1].head(MOST).reset_index(drop=True)
    n_records = int(frame["organisation"].nunique())
    return Answer(
        "sponsors", table, n_records,
        len(selected(tables["organisations"], country)) - n_records, "bars",
        {name: rendered(name) for name in table["key"]},
        caveats=("sponsors-as-spelled", "sponsors-then-and-now"),
        sources=behind(tables, country, "sponsors"),
        members=grouped(frame[frame["sponsor"].isin(table["key"])], "sponsor"),
        country=country,
    )  # fmt: skip


def sponsor_dependence(tables: Tables, country: str | None) -> Answer:
    """How many sponsors organisations have on record: none, one, two, more."""
    organisations = selected(tables["organisations"], country)
    counts = _named(tables, country).groupby("organisation", observed=True).size()
    numbers = organisations["organisation"].map(lambda key: min(3, int(counts.get(key, 0))))
    names = ("sponsors-none", "sponsors-one", "sponsors-two", "sponsors-more")
    classes = numbers.map(lambda n: names[n]).astype("string")
    table = pd.DataFrame({"key": names, "n": [int((classes == name).sum()) for name in names]})
    return Answer(
        "sponsor-dependence", table, int((numbers > 0).sum()), int((numbers == 0).sum()), "bars",
        said(*names), caveats=("sponsors-then-and-now",),
        sources=behind(tables, country, "sponsors"),
        members=grouped(organisations.assign(sponsors=classes), "sponsors"), country=country,
    )  # fmt: skip


def _named(tables: Tables, country: str | None) -> pd.DataFrame:
    """Sponsors by bare name: remarks in brackets, such as what was paid for, are left off."""
    frame = selected(tables["sponsors"], country)
    names = frame["sponsor"].str.replace(r"\s*\([^()]*\)", "", regex=True).str.strip()
    return frame.assign(sponsor=names).drop_duplicates(["organisation", "sponsor"])
