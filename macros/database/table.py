"""What a table of the database is: its columns, its key, and what yields its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..publication import PublicRegister

Cell = str | int | bool | None
Row = tuple[Cell, ...]
Rows = Callable[[PublicRegister], Iterator[Row]]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `holds` is text, integer, boolean, date (ISO 8601, also a year alone) or url."""

    name: str
    holds: str = "text"
    references: str = ""
    """The table whose key a value must be."""
    is_required: bool = False
    lang: str = ""
    """The language of a text that has a column per language; `base` is then its name without it."""

    @property
    def base(self) -> str:
        """The name without the language."""
        return self.name.removesuffix(f"_{self.lang}") if self.lang else self.name


@dataclass(frozen=True, slots=True)
class Table:
    """One table. The key is the first column, or the first two where there is nothing else."""

    name: str
    columns: tuple[Column, ...]
    rows: Rows
    key: tuple[str, ...]
    vocabulary: str = ""
    """The controlled list that the table holds, if it holds one."""

    def column(self, name: str) -> Column:
        """The column of a name."""
        return next(column for column in self.columns if column.name == name)
