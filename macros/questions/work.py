"""Questions of work: projects and achievements, by theme, over time and by topic of prosecution."""

from __future__ import annotations

import pandas as pd

from ..tables import Tables
from .answer import Answer, Labels, behind, counted, grouped, said, selected, term_labels
from .periods import PERIOD_LABELS, period

WORK = ("projects", "achievements")
MEASURES = (
    "organisations", "projects", "achievements", "cooperative-relations",
    "prosecution-relations-of",
)  # fmt: skip


def work_by_theme(tables: Tables, country: str | None) -> Answer:
    """How many projects and achievements are on record for each theme."""
    frame = selected(tables["work_themes"], country)
    order = list(counted(selected(tables["organisation_themes"], country), "theme")["key"])
    counts = frame.groupby(["theme", "work"], observed=True).size()
    rows = [(key, work, int(counts.get((key, work), 0))) for key in order for work in WORK]
    n_records = int(frame["organisation"].nunique())
    return Answer(
        "work-by-theme",
        pd.DataFrame(rows, columns=["key", "column", "n"]),
        n_records,
        len(selected(tables["organisations"], country)) - n_records,
        "matrix",
        term_labels(tables.public, "themes"),
        said(*WORK),
        caveats=("themes-of-organisation", "several-themes"),
        sources=behind(tables, country, *WORK),
        facet="theme",
        country=country,
    )


def work_over_time(tables: Tables, country: str | None) -> Answer:
    """How many dated projects and achievements fall into each period."""
    parts = [selected(tables[work], country).assign(work=work) for work in WORK]
    frame = pd.concat([part[["organisation", "work", "year"]] for part in parts])
    dated = frame.dropna(subset=["year"])
    periods = period(dated["year"])
    counts = dated.assign(period=periods).groupby(["work", "period"], observed=True).size()
    order = sorted(set(periods))
    rows = [(work, name, int(counts.get((work, name), 0))) for work in WORK for name in order]
    return Answer(
        "work-over-time",
        pd.DataFrame(rows, columns=["key", "column", "n"]),
        len(dated),
        len(frame) - len(dated),
        "matrix",
        said(*WORK),
        PERIOD_LABELS,
        caveats=("sources-shape-time",),
        unit="items",
        sources=behind(tables, country, *WORK),
        members=grouped(dated, "work"),
        country=country,
    )


def topics(tables: Tables, country: str | None) -> Answer:
    """What is on record for each topic of public prosecution, by themes of the organisations."""
    of_theme = topic_of_theme(tables)
    labels: Labels = term_labels(tables.public, "prosecution-topics")
    rows = [
        (topic, measure, n)
        for topic in labels
        for measure, n in _measures(tables, country, of_theme, topic).items()
    ]
    frame = selected(tables["organisation_themes"], country)
    n_records = int(frame["organisation"].nunique())
    return Answer(
        "topics",
        pd.DataFrame(rows, columns=["key", "column", "n"]),
        n_records,
        len(selected(tables["organisations"], country)) - n_records,
        "matrix",
        labels,
        said(*MEASURES),
        caveats=("themes-of-organisation", "several-topics"),
        sources=behind(tables, country, "themes", *WORK, "authority_relations"),
        members=grouped(frame.assign(topic=frame["theme"].map(of_theme)), "topic"),
        country=country,
    )


def topic_of_theme(tables: Tables) -> dict[str, str]:
    """The topic of public prosecution that each theme belongs to."""
    terms = tables.public.vocabularies["themes"].record.terms
    return {key: (term.attributes or {}).get("topic", "") for key, term in terms.items()}


def _measures(
    tables: Tables, country: str | None, of_theme: dict[str, str], topic: str
) -> dict[str, int]:
    themes = selected(tables["organisation_themes"], country)
    members = set(themes[themes["theme"].map(of_theme) == topic]["organisation"])
    work = selected(tables["work_themes"], country)
    work = work[work["theme"].map(of_theme) == topic].drop_duplicates(["work", "item"])
    relations = selected(tables["relations"], country)
    relations = relations[relations["organisation"].isin(members)]
    cooperative = relations[relations["stance"] == "cooperative"]
    prosecution = relations[relations["authority_kind"] == "prosecution"]
    numbers = (
        len(members),
        int((work["work"] == "projects").sum()),
        int((work["work"] == "achievements").sum()),
        int(cooperative["relation"].nunique()),
        int(prosecution["relation"].nunique()),
    )
    return dict(zip(MEASURES, numbers, strict=True))
