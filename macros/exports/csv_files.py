"""CSV: a plain file per table described by `datapackage.json`, all of them in a zip, and for Excel.

Plain files are UTF-8 with commas (RFC 4180). Excel opens a CSV file rightly under any regional
setting only as UTF-16 with tabs, so that is what its variant is.
"""

from __future__ import annotations

import csv
import io
import zipfile

from ..database import Row, Table
from . import datapackage
from .cells import neutral
from .exporter import Exporter
from .output import DOWNLOADS

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can hold, so that the same files make the same zip."""


class Csv(Exporter):
    """A plain file per table, a description of them, and both in one zip."""

    def table(self, table: Table, rows: list[Row]) -> None:
        """Write a table."""
        path = f"{DOWNLOADS}/{table.name}.csv"
        self.output.write(path, _text(table, rows, ","))
        self.output.add(path, "csv", "text/csv", table.name, len(rows))

    def finish(self) -> None:
        """Describe the files, and pack them."""
        path = f"{DOWNLOADS}/datapackage.json"
        files = [file for file in self.output.files if file.format == "csv"]
        self.output.write(path, datapackage.describe(self.public, self.edition, files))
        self.output.add(path, "datapackage", "application/json")
        packed = f"{DOWNLOADS}/register-csv.zip"
        with zipfile.ZipFile(self.output.place(packed), "w", zipfile.ZIP_DEFLATED) as archive:
            for name in [path, *(file.path for file in files)]:
                info = zipfile.ZipInfo(name.removeprefix(f"{DOWNLOADS}/"), _EPOCH)
                info.compress_type = zipfile.ZIP_DEFLATED
                with open(self.output.place(name), "rb") as file:
                    archive.writestr(info, file.read())
        rows = sum(file.rows or 0 for file in files)
        self.output.add(packed, "csv-zip", "application/zip", rows=rows)


class ExcelCsv(Exporter):
    """A file per table that Excel opens by itself."""

    def table(self, table: Table, rows: list[Row]) -> None:
        """Write a table."""
        path = f"{DOWNLOADS}/excel/{table.name}.csv"
        self.output.write(path, ("\ufeff" + _text(table, rows, "\t")).encode("utf-16-le"))
        self.output.add(path, "excel", "text/csv", table.name, len(rows))


def _text(table: Table, rows: list[Row], separator: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([neutral(cell) for cell in row] for row in rows)
    return text.getvalue()
