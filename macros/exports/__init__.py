"""Exports: the register as files for machines, spreadsheets and other sites; all are listed here.

Everything is written from the `PublicRegister`, so that no file can hold more than the pages do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import astuple
from functools import partial
from importlib import import_module
from typing import Any

from ..database import schema
from ..parallel import Helper
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


APART = ("xlsx",)
"""Formats that take about as long as all others, and are made beside them."""


def export(
    public: PublicRegister, edition: Edition, folder: str, formats: Sequence[str] = tuple(FORMATS)
) -> list[File]:
    """Write the formats into a folder, in the layout of the site; the files that were written."""
    apart = [name for name in APART if name in formats and len(formats) > len(APART)]
    aside = {name: Helper(partial(_rows, public, edition, folder, name)) for name in apart}
    return _written(public, edition, folder, formats, aside)


def _rows(
    public: PublicRegister, edition: Edition, folder: str, name: str
) -> list[tuple[Any, ...]]:
    return [astuple(file) for file in _written(public, edition, folder, [name], {})]


def _written(
    public: PublicRegister,
    edition: Edition,
    folder: str,
    formats: Sequence[str],
    aside: Mapping[str, Helper],
) -> list[File]:
    """Write the formats, save those that are made aside; the files of all of them."""
    output = Output(folder)
    here = [name for name in FORMATS if name in formats and name not in aside]
    exporters = {name: _loaded(name)(public, edition, output) for name in here}
    for exporter in exporters.values():
        exporter.start()
    for table in schema(public):
        rows = list(table.rows(public))
        for exporter in exporters.values():
            exporter.table(table, rows)
    for name in FORMATS:
        if name in aside:
            output.files += [File(*row) for row in aside[name].result()]
        elif name in exporters:
            exporters[name].finish()
    return output.files


def _loaded(name: str) -> type[Exporter]:
    module, _, exporter = FORMATS[name].partition(".")
    found: type[Exporter] = getattr(import_module(f".{module}", __name__), exporter)
    return found


__all__ = ["FORMATS", "Edition", "File", "edition", "export"]
