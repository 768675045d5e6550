"""`register.sqlite`: every table with its keys, views for common questions, and full-text search.

The same rows make the same bytes: tables in the order of the schema, rows in order, no time inside.
"""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from ..database import Cell, Column, Row, Table
from ..database.dictionary import describe_column
from ..text import LANGUAGES
from . import fulltext
from .exporter import Exporter
from .output import DOWNLOADS

VIEWS = Path(__file__).parent / "views.sql"
VIEW_NAMES = tuple(re.findall(r"^CREATE VIEW (\w+)", VIEWS.read_text(encoding="utf-8"), re.M))
_TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}


class Sqlite(Exporter):
    """One database file."""

    def start(self) -> None:
        """Open the file."""
        self.path = f"{DOWNLOADS}/register.sqlite"
        target = Path(self.output.place(self.path))
        target.unlink(missing_ok=True)
        self.database = sqlite3.connect(target)
        # A file that is written once and thrown away if that fails needs no journal.
        self.database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        self.keys: dict[str, str] = {}
        self.tables: list[Table] = []
        self.rows = 0

    def table(self, table: Table, rows: list[Row]) -> None:
        """Make a table and fill it. Keys are checked when all tables are there."""
        self.keys[table.name] = table.key[0]
        self.tables.append(table)
        self.rows += len(rows)
        self.database.execute(_definition(table))
        self._fill(table.name, len(table.columns), rows)

    def finish(self) -> None:
        """Indexes, metadata, dictionary, views and search; then the file is packed."""
        for table in self.tables:
            for column in table.columns:
                if column.references and column.name != table.key[0]:
                    self.database.execute(_index(table, column))
        self._describe()
        fulltext.write(self.database, self.public)
        self.database.executescript(VIEWS.read_text(encoding="utf-8"))
        self.database.execute(_all_terms(self.tables))
        wrong = self.database.execute("PRAGMA foreign_key_check").fetchall()
        if wrong:
            raise ValueError(f"references lead nowhere: {wrong[:5]}")
        self.database.commit()
        self.database.execute("ANALYZE")
        self.database.execute("VACUUM")
        self.database.close()
        self.output.add(self.path, "sqlite", "application/vnd.sqlite3", rows=self.rows)

    def _fill(self, name: str, width: int, rows: list[Row]) -> None:
        marks = ", ".join("?" * width)
        self.database.executemany(f"INSERT INTO {quoted(name)} VALUES ({marks})", rows)

    def _describe(self) -> None:
        """What the file says about itself: tables `metadata` and `data_dictionary`."""
        self.database.execute("CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT NOT NULL)")
        self._fill("metadata", 2, list(self.edition.metadata().items()))
        texts = ", ".join(f"description_{lang} TEXT NOT NULL" for lang in LANGUAGES)
        self.database.execute(
            "CREATE TABLE data_dictionary (table_name TEXT, column_name TEXT, type TEXT NOT NULL,"
            f' "references" TEXT, {texts}, PRIMARY KEY (table_name, column_name))'
        )
        self._fill("data_dictionary", 4 + len(LANGUAGES), [
            _entry(table, column) for table in self.tables for column in table.columns
        ])  # fmt: skip


def quoted(name: str) -> str:
    """A name as SQL takes it whatever it is."""
    return '"' + name.replace('"', '""') + '"'


def _definition(table: Table) -> str:
    lines = [_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({', '.join(quoted(name) for name in table.key)})")
    lines += [
        f"FOREIGN KEY ({quoted(column.name)}) REFERENCES {quoted(column.references)}"
        for column in table.columns
        if column.references
    ]
    return f"CREATE TABLE {quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(column: Column) -> str:
    name = quoted(column.name)
    words = [name, _TYPES.get(column.holds, "TEXT")]
    if column.is_required:
        words.append("NOT NULL")
    if column.holds == "boolean":
        words.append(f"CHECK ({name} IN (0, 1))")
    return " ".join(words)


def _index(table: Table, column: Column) -> str:
    name = quoted(f"ix_{table.name}_{column.name}")
    return f"CREATE INDEX {name} ON {quoted(table.name)} ({quoted(column.name)})"


def _entry(table: Table, column: Column) -> tuple[Cell, ...]:
    about = describe_column(table, column)
    return (table.name, column.name, column.holds, column.references or None, *about.values())


def _all_terms(tables: list[Table]) -> str:
    """A view of the terms of all lists, for who asks by the name of a list."""
    columns = [f"{part}_{lang}" for part in ("label", "definition") for lang in LANGUAGES]
    names = ", ".join(("term", *columns))
    parts = [
        f"SELECT '{table.vocabulary}' AS vocabulary, {names} FROM {quoted(table.name)}"
        for table in tables
        if table.vocabulary
    ]
    return "CREATE VIEW terms AS\n" + "\nUNION ALL\n".join(parts)
