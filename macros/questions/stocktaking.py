"""Questions of the stocktaking: where, what, when, and how well documented."""

from __future__ import annotations

import pandas as pd

from ..tables import Tables
from ..text import LANGUAGES
from .answer import Answer, Labels, counted, country_labels, selected, term_labels


def countries(tables: Tables, country: str | None) -> Answer:
    """How many organisations are listed in each country."""
    frame = selected(tables["organisations"], country)
    labels = country_labels(tables.public)
    return Answer("countries", counted(frame, "country"), len(frame), 0, "bars", labels, {})


def themes(tables: Tables, country: str | None) -> Answer:
    """How many organisations work on each theme; one may work on several."""
    return _by_term(tables, country, "organisation_themes", "theme", "themes", "themes")


def services(tables: Tables, country: str | None) -> Answer:
    """How many organisations can give each service; one may give several."""
    return _by_term(tables, country, "organisation_services", "service", "services", "services")


def _by_term(
    tables: Tables, country: str | None, name: str, column: str, vocabulary: str, question: str
) -> Answer:
    frame = selected(tables[name], country)
    n_records = int(frame["organisation"].nunique())
    n_without = len(selected(tables["organisations"], country)) - n_records
    labels = term_labels(tables.public, vocabulary)
    return Answer(question, counted(frame, column), n_records, n_without, "bars", labels, {})


def themes_by_country(tables: Tables, country: str | None) -> Answer:
    """How many organisations of each country work on each theme."""
    frame = selected(tables["organisation_themes"], country)
    counts = frame.groupby(["theme", "country"], observed=True).size()
    order = counted(frame, "theme")["key"]
    columns = sorted(tables.public.countries)
    rows = [(key, column, int(counts.get((key, column), 0))) for key in order for column in columns]
    table = pd.DataFrame(rows, columns=["key", "column", "n"])
    n_records = int(frame["organisation"].nunique())
    labels, names = term_labels(tables.public, "themes"), country_labels(tables.public)
    return Answer("themes-by-country", table, n_records, 0, "matrix", labels, names)


def regions(tables: Tables, country: str | None) -> Answer:
    """In which region organisations have their seat, where it is recorded."""
    frame = selected(tables["organisations"], country)
    known = frame.dropna(subset=["region"])
    labels: Labels = {}
    for entry in tables.public.countries.values():
        labels |= entry.record.regions
    n_without = len(frame) - len(known)
    return Answer("regions", counted(known, "region"), len(known), n_without, "bars", labels, {})


def founding_periods(tables: Tables, country: str | None) -> Answer:
    """In which decade organisations were founded, by the earliest year that a source gives."""
    frame = selected(tables["organisations"], country)
    known = frame.dropna(subset=["founded_earliest"])
    decades = (known["founded_earliest"] // 10 * 10).astype("int64").astype("string")
    first, last = (int(decades.min()), int(decades.max())) if len(known) else (0, -10)
    order = [str(decade) for decade in range(first, last + 10, 10)]
    counts = decades.value_counts()
    table = pd.DataFrame({"key": order, "n": [int(counts.get(key, 0)) for key in order]})
    labels: Labels = {key: dict.fromkeys(LANGUAGES, f"{key}–{int(key) + 9}") for key in order}
    without = len(frame) - len(known)
    return Answer("founding-periods", table, len(known), without, "bars", labels, {})


def founding_timeline(tables: Tables, country: str | None) -> Answer:
    """The years in which organisations of each country were founded."""
    frame = selected(tables["organisations"], country)
    known = frame.dropna(subset=["founded_earliest"])
    counts = known.groupby(["country", "founded_earliest"], observed=True).size()
    table = counts.rename("n").reset_index().set_axis(["key", "column", "n"], axis=1)
    table = table.astype({"key": "string", "column": "string", "n": "int64"})
    labels = country_labels(tables.public)
    years: Labels = {year: dict.fromkeys(LANGUAGES, year) for year in table["column"]}
    without = len(frame) - len(known)
    return Answer("founding-timeline", table, len(known), without, "timeline", labels, years)


def statuses(tables: Tables, country: str | None) -> Answer:
    """Whether organisations are active, by the newest claim."""
    frame = selected(tables["organisations"], country)
    labels = term_labels(tables.public, "statuses")
    table = counted(frame, "status_latest", list(labels))
    return Answer("statuses", table, len(frame), 0, "bars", labels, {})


def evidence_levels(tables: Tables, country: str | None) -> Answer:
    """How well organisations are documented."""
    frame = selected(tables["organisations"], country)
    labels = term_labels(tables.public, "evidence-levels")
    table = counted(frame, "evidence_level", list(labels))
    return Answer("evidence-levels", table, len(frame), 0, "bars", labels, {})


def relation_kinds(tables: Tables, country: str | None) -> Answer:
    """How many recorded relations there are of each kind; records count organisations with any."""
    frame = selected(tables["relations"], country)
    labels = term_labels(tables.public, "relation-kinds")
    table = counted(frame.drop_duplicates("relation"), "kind")
    n_records = int(frame["organisation"].nunique())
    without = len(selected(tables["organisations"], country)) - n_records
    return Answer("relation-kinds", table, n_records, without, "bars", labels, {})
