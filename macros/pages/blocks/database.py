"""The downloads with their sizes, and the dictionary of the database."""

from __future__ import annotations

from typing import Any

from ...database import Table, schema
from ...database.dictionary import describe_base, describe_table
from ...exports.edition import LICENCE_URL
from ...exports.output import DOWNLOADS, File
from ...exports.sqlite import VIEW_NAMES
from ...text import DEFAULT, date, number, pick, size
from ...words import words
from ..downloads import Downloads
from .common import Place

SHOWN = ("sqlite", "xlsx", "csv-zip", "datapackage", "api", "changes", "atom", "dcat")
"""Formats with a line of their own; the others have a file per table."""
PER_TABLE = ("csv", "excel", "parquet")


def downloads(place: Place, made: Downloads) -> str:
    """What the files share, a line per whole file, and the files of each table."""
    edition = made.edition
    found = {file.format: file for file in made.files if not file.table}
    found["atom"] = found.get(f"atom-{place.lang}", found.get("atom"))  # type: ignore[assignment]
    return place.block(
        "downloads",
        licence=LICENCE_URL,
        date=date(edition.date, place.lang),
        version=edition.version,
        revision=edition.revision[:12],
        records=number(edition.n_records, place.lang),
        files=[_file(place, name, file) for name in SHOWN if (file := found.get(name))],
        tables=_tables(place, made.files),
        words=words("exports", place.lang),
    )


def _file(place: Place, name: str, file: File) -> dict[str, str]:
    rows = number(file.rows, place.lang) if file.rows is not None else ""
    return _link(place, file) | {
        "about": words("exports", place.lang)[f"file_{name}"],
        "rows": rows,
    }


def _link(place: Place, file: File) -> dict[str, str]:
    # Downloads lie below the site's root, not that of a language.
    root = place.base if place.lang == DEFAULT else f"{place.base}../"
    return {
        "name": file.path.removeprefix(f"{DOWNLOADS}/"),
        "href": root + file.path,
        "size": size(file.size, place.lang),
    }


def _tables(place: Place, files: list[File]) -> list[dict[str, Any]]:
    """The files of each table, in the order of the schema."""
    by_table: dict[str, dict[str, File]] = {}
    for file in files:
        if file.table:
            by_table.setdefault(file.table, {})[file.format] = file
    return [
        {
            "name": table.name,
            "about": pick(describe_table(table, place.public), place.lang),
            "rows": number(next(iter(by_table[table.name].values())).rows or 0, place.lang),
            "files": [_link(place, by_table[table.name][name]) for name in PER_TABLE],
        }
        for table in schema(place.public)
        if table.name in by_table
    ]


def database(place: Place) -> str:
    """Every table with its columns, then every view; lists of terms share one form."""
    tables = schema(place.public)
    lists = [table for table in tables if table.vocabulary]
    phrases = words("database", place.lang)
    return place.block(
        "database",
        tables=[_table(place, table) for table in tables if not table.vocabulary],
        form=_columns(place, lists[0]) if lists else [],
        lists=[_head(place, table) for table in lists],
        views=[{"name": name, "about": phrases[f"view.{name}"]} for name in (*VIEW_NAMES, "terms")],
        words=words("exports", place.lang),
    )


def _head(place: Place, table: Table) -> dict[str, str]:
    return {"name": table.name, "about": pick(describe_table(table, place.public), place.lang)}


def _table(place: Place, table: Table) -> dict[str, Any]:
    return _head(place, table) | {"columns": _columns(place, table)}


def _columns(place: Place, table: Table) -> list[dict[str, Any]]:
    """A line per column; columns that differ in their language only share one."""
    phrases = words("exports", place.lang)
    lines: dict[str, dict[str, Any]] = {}
    for column in table.columns:
        line = lines.setdefault(
            f"{column.base} {bool(column.lang)}",
            {
                "names": [],
                "is_key": column.name in table.key,
                "holds": phrases[f"holds_{column.holds}"],
                # Lists of terms have one form, in which a list refers to itself.
                "references": "" if table.vocabulary else column.references,
                "about": describe_base(table, column, place.lang),
            },
        )
        line["names"].append(column.name)
    return list(lines.values())
