"""What a format is: something that takes table after table, and finishes its files."""

from __future__ import annotations

from abc import ABC
from dataclasses import dataclass

from ..database import Row, Table
from ..publication import PublicRegister
from .edition import Edition
from .output import Output


@dataclass
class Exporter(ABC):
    """One format. Every table is worked out once and handed to each format in turn."""

    public: PublicRegister
    edition: Edition
    output: Output

    def start(self) -> None:
        """Open what must be open before the first table."""
        return

    def table(self, table: Table, rows: list[Row]) -> None:
        """Take a table with all its rows."""
        return

    def finish(self) -> None:
        """Write what is left, after the last table."""
        return
