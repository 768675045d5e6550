"""`datapackage.json`: the CSV files as a Data Package (version 2, datapackage.org)."""

from __future__ import annotations

import json
from typing import Any

from ..database import Column, Table, schema
from ..database.dictionary import describe_column, describe_table
from ..publication import PublicRegister
from ..text import DEFAULT, Localised
from .edition import LICENCE, LICENCE_URL, Edition
from .output import DOWNLOADS, File

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
RESOURCE_PROFILE = "https://datapackage.org/profiles/2.0/dataresource.json"
SCHEMA_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"
DATE_PATTERN = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"


def describe(public: PublicRegister, edition: Edition, files: list[File]) -> str:
    """The description of CSV files that have been written."""
    words = edition.words()
    tables = {table.name: table for table in schema(public)}
    package = {
        "$schema": PROFILE,
        "name": "dalil",
        "title": words["title"],
        "description": words["description"],
        "created": f"{edition.date}T00:00:00Z",
        "version": edition.version,
        "revision": edition.revision,
        "homepage": edition.site,
        "licenses": [{"name": LICENCE, "path": LICENCE_URL}],
        "contributors": [{"title": words["publisher"], "roles": ["creator"]}],
        "keywords": [word.strip() for word in words["keywords"].split(",")],
        "records": edition.n_records,
        "resources": [_resource(public, tables[file.table], tables, file) for file in files],
    }
    kept = {name: value for name, value in package.items() if value != ""}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _resource(
    public: PublicRegister, table: Table, tables: dict[str, Table], file: File
) -> dict[str, Any]:
    return {
        "$schema": RESOURCE_PROFILE,
        "name": table.name,
        "type": "table",
        "path": file.path.removeprefix(f"{DOWNLOADS}/"),
        **_described(describe_table(table, public)),
        "format": "csv",
        "mediatype": file.media_type,
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "rows": file.rows,
        "schema": {
            "$schema": SCHEMA_PROFILE,
            "fields": [_field(table, column) for column in table.columns],
            "missingValues": [""],
            "primaryKey": list(table.key),
            "foreignKeys": [
                _foreign_key(column, table, tables) for column in table.columns if column.references
            ],
        },
    }


def _described(text: Localised) -> dict[str, Any]:
    """The description in English, where readers of packages expect it, and in every language."""
    return {"description": text[DEFAULT], "descriptions": dict(text)}


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, **_TYPES[column.holds]}
    constraints: dict[str, Any] = {"required": True} if column.is_required else {}
    if column.holds == "date":
        constraints["pattern"] = DATE_PATTERN
    field |= _described(describe_column(table, column))
    return field | ({"constraints": constraints} if constraints else {})


_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "date": {"type": "string"},
    "url": {"type": "string", "format": "uri"},
    "integer": {"type": "integer"},
    "boolean": {"type": "boolean", "trueValues": ["true"], "falseValues": ["false"]},
}
"""Dates may be a year or a month alone, for which there is no type: a pattern describes them."""


def _foreign_key(column: Column, table: Table, tables: dict[str, Table]) -> dict[str, Any]:
    target = tables[column.references]
    # A table that refers to itself is named by the empty text.
    resource = "" if target.name == table.name else target.name
    return {
        "fields": [column.name],
        "reference": {"resource": resource, "fields": [target.key[0]]},
    }
