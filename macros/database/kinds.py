"""A table per kind of record: its fields that are not lists, and what is computed from them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..derived import evidence_level, founding_years, latest_status, newest_source
from ..model import FLAT_KINDS, KINDS
from ..publication import PublicRegister
from ..register import Entry
from .columns import address, fields, filled, home_of, table_name
from .table import Column, Row, Table

KEYS = {
    "countries": "country",
    "authorities": "authority",
    "organisations": "organisation",
    "legislation": "law",
    "mechanisms": "mechanism",
    "modules": "module",
    "events": "event",
    "action-plans": "plan",
    "practices": "practice",
    "instruments": "instrument",
    "findings": "finding",
    "crimes": "crime",
}
"""Kinds of record with a table, and what the key of a record is called there."""

NOT_PUBLISHED = ("notes", "participation")
OF_ALL = ("action-plans",)
"""Kinds with a record that is of all countries together."""
NOWHERE = tuple(kind for kind in FLAT_KINDS if kind not in OF_ALL)
"""Kinds whose records lie in no country."""
ORGANISATION_COLUMNS = (
    Column("status_latest", references="statuses", is_required=True),
    Column("founded_earliest", "integer"),
    Column("founded_latest", "integer"),
    Column("evidence_level", references="evidence_levels", is_required=True),
    Column("newest_source_year", "integer"),
    Column("n_sources", "integer", is_required=True),
)


def tables() -> list[Table]:
    """A table per kind."""
    return [_table(kind, key) for kind, key in KEYS.items()]


def ordered(public: PublicRegister, kind: str) -> Iterator[Entry[Any]]:
    """The records of a kind, by key."""
    records = public.of(kind)
    return (records[key] for key in sorted(records))


def _table(kind: str, key: str) -> Table:
    own = fields(KINDS[kind], skip=NOT_PUBLISHED)
    place = (Column("country", references="countries", is_required=kind not in OF_ALL),)
    computed, compute = COMPUTED.get(kind, ((), lambda entry: ()))

    def rows(public: PublicRegister) -> Iterator[Row]:
        for entry in ordered(public, kind):
            where = () if kind in NOWHERE else (entry.country or None,)
            cells = filled(own, entry.record, home_of(entry))
            yield (entry.key, address(entry), *where, *cells, *compute(entry))

    columns = (
        Column(key, is_required=True),
        Column("record", references="records", is_required=True),
        *(place if kind not in NOWHERE else ()),
        *(column for field in own for column in field.columns),
        *computed,
    )
    return Table(table_name(kind), columns, rows, (key,))


def _of_organisation(entry: Entry[Any]) -> Row:
    years = founding_years(entry)
    newest = newest_source(entry)
    return (
        latest_status(entry),
        years[0] if years else None,
        years[-1] if years else None,
        evidence_level(entry),
        int(newest[:4]) if newest else None,
        len(entry.record.sources),
    )


COMPUTED: dict[str, tuple[tuple[Column, ...], Callable[[Entry[Any]], Row]]] = {
    "organisations": (ORGANISATION_COLUMNS, _of_organisation),
}
"""Columns that are worked out from a record, and what works them out."""
