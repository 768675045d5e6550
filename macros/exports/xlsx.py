"""`register.xlsx`: a sheet per table, what they are, and a dictionary of their columns."""

from __future__ import annotations

import datetime
from typing import Any

import xlsxwriter

from ..database import Cell, Row, Table
from ..database.dictionary import describe_column, describe_table
from ..text import LANGUAGES
from .cells import is_formula_like
from .edition import LICENCE, LICENCE_URL
from .exporter import Exporter
from .output import DOWNLOADS

_WIDTHS = {"integer": 10, "boolean": 10, "date": 12}
_TEXT_WIDTH = 28


class Xlsx(Exporter):
    """One workbook. Its first sheet names the others, its second describes every column."""

    def start(self) -> None:
        """Open the file."""
        self.path = f"{DOWNLOADS}/register.xlsx"
        # Rows go to the disk as they come; texts are never taken for formulas, numbers or links.
        self.book = xlsxwriter.Workbook(
            self.output.place(self.path),
            {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
        )
        self.head = self.book.add_format({"bold": True, "bottom": 1})
        self.quoted = self.book.add_format({"quote_prefix": True})
        self.words = self.edition.words()
        self.contents = self.book.add_worksheet(self.words["sheet_contents"])
        self.dictionary = self.book.add_worksheet(self.words["sheet_dictionary"])
        self.tables: list[tuple[Table, int]] = []

    def table(self, table: Table, rows: list[Row]) -> None:
        """Write a sheet."""
        sheet = self.book.add_worksheet(table.name)
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, _WIDTHS.get(column.holds, _TEXT_WIDTH))
        self._row(sheet, 0, tuple(column.name for column in table.columns), self.head)
        for number, row in enumerate(rows, 1):
            self._row(sheet, number, row)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
        self.tables.append((table, len(rows)))

    def finish(self) -> None:
        """Write the first two sheets, and the file."""
        self._write_contents()
        self._write_dictionary()
        day = datetime.datetime.fromisoformat(self.edition.date)
        self.book.set_properties(
            {
                "title": self.words["title"],
                "author": self.words["publisher"],
                "comments": f"{self.words['attribution']} {LICENCE}, {LICENCE_URL}",
                "created": day,
            }
        )
        self.book.close()
        rows = sum(count for _, count in self.tables)
        media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        self.output.add(self.path, "xlsx", media_type, rows=rows)

    def _write_contents(self) -> None:
        sheet = self.contents
        sheet.set_column(0, 0, _TEXT_WIDTH)
        sheet.set_column(2, 4, 2 * _TEXT_WIDTH)
        line = 0
        for name, value in self.edition.metadata().items():
            self._row(sheet, line, (name, value))
            line += 1
        head = ("table", "rows", *(f"description_{lang}" for lang in LANGUAGES))
        self._row(sheet, line + 1, head, self.head)
        for line_, (table, count) in enumerate(self.tables, line + 2):
            about = describe_table(table, self.public)
            sheet.write_url(line_, 0, f"internal:'{table.name}'!A1", string=table.name)
            sheet.write_row(line_, 1, (count, *about.values()))

    def _write_dictionary(self) -> None:
        head = (
            "table",
            "column",
            "type",
            "references",
            *(f"description_{lang}" for lang in LANGUAGES),
        )
        self.dictionary.set_column(0, 3, _TEXT_WIDTH)
        self.dictionary.set_column(4, 6, 2 * _TEXT_WIDTH)
        self._row(self.dictionary, 0, head, self.head)
        columns = [(table, column) for table, _ in self.tables for column in table.columns]
        for line, (table, column) in enumerate(columns, 1):
            row = (table.name, column.name, column.holds, column.references)
            self._row(self.dictionary, line, (*row, *describe_column(table, column).values()))
        self.dictionary.freeze_panes(1, 2)

    def _row(self, sheet: Any, line: int, row: tuple[Cell, ...], format_: Any = None) -> None:
        sheet.write_row(line, 0, row, format_)
        for index, cell in enumerate(row):
            if is_formula_like(cell):
                sheet.write_string(line, index, cell, self.quoted)
