"""Organisations, and their themes and services."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..derived import evidence_level, founding_years, latest_status, newest_source
from ..publication import PublicRegister

COLUMNS = {
    "organisation": "string",
    "country": "string",
    "region": "string",
    "scope": "string",
    "legal_form": "string",
    "is_umbrella": "bool",
    "status_latest": "string",
    "founded_earliest": "Int64",
    "founded_latest": "Int64",
    "evidence_level": "string",
    "newest_source_year": "Int64",
    "n_sources": "Int64",
    "n_projects": "Int64",
    "n_relations": "Int64",
}
THEME_COLUMNS = {"organisation": "string", "country": "string", "theme": "string"}
SERVICE_COLUMNS = {"organisation": "string", "country": "string", "service": "string"}


def rows(public: PublicRegister) -> Iterator[dict[str, Any]]:
    """A row per organisation; years are calendar years, counts are of recorded items."""
    for key, entry in public.organisations.items():
        record = entry.record
        years = founding_years(entry)
        newest = newest_source(entry)
        yield {
            "organisation": key,
            "country": entry.country,
            "region": record.region,
            "scope": record.scope,
            "legal_form": record.legal_form,
            "is_umbrella": bool(record.is_umbrella),
            "status_latest": latest_status(entry),
            "founded_earliest": years[0] if years else None,
            "founded_latest": years[-1] if years else None,
            "evidence_level": evidence_level(entry),
            "newest_source_year": int(newest[:4]) if newest else None,
            "n_sources": len(record.sources),
            "n_projects": len(record.projects or ()),
            "n_relations": len(record.authority_relations or ()),
        }


def theme_rows(public: PublicRegister) -> Iterator[dict[str, Any]]:
    """A row per organisation and theme."""
    for key, entry in public.organisations.items():
        for theme in entry.record.themes:
            yield {"organisation": key, "country": entry.country, "theme": theme}


def service_rows(public: PublicRegister) -> Iterator[dict[str, Any]]:
    """A row per organisation and service."""
    for key, entry in public.organisations.items():
        for service in entry.record.services or ():
            yield {"organisation": key, "country": entry.country, "service": service}
