"""Questions of place: themes and services by region, and where there is nobody."""

from __future__ import annotations

import pandas as pd

from ..tables import Tables
from .answer import (
    Answer,
    Labels,
    behind,
    country_labels,
    crossed,
    grouped,
    selected,
    term_labels,
)


def presence(tables: Tables, country: str | None) -> Answer:
    """How many organisations have their seat or recorded work in each region; none left out."""
    frame = selected(tables["presence"], country)
    labels = _regions(tables, country)
    counts = frame["region"].value_counts()
    keys = sorted(labels, key=lambda key: (-int(counts.get(key, 0)), key))
    table = pd.DataFrame({"key": keys, "n": [int(counts.get(key, 0)) for key in keys]})
    return _of_places(tables, country, "presence", table, labels, {}, "bars", "themes")


def themes_by_region(tables: Tables, country: str | None) -> Answer:
    """How many organisations are present in each region for each theme, 0 where nobody is."""
    return _by_region(tables, country, "themes-by-region", "theme", "themes")


def services_by_region(tables: Tables, country: str | None) -> Answer:
    """How many organisations are present in each region with each service, 0 where nobody is."""
    return _by_region(tables, country, "services-by-region", "service", "services")


def _by_region(
    tables: Tables, country: str | None, question: str, column: str, name: str
) -> Answer:
    frame = _present(tables, country, name)
    labels, terms = _regions(tables, country), term_labels(tables.public, name)
    table = crossed(frame, labels, terms, ("region", column))
    return _of_places(tables, country, question, table, labels, terms, "grid", name)


def regions_covered(tables: Tables, country: str | None) -> Answer:
    """In how many regions of each country organisations of each theme are present."""
    frame = _present(tables, country, "themes").drop_duplicates(["region", "theme"])
    order = list(term_labels(tables.public, "themes"))
    countries = [country] if country else sorted(tables.public.countries)
    table = crossed(frame, order, countries, ("theme", "country"))
    labels, names = term_labels(tables.public, "themes"), country_labels(tables.public)
    return _of_places(tables, country, "regions-covered", table, labels, names, "matrix", "themes")


def theme_gaps(tables: Tables, country: str | None) -> Answer:
    """Themes by number of organisations, the fewest first; those without any are in."""
    return _gaps(tables, country, "theme-gaps", "theme", "themes")


def service_gaps(tables: Tables, country: str | None) -> Answer:
    """Services by number of organisations, the fewest first; those without any are in."""
    return _gaps(tables, country, "service-gaps", "service", "services")


def _gaps(tables: Tables, country: str | None, question: str, column: str, name: str) -> Answer:
    frame = selected(tables[f"organisation_{name}"], country)
    labels = term_labels(tables.public, name)
    counts = frame[column].value_counts()
    keys = sorted(labels, key=lambda key: int(counts.get(key, 0)))
    n_records = int(frame["organisation"].nunique())
    n_without = len(selected(tables["organisations"], country)) - n_records
    table = pd.DataFrame({"key": keys, "n": [int(counts.get(key, 0)) for key in keys]})
    return Answer(
        question, table, n_records, n_without, "bars", labels, caveats=("gap-of-record",),
        sources=behind(tables, country, name), facet=column, country=country,
    )  # fmt: skip


def _present(tables: Tables, country: str | None, name: str) -> pd.DataFrame:
    """A row per organisation, region and term."""
    frame = selected(tables["presence"], country)
    terms = tables[f"organisation_{name}"].drop(columns="country")
    return frame.merge(terms, on="organisation")


def _regions(tables: Tables, country: str | None) -> Labels:
    wanted = [country] if country else sorted(tables.public.countries)
    labels: Labels = {}
    for code in wanted:
        labels |= tables.public.countries[code].record.regions
    return labels


def _of_places(
    tables: Tables,
    country: str | None,
    question: str,
    table: pd.DataFrame,
    labels: Labels,
    columns: Labels,
    form: str,
    name: str,
) -> Answer:
    frame = selected(tables["presence"], country)
    n_records = int(frame["organisation"].nunique())
    n_without = len(selected(tables["organisations"], country)) - n_records
    is_theme = question == "regions-covered"
    return Answer(
        question, table, n_records, n_without, form, labels, columns,
        caveats=("present-where-recorded", "gap-of-record"),
        sources=behind(tables, country, "region", "areas_served", name),
        facet="theme" if is_theme else "", country=country,
        members={} if is_theme else grouped(frame, "region"),
    )  # fmt: skip
