"""Regions and areas of the countries."""

from __future__ import annotations

from collections.abc import Iterator

from ..publication import PublicRegister
from ..text import LANGUAGES
from .columns import area_key
from .kinds import ordered
from .table import Column, Row, Rows, Table

_NAMES = tuple(Column(f"name_{lang}", lang=lang) for lang in LANGUAGES)
_TILE = (Column("tile_column", "integer"), Column("tile_row", "integer"))
_COUNTRY = Column("country", references="countries", is_required=True)


def tables() -> list[Table]:
    """Regions (ISO 3166-2), and areas under one authority where a country has several."""
    return [_table("regions", "region", _regions, _TILE), _table("areas", "area", _areas)]


def _table(name: str, key: str, rows: Rows, more: tuple[Column, ...] = ()) -> Table:
    return Table(name, (Column(key, is_required=True), _COUNTRY, *_NAMES, *more), rows, (key,))


def _regions(public: PublicRegister) -> Iterator[Row]:
    for entry in ordered(public, "countries"):
        for code, names in sorted(entry.record.regions.items()):
            tile = (entry.record.tiles or {}).get(code, (None, None))
            yield (code, entry.key, *(names.get(lang) for lang in LANGUAGES), *tile)


def _areas(public: PublicRegister) -> Iterator[Row]:
    for entry in ordered(public, "countries"):
        for code, names in sorted((entry.record.areas or {}).items()):
            key = area_key(entry.key, code)
            yield (key, entry.key, *(names.get(lang) for lang in LANGUAGES))
