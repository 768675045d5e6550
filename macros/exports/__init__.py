"""Exports: the register as files for machines, spreadsheets and other sites; all are listed here.

Everything is written from the `PublicRegister`, so that no file can hold more than the pages do.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module

from ..database import schema
from ..publication import PublicRegister
from .edition import Edition, edition
from .exporter import Exporter
from .output import File, Output

FORMATS = {
    "sqlite": "sqlite.Sqlite",
    "xlsx": "xlsx.Xlsx",
    "csv": "csv_files.Csv",
    "excel": "csv_files.ExcelCsv",
    "parquet": "parquet.Parquet",
    "json": "json_api.JsonApi",
    "changes": "changes.Changes",
    "events": "events_ics.EventsIcs",
    "dcat": "dcat.Dcat",  # last: it describes the files of all others
}
"""Formats by name, in the order in which they finish, and where each stands in this folder.

A format is loaded when it is used: commands that export nothing do not wait for Arrow and the like.
"""


def export(
    public: PublicRegister, edition: Edition, folder: str, formats: Sequence[str] = tuple(FORMATS)
) -> list[File]:
    """Write the formats into a folder, in the layout of the site; the files that were written."""
    output = Output(folder)
    exporters = [_loaded(name)(public, edition, output) for name in FORMATS if name in formats]
    for exporter in exporters:
        exporter.start()
    for table in schema(public):
        rows = list(table.rows(public))
        for exporter in exporters:
            exporter.table(table, rows)
    for exporter in exporters:
        exporter.finish()
    return output.files


def _loaded(name: str) -> type[Exporter]:
    module, _, exporter = FORMATS[name].partition(".")
    found: type[Exporter] = getattr(import_module(f".{module}", __name__), exporter)
    return found


__all__ = ["FORMATS", "Edition", "File", "edition", "export"]
