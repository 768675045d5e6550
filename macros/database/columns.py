"""Columns of a record's fields, as they follow from the model: a new field has its column at once.

A text has a column per language. A group of fields, such as `collection`, becomes columns that
begin with its name. Lists are tables of their own: see `lists.py`.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..model import Mark
from ..register import Entry
from ..text import LANGUAGES
from .table import Cell, Column

SINGULAR = {"names": "name", "titles": "title", "labels": "label"}
"""A column holds one text, so it is named after one."""
LAST = ("as_of", "source", "note")
"""What is said about a value stands after the value."""


@dataclass(frozen=True, slots=True)
class Home:
    """Where a value stands: the address of its record, and the country of it."""

    address: str
    country: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its columns, and the cells that a value fills in them."""

    attribute: str
    columns: tuple[Column, ...]
    cells: Callable[[Any, Home], tuple[Cell, ...]]


def address(entry: Entry[Any]) -> str:
    """What identifies a record among all kinds, and where its page is: `organisations/ma-bayti`."""
    return f"{entry.kind}/{entry.key}"


def home_of(entry: Entry[Any]) -> Home:
    """Where the values of a record stand."""
    return Home(address(entry), entry.country)


def fields(model: type[BaseModel], skip: tuple[str, ...] = ()) -> list[Field]:
    """The fields of a model that are not lists."""
    found = []
    for name in sorted(model.model_fields, key=LAST.count):
        if name not in skip:
            info = model.model_fields[name]
            shown = SINGULAR.get(name, info.alias or name)
            kind, metadata = plain(info.annotation, tuple(info.metadata))
            field = field_of(name, shown, kind, metadata, info.is_required())
            found += [field] if field else []
    return found


def filled(fields_: list[Field], item: Any, home: Home) -> tuple[Cell, ...]:
    """The cells of an item of a model, in the order of the fields' columns."""
    cells: list[Cell] = []
    for field in fields_:
        cells += field.cells(getattr(item, field.attribute, None), home)
    return tuple(cells)


def plain(annotation: Any, metadata: tuple[Any, ...] = ()) -> tuple[Any, tuple[Any, ...]]:
    """A type without `None`, and its marks."""
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return plain(args[0], (*metadata, *args[1:]))
    if origin in (typing.Union, types.UnionType):
        rest = [arg for arg in args if arg is not type(None)]
        return plain(rest[0], metadata) if len(rest) == 1 else (annotation, metadata)
    return annotation, metadata


def mark_of(metadata: tuple[Any, ...]) -> Mark | None:
    """What a value is beyond its type."""
    return next((item for item in metadata if isinstance(item, Mark)), None)


def field_of(
    attribute: str, name: str, kind: Any, metadata: tuple[Any, ...], is_required: bool
) -> Field | None:
    """The columns of one field; none for a list."""
    mark = mark_of(metadata)
    if mark and mark.kind in _MARKED:
        return _MARKED[mark.kind](attribute, name, mark, is_required)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _group(attribute, name, kind)
    if kind in _PLAIN:
        return _single(attribute, Column(name, _PLAIN[kind], is_required=is_required))
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        return _number_or_text(attribute, name)
    return None


_PLAIN = {str: "text", int: "integer", bool: "boolean"}


def _single(attribute: str, column: Column) -> Field:
    return Field(attribute, (column,), lambda value, home: (value,))


def _text(attribute: str, name: str, mark: Mark, is_required: bool) -> Field:
    columns = tuple(Column(f"{name}_{lang}", lang=lang) for lang in LANGUAGES)
    return Field(attribute, columns, lambda value, home: _by_language(value))


def _by_language(text: Mapping[str, str] | None) -> tuple[Cell, ...]:
    return tuple((text or {}).get(lang) for lang in LANGUAGES)


def _number_or_text(attribute: str, name: str) -> Field:
    """A quantity: a number, or words where the source gives no number."""
    columns = (
        Column(f"{name}_number", "integer"),
        *(Column(f"{name}_{lang}", lang=lang) for lang in LANGUAGES),
    )

    def cells(value: Any, home: Home) -> tuple[Cell, ...]:
        if isinstance(value, int):
            return (value, *_by_language(None))
        return (None, *_by_language(value))

    return Field(attribute, columns, cells)


def _date(attribute: str, name: str, mark: Mark, is_required: bool) -> Field:
    return _single(attribute, Column(name, "date", is_required=is_required))


def _url(attribute: str, name: str, mark: Mark, is_required: bool) -> Field:
    return _single(attribute, Column(name, "url", is_required=is_required))


def _email(attribute: str, name: str, mark: Mark, is_required: bool) -> Field:
    return _single(attribute, Column(name, is_required=is_required))


def _term(attribute: str, name: str, mark: Mark, is_required: bool) -> Field:
    column = Column(name, references=table_name(mark.of), is_required=is_required)
    return _single(attribute, column)


def _key(attribute: str, name: str, mark: Mark, is_required: bool) -> Field:
    return _single(attribute, Column(name, references=table_name(mark.of), is_required=is_required))


def _region(attribute: str, name: str, mark: Mark, is_required: bool) -> Field:
    return _single(attribute, Column(name, references="regions", is_required=is_required))


def _area(attribute: str, name: str, mark: Mark, is_required: bool) -> Field:
    column = Column(name, references="areas", is_required=is_required)
    return Field(attribute, (column,), lambda v, home: (v and area_key(home.country, v),))


def _source(attribute: str, name: str, mark: Mark, is_required: bool) -> Field:
    column = Column(name, references="sources", is_required=is_required)
    return Field(attribute, (column,), lambda v, home: (v and source_key(home.address, v),))


_MARKED: dict[str, Callable[[str, str, Mark, bool], Field]] = {
    "localised": _text,
    "date": _date,
    "url": _url,
    "email": _email,
    "term": _term,
    "key": _key,
    "region": _region,
    "area": _area,
    "source": _source,
}


def _group(attribute: str, name: str, model: type[BaseModel]) -> Field:
    inner = fields(model)
    columns = tuple(
        Column(f"{name}_{column.name}", column.holds, column.references, lang=column.lang)
        for field in inner
        for column in field.columns
    )
    empty: tuple[Cell, ...] = (None,) * len(columns)
    return Field(
        attribute,
        columns,
        lambda value, home: filled(inner, value, home) if value is not None else empty,
    )


def table_name(name: str) -> str:
    """The table that holds a kind of record or a controlled list."""
    return name.replace("-", "_")


def area_key(country: str, area: str) -> str:
    """What identifies an area among those of all countries, in the form of a record's key."""
    return f"{country}-{area}"


def source_key(record: str, source: str) -> str:
    """What identifies a source among those of all records: `organisations/ma-bayti#s1`."""
    return f"{record}#{source}"
