"""Parquet: a file per table, with the meaning of its columns and of the whole inside."""

from __future__ import annotations

import json

import pyarrow as pa
from pyarrow import parquet

from ..database import Column, Row, Table
from ..database.dictionary import describe_column, describe_table
from .exporter import Exporter
from .output import DOWNLOADS

_TYPES = {"integer": pa.int64(), "boolean": pa.bool_()}


class Parquet(Exporter):
    """A file per table."""

    def table(self, table: Table, rows: list[Row]) -> None:
        """Write a table."""
        path = f"{DOWNLOADS}/parquet/{table.name}.parquet"
        about = self.edition.metadata() | {
            "descriptions": json.dumps(describe_table(table, self.public), ensure_ascii=False)
        }
        schema = pa.schema([_field(table, column) for column in table.columns], about)
        cells = zip(*rows, strict=True) if rows else ((),) * len(table.columns)
        arrays = [
            pa.array(list(values), field.type) for values, field in zip(cells, schema, strict=True)
        ]
        parquet.write_table(
            pa.Table.from_arrays(arrays, schema=schema), self.output.place(path), compression="zstd"
        )
        self.output.add(path, "parquet", "application/vnd.apache.parquet", table.name, len(rows))


def _field(table: Table, column: Column) -> pa.Field:
    type_ = _TYPES.get(column.holds, pa.string())
    return pa.field(column.name, type_, not column.is_required, describe_column(table, column))
