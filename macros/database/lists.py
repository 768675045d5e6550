"""Lists inside records as tables: one line each below, columns from the model.

A list of terms or keys has a row per record and term. A list of groups of fields has a row per
group, identified by its place in the record (`ma-bayti.projects.1`); lists inside it refer to that.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import BaseModel

from ..model import KINDS
from ..publication import PublicRegister
from ..register import Entry
from .columns import Field, Home, field_of, fields, filled, home_of, mark_of, plain, table_name
from .kinds import KEYS, ordered
from .listings import LISTINGS, Listing
from .table import Column, Row, Table


def tables() -> list[Table]:
    """A table per list."""
    return [_table(listing) for listing in LISTINGS]


def _table(listing: Listing) -> Table:
    kind, metadata = _item(listing)
    owner = _owner(listing)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _of_groups(listing, owner, fields(kind))
    mark = mark_of(metadata)
    if mark and mark.kind == "localised":
        text = field_of("", listing.row, kind, metadata, False)
        return _of_groups(listing, owner, [text] if text else [])
    value = field_of("", listing.row, kind, metadata, True)
    return _of_values(listing, owner, value)


def _item(listing: Listing) -> tuple[Any, tuple[Any, ...]]:
    """The type of one item of the list, and its marks."""
    model: Any = KINDS[listing.kind]
    metadata: tuple[Any, ...] = ()
    for name in listing.way:
        model, metadata = _step(model, name)
    return model, metadata


def _step(model: Any, name: str) -> tuple[Any, tuple[Any, ...]]:
    """The type and marks of what a field holds: of one item, where it holds a list."""
    info = model.model_fields[name]
    kind, metadata = plain(info.annotation, tuple(info.metadata))
    return plain(kind.__args__[0]) if typing.get_origin(kind) is list else (kind, metadata)


def _lists_above(listing: Listing) -> tuple[str, ...]:
    """The way to the list that encloses the listing; empty if the record itself does."""
    model: Any = KINDS[listing.kind]
    above: tuple[str, ...] = ()
    for position, name in enumerate(listing.way[:-1], 1):
        kind, _ = plain(model.model_fields[name].annotation)
        if typing.get_origin(kind) is list:
            above = listing.way[:position]
        model, _ = _step(model, name)
    return above


def _owner(listing: Listing) -> Column:
    """The column that tells what the list belongs to: a record, or a group of fields in one."""
    above = _lists_above(listing)
    if not above:
        kind = listing.kind
        return Column(KEYS[kind], references=table_name(kind), is_required=True)
    parent = next(it for it in LISTINGS if (it.kind, it.way) == (listing.kind, above))
    return Column(parent.row, references=parent.table, is_required=True)


def _of_values(listing: Listing, owner: Column, value: Field | None) -> Table:
    """A row per owner and value; a value typed twice counts once."""
    if value is None:
        raise TypeError(f"no column can hold an item of {listing.table}")

    def rows(public: PublicRegister) -> Iterator[Row]:
        for entry in ordered(public, listing.kind):
            home = home_of(entry)
            for owner_key, values in _lists(entry, listing):
                for position, item in enumerate(dict.fromkeys(values), 1):
                    yield (owner_key, *value.cells(item, home), position)

    columns = (owner, *value.columns, Column("position", "integer", is_required=True))
    return Table(listing.table, columns, rows, (owner.name, value.columns[0].name))


def _of_groups(listing: Listing, owner: Column, inner: list[Field]) -> Table:
    """A row per group of fields, or per text."""

    def rows(public: PublicRegister) -> Iterator[Row]:
        for entry in ordered(public, listing.kind):
            home = home_of(entry)
            for name in (listing.way[-1], *listing.also):
                which = (name,) if listing.also else ()
                for owner_key, items in _lists(entry, listing, name):
                    for position, item in enumerate(items, 1):
                        row = f"{owner_key}.{name}.{position}"
                        yield (row, owner_key, *which, position, *_cells(inner, item, home))

    which = (Column("quantity", is_required=True),) if listing.also else ()
    columns = (
        Column(listing.row, is_required=True),
        owner,
        *which,
        Column("position", "integer", is_required=True),
        *(column for field in inner for column in field.columns),
    )
    return Table(listing.table, columns, rows, (listing.row,))


def _cells(inner: list[Field], item: Any, home: Home) -> Row:
    return filled(inner, item, home) if isinstance(item, BaseModel) else inner[0].cells(item, home)


def _lists(
    entry: Entry[Any], listing: Listing, last: str = ""
) -> Iterator[tuple[str, Iterable[Any]]]:
    """Each list of the record that the way leads to, with the key of what it belongs to."""
    owners: list[tuple[str, Any]] = [(entry.key, entry.record)]
    for name in listing.way[:-1]:
        owners = [step for key, owner in owners for step in _inside(key, owner, name)]
    for key, owner in owners:
        yield key, getattr(owner, last or listing.way[-1]) or ()


def _inside(key: str, owner: Any, name: str) -> Iterator[tuple[str, Any]]:
    """What a field holds: a group of fields keeps its owner's key, items have their own."""
    value = getattr(owner, name)
    if isinstance(value, BaseModel):
        yield key, value
        return
    for position, item in enumerate(value or (), 1):
        yield f"{key}.{name}.{position}", item
