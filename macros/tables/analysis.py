"""What the analysis rests on: work, support, capacities, places, evidence, law and estimates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..assessment import estimates
from ..publication import PublicRegister

Row = dict[str, Any]

PROJECTS = {
    "organisation": "string",
    "country": "string",
    "project": "string",
    "status": "string",
    "year": "Int64",
}
ACHIEVEMENTS = {
    "organisation": "string",
    "country": "string",
    "achievement": "string",
    "year": "Int64",
    "source_kind": "string",
}
WORK_THEMES = {
    "organisation": "string",
    "country": "string",
    "work": "string",
    "item": "string",
    "theme": "string",
    "is_own": "bool",
}
SPONSORS = {"organisation": "string", "country": "string", "sponsor": "string", "kind": "string"}
CAPACITIES = {"organisation": "string", "country": "string", "area": "string"}
PRESENCE = {"organisation": "string", "country": "string", "region": "string"}
MECHANISMS = {"mechanism": "string", "country": "string", "kind": "string", "status": "string"}
MECHANISM_ORGANISATIONS = {"mechanism": "string", "country": "string", "organisation": "string"}
STANDINGS = {
    "organisation": "string",
    "country": "string",
    "dimension": "string",
    "reason": "string",
    "rank_low": "Float64",
    "rank_median": "Float64",
    "rank_high": "Float64",
    "is_upper": "bool",
    "n_facts": "Int64",
}


def project_rows(public: PublicRegister) -> Iterator[Row]:
    """A row per project; the year is its last known one."""
    for key, entry in public.organisations.items():
        for index, it in enumerate(entry.record.projects or ()):
            yield {
                "organisation": key,
                "country": entry.country,
                "project": f"{key}#{index}",
                "status": it.status,
                "year": year(it.end, it.year, it.start),
            }


def achievement_rows(public: PublicRegister) -> Iterator[Row]:
    """A row per achievement, with the kind of source that credits it."""
    for key, entry in public.organisations.items():
        sources = entry.record.sources
        for index, it in enumerate(entry.record.achievements or ()):
            yield {
                "organisation": key,
                "country": entry.country,
                "achievement": f"{key}#{index}",
                "year": year(it.year),
                "source_kind": sources[it.source].kind if it.source in sources else None,
            }


def work_theme_rows(public: PublicRegister) -> Iterator[Row]:
    """A row per project or achievement and theme: its own, or those of its organisation."""
    for key, entry in public.organisations.items():
        for work in ("projects", "achievements"):
            for index, it in enumerate(getattr(entry.record, work) or ()):
                for theme in it.themes or entry.record.themes:
                    yield {
                        "organisation": key,
                        "country": entry.country,
                        "work": work,
                        "item": f"{key}#{index}",
                        "theme": theme,
                        "is_own": bool(it.themes),
                    }


def sponsor_rows(public: PublicRegister) -> Iterator[Row]:
    """A row per organisation and sponsor."""
    for key, entry in public.organisations.items():
        for it in entry.record.sponsors or ():
            yield {
                "organisation": key,
                "country": entry.country,
                "sponsor": it.name,
                "kind": it.kind,
            }


def capacity_rows(public: PublicRegister) -> Iterator[Row]:
    """A row per organisation and area of capacity."""
    for key, entry in public.organisations.items():
        for area in dict.fromkeys(it.area for it in entry.record.capacities or ()):
            yield {"organisation": key, "country": entry.country, "area": area}


def presence_rows(public: PublicRegister) -> Iterator[Row]:
    """A row per organisation and region: that of its seat, and those where work is on record."""
    for key, entry in public.organisations.items():
        seat = [entry.record.region] if entry.record.region else []
        for region in dict.fromkeys([*seat, *(entry.record.areas_served or ())]):
            yield {"organisation": key, "country": entry.country, "region": region}


def mechanism_rows(public: PublicRegister) -> Iterator[Row]:
    """A row per mechanism."""
    for key, entry in public.mechanisms.items():
        it = entry.record
        yield {"mechanism": key, "country": entry.country, "kind": it.kind, "status": it.status}


def mechanism_organisation_rows(public: PublicRegister) -> Iterator[Row]:
    """A row per mechanism and organisation that takes part in it."""
    for key, entry in public.mechanisms.items():
        for organisation in dict.fromkeys(entry.record.participants or ()):
            yield {"mechanism": key, "country": entry.country, "organisation": organisation}


def standing_rows(public: PublicRegister) -> Iterator[Row]:
    """A row per organisation and dimension: its interval of ranks, or why it has none."""
    for dimension, estimate in estimates(public).items():
        for key, entry in public.organisations.items():
            row = {"organisation": key, "country": entry.country, "dimension": dimension}
            standing = estimate.standings.get(key)
            if standing is None:
                yield row | {"reason": estimate.not_assessable[key], "is_upper": False}
            else:
                yield row | {
                    "rank_low": standing.low,
                    "rank_median": standing.median,
                    "rank_high": standing.high,
                    "is_upper": standing.is_upper,
                    "n_facts": standing.n_facts,
                }


def year(*dates: str | None) -> int | None:
    """The latest year among dates; nothing where none is known."""
    return max((int(date[:4]) for date in dates if date), default=None)
