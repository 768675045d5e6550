"""Tables: the register as typed pandas frames, each column defined once.

A row is an organisation, or one of its themes, services, relations, projects and so on. What a
person typed keeps its name; what is computed says so (`is_`, `n_`, `_earliest`, `_level`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ..publication import PublicRegister
from . import analysis, collection, evidence, links, organisations, provisions, relations

Rows = Callable[[PublicRegister], Iterator[dict[str, Any]]]

TABLES: dict[str, tuple[dict[str, str], Rows]] = {
    "organisations": (organisations.COLUMNS, organisations.rows),
    "organisation_themes": (organisations.THEME_COLUMNS, organisations.theme_rows),
    "organisation_services": (organisations.SERVICE_COLUMNS, organisations.service_rows),
    "relations": (relations.COLUMNS, relations.rows),
    "collection": (collection.COLUMNS, collection.rows),
    "links": (links.COLUMNS, links.rows),
    "projects": (analysis.PROJECTS, analysis.project_rows),
    "achievements": (analysis.ACHIEVEMENTS, analysis.achievement_rows),
    "work_themes": (analysis.WORK_THEMES, analysis.work_theme_rows),
    "sponsors": (analysis.SPONSORS, analysis.sponsor_rows),
    "capacities": (analysis.CAPACITIES, analysis.capacity_rows),
    "presence": (analysis.PRESENCE, analysis.presence_rows),
    "mechanisms": (analysis.MECHANISMS, analysis.mechanism_rows),
    "mechanism_organisations": (
        analysis.MECHANISM_ORGANISATIONS,
        analysis.mechanism_organisation_rows,
    ),
    "standings": (analysis.STANDINGS, analysis.standing_rows),
    "sources": (evidence.SOURCES, evidence.source_rows),
    "behind": (evidence.BEHIND, evidence.behind_rows),
    "provisions": (provisions.COLUMNS, provisions.rows),
}
"""By name of the table: its columns with their pandas types, and what yields its rows."""


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of a public register, each made when it is first asked for."""

    public: PublicRegister
    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    kept: dict[Any, Any] = field(default_factory=dict)
    """What was worked out from these tables, for those above to keep by a key of theirs."""

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self.frames:
            self.frames[name] = _frame(self.public, *TABLES[name])
        return self.frames[name]


def tables(public: PublicRegister) -> Tables:
    """Every table of the register."""
    return Tables(public)


def _frame(public: PublicRegister, columns: dict[str, str], rows: Rows) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows(public)), columns=list(columns))
    # Arrow's strings take three times as long in tables as small as these.
    stored = {name: "string[python]" if it == "string" else it for name, it in columns.items()}
    return frame.astype(stored)
