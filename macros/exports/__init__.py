"""Exports: the register as files for machines, spreadsheets and other sites; all formats are listed here.

Everything is written from the `PublicRegister`, so that no file can hold more than the pages do.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..database import schema
from ..publication import PublicRegister
from .changes import Changes
from .csv_files import Csv, ExcelCsv
from .dcat import Dcat
from .edition import Edition, edition
from .exporter import Exporter
from .json_api import JsonApi
from .output import File, Output
from .parquet import Parquet
from .sqlite import Sqlite
from .xlsx import Xlsx

FORMATS: dict[str, type[Exporter]] = {
    "sqlite": Sqlite,
    "xlsx": Xlsx,
    "csv": Csv,
    "excel": ExcelCsv,
    "parquet": Parquet,
    "json": JsonApi,
    "changes": Changes,
    "dcat": Dcat,  # last: it describes the files of all others
}
"""Formats by name, in the order in which they finish."""


def export(
    public: PublicRegister, edition: Edition, folder: str, formats: Sequence[str] = tuple(FORMATS)
) -> list[File]:
    """Write the formats into a folder, in the layout of the site; the files that were written."""
    output = Output(folder)
    exporters = [FORMATS[name](public, edition, output) for name in FORMATS if name in formats]
    for exporter in exporters:
        exporter.start()
    for table in schema(public):
        rows = list(table.rows(public))
        for exporter in exporters:
            exporter.table(table, rows)
    for exporter in exporters:
        exporter.finish()
    return output.files


__all__ = ["FORMATS", "Edition", "File", "edition", "export"]
