"""Questions of evidence: which sources there are, and how old they are."""

from __future__ import annotations

import pandas as pd

from ..tables import Tables
from ..text import LANGUAGES
from .answer import Answer, Labels, counted, grouped, said, selected, term_labels

AGES = ((0, 1), (2, 3), (4, 5), (6, 10), (11, None))
"""Classes of age in years, from the year of the source to that of the build."""
UNDATED = "undated"


def source_kinds(tables: Tables, country: str | None) -> Answer:
    """How many sources there are of each kind."""
    frame = selected(tables["sources"], country)
    table = counted(frame, "kind")
    return Answer(
        "source-kinds", table, len(frame), 0, "bars", term_labels(tables.public, "source-kinds"),
        unit="sources", country=country,
    )  # fmt: skip


def evidence_age(tables: Tables, country: str | None) -> Answer:
    """How old the newest dated source of each organisation is."""
    frame = selected(tables["organisations"], country)
    today = tables.public.today.year
    classes = frame["newest_source_year"].map(
        lambda year: UNDATED if pd.isna(year) else _class_of_age(today - int(year))
    )
    labels: Labels = {
        str(least): dict.fromkeys(LANGUAGES, _age(*ages)) for ages in AGES for least in ages[:1]
    }
    labels |= said(UNDATED)
    order = list(labels)
    n_without = int((classes == UNDATED).sum())
    table = pd.DataFrame({"key": order, "n": [int((classes == key).sum()) for key in order]})
    return Answer(
        "evidence-age", table, len(frame) - n_without, n_without, "bars", labels,
        members=grouped(frame.assign(age=classes), "age"), country=country,
    )  # fmt: skip


def _class_of_age(age: int) -> str:
    return str(max(least for least, _ in AGES if age >= least))


def _age(least: int, most: int | None) -> str:
    return f"{least} – …" if most is None else f"{least}–{most}"
