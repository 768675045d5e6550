"""Questions of the stocktaking: where, what, when, and how well documented."""

from __future__ import annotations

import pandas as pd

from ..derived import ENDED
from ..tables import Tables
from ..text import LANGUAGES
from .answer import (
    Answer,
    Labels,
    behind,
    counted,
    country_labels,
    crossed,
    grouped,
    selected,
    term_labels,
)

AGES = ((0, 4), (5, 9), (10, 19), (20, 29), (30, None))
"""Classes of age, in years from the year of founding to that of the build."""


def countries(tables: Tables, country: str | None) -> Answer:
    """How many organisations are listed in each country."""
    frame = selected(tables["organisations"], country)
    return Answer(
        "countries", counted(frame, "country"), len(frame), 0, "bars",
        country_labels(tables.public), facet="country",
    )  # fmt: skip


def themes(tables: Tables, country: str | None) -> Answer:
    """How many organisations work on each theme; one may work on several."""
    return _by_term(tables, country, "theme", "themes")


def services(tables: Tables, country: str | None) -> Answer:
    """How many organisations can give each service; one may give several."""
    return _by_term(tables, country, "service", "services")


def _by_term(tables: Tables, country: str | None, column: str, name: str) -> Answer:
    frame = selected(tables[f"organisation_{name}"], country)
    n_records = int(frame["organisation"].nunique())
    return Answer(
        name,
        counted(frame, column),
        n_records,
        len(selected(tables["organisations"], country)) - n_records,
        "bars",
        term_labels(tables.public, name),
        sources=behind(tables, country, name),
        facet=column,
        country=country,
    )


def themes_by_country(tables: Tables, country: str | None) -> Answer:
    """How many organisations of each country work on each theme."""
    return _by_country(tables, "themes-by-country", "theme", "themes")


def services_by_country(tables: Tables, country: str | None) -> Answer:
    """How many organisations of each country can give each service."""
    return _by_country(tables, "services-by-country", "service", "services")


def _by_country(tables: Tables, question: str, column: str, name: str) -> Answer:
    frame = tables[f"organisation_{name}"]
    n_records = int(frame["organisation"].nunique())
    order = list(counted(frame, column)["key"])
    return Answer(
        question,
        crossed(frame, order, sorted(tables.public.countries), (column, "country")),
        n_records,
        len(tables["organisations"]) - n_records,
        "matrix",
        term_labels(tables.public, name),
        country_labels(tables.public),
        sources=behind(tables, None, name),
        facet=column,
    )


def regions(tables: Tables, country: str | None) -> Answer:
    """In which region organisations have their seat, where it is recorded."""
    frame = selected(tables["organisations"], country)
    known = frame.dropna(subset=["region"])
    labels: Labels = {}
    for entry in tables.public.countries.values():
        labels |= entry.record.regions
    return Answer(
        "regions", counted(known, "region"), len(known), len(frame) - len(known), "bars", labels,
        sources=behind(tables, country, "region"), facet="region", country=country,
    )  # fmt: skip


def founding_periods(tables: Tables, country: str | None) -> Answer:
    """In which decade organisations were founded, by the earliest year that a source gives."""
    known, n_without = _dated(tables, country)
    decades = (known["founded_earliest"] // 10 * 10).astype("int64").astype("string")
    first, last = (int(decades.min()), int(decades.max())) if len(known) else (0, -10)
    order = [str(decade) for decade in range(first, last + 10, 10)]
    labels: Labels = {key: dict.fromkeys(LANGUAGES, f"{key}–{int(key) + 9}") for key in order}
    return Answer(
        "founding-periods",
        _in_order(decades, order),
        len(known),
        n_without,
        "bars",
        labels,
        sources=behind(tables, country, "founded"),
        members=grouped(known.assign(decade=decades), "decade"),
        country=country,
    )


def founding_ages(tables: Tables, country: str | None) -> Answer:
    """How old organisations are that have not ended, by the earliest year that a source gives."""
    known, n_without = _dated(tables, country, at_end=False)
    ages = tables.public.today.year - known["founded_earliest"].astype("int64")
    classes = ages.map(_class_of_age).astype("string")
    labels: Labels = {
        str(least): dict.fromkeys(LANGUAGES, _age(least, most)) for least, most in AGES
    }
    return Answer(
        "founding-ages", _in_order(classes, list(labels)), len(known), n_without, "bars", labels,
        sources=behind(tables, country, "founded"),
        members=grouped(known.assign(age=classes), "age"), country=country,
    )  # fmt: skip


def _class_of_age(age: int) -> str:
    return str(max(least for least, _ in AGES if age >= least))


def _age(least: int, most: int | None) -> str:
    return f"{least} – …" if most is None else f"{least}–{most}"


def _dated(tables: Tables, country: str | None, at_end: bool = True) -> tuple[pd.DataFrame, int]:
    """Organisations with a year of founding, and how many have none; without `at_end` only those
    that have not closed or merged."""
    frame = selected(tables["organisations"], country)
    if not at_end:
        frame = frame[~frame["status_latest"].isin(ENDED)]
    known = frame.dropna(subset=["founded_earliest"])
    return known, len(frame) - len(known)


def _in_order(values: pd.Series[str], order: list[str]) -> pd.DataFrame:
    counts = values.value_counts()
    return pd.DataFrame({"key": order, "n": [int(counts.get(key, 0)) for key in order]})


def founding_timeline(tables: Tables, country: str | None) -> Answer:
    """The years in which organisations of each country were founded."""
    known, n_without = _dated(tables, country)
    counts = known.groupby(["country", "founded_earliest"], observed=True).size()
    table = counts.rename("n").reset_index().set_axis(["key", "column", "n"], axis=1)
    table = table.astype({"key": "string", "column": "string", "n": "int64"})
    years: Labels = {year: dict.fromkeys(LANGUAGES, year) for year in table["column"]}
    return Answer(
        "founding-timeline", table, len(known), n_without, "timeline",
        country_labels(tables.public), years, sources=behind(tables, country, "founded"),
        facet="country", country=country,
    )  # fmt: skip


def statuses(tables: Tables, country: str | None) -> Answer:
    """Whether organisations are active, by the newest claim."""
    frame = selected(tables["organisations"], country)
    labels = term_labels(tables.public, "statuses")
    return Answer(
        "statuses", counted(frame, "status_latest", list(labels)), len(frame), 0, "bars", labels,
        sources=behind(tables, country, "status"), facet="status", country=country,
    )  # fmt: skip


def evidence_levels(tables: Tables, country: str | None) -> Answer:
    """How well organisations are documented."""
    frame = selected(tables["organisations"], country)
    labels = term_labels(tables.public, "evidence-levels")
    return Answer(
        "evidence-levels", counted(frame, "evidence_level", list(labels)), len(frame), 0, "bars",
        labels, facet="evidence", country=country,
    )  # fmt: skip
