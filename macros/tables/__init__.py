"""Tables: the register as typed pandas frames, each column defined once.

A row is an organisation, or an organisation with one of its themes, services or relations. What a
person typed keeps its name; what is computed says so (`is_`, `n_`, `_earliest`, `_level`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..publication import PublicRegister
from . import collection, organisations, relations

Rows = Callable[[PublicRegister], Iterator[dict[str, Any]]]

TABLES: dict[str, tuple[dict[str, str], Rows]] = {
    "organisations": (organisations.COLUMNS, organisations.rows),
    "organisation_themes": (organisations.THEME_COLUMNS, organisations.theme_rows),
    "organisation_services": (organisations.SERVICE_COLUMNS, organisations.service_rows),
    "relations": (relations.COLUMNS, relations.rows),
    "collection": (collection.COLUMNS, collection.rows),
}
"""By name of the table: its columns with their pandas types, and what yields its rows."""


@dataclass(frozen=True, slots=True)
class Tables:
    """All tables of a public register, and the register for labels."""

    public: PublicRegister
    frames: dict[str, pd.DataFrame]

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self.frames[name]


def tables(public: PublicRegister) -> Tables:
    """Every table of the register."""
    return Tables(public, {name: _frame(public, *how) for name, how in TABLES.items()})


def _frame(public: PublicRegister, columns: dict[str, str], rows: Rows) -> pd.DataFrame:
    frame = pd.DataFrame(list(rows(public)), columns=list(columns))
    return frame.astype(columns)
