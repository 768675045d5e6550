"""The database: the register as related tables, each column defined once.

`schema` is all there is; exports and the dictionary of tables and columns follow from it.
Order matters to readers only: records, the lists inside them, places, vocabularies.
"""

from __future__ import annotations

from ..publication import PublicRegister
from . import kinds, lists, places, vocabularies, whole
from .table import Cell, Column, Row, Table


def schema(public: PublicRegister) -> list[Table]:
    """Every table; those of terms follow the vocabularies that the register has."""
    return [
        *_first(kinds.tables(), "organisations"),
        *lists.tables(),
        *whole.tables(),
        *places.tables(),
        *vocabularies.tables(public),
    ]


def _first(tables: list[Table], name: str) -> list[Table]:
    """The tables, with one that most readers look for at the head."""
    return sorted(tables, key=lambda table: table.name != name)


__all__ = ["Cell", "Column", "Row", "Table", "schema"]
