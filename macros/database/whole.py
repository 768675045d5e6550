"""Tables over all kinds of record: records, names, sources, warnings, unreviewed translations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model.common import Source
from ..publication import PublicRegister
from ..register import Entry
from ..text import LANGUAGES
from .columns import address, fields, filled, home_of, source_key
from .kinds import KEYS, ordered
from .table import Column, Row, Table

KINDS_OF_RECORDS = (*KEYS, "vocabularies")
_RECORD = Column("record", references="records", is_required=True)
_SOURCE = Column("source", references="sources", is_required=True)
_POSITION = Column("position", "integer", is_required=True)
_FIELD = Column("field", is_required=True)
_ROLE = Column("role", is_required=True)
_LANGUAGE = Column("language", is_required=True)


def tables() -> list[Table]:
    """The tables in which all kinds meet."""
    source = (
        Column("source", is_required=True),
        _RECORD,
        _POSITION,
        *(column for field in _SOURCE_FIELDS for column in field.columns),
    )
    return [
        Table("records", _RECORDS, _records, ("record",)),
        Table("names", _NAMES, _names, ("name",)),
        Table("sources", source, _sources, ("source",)),
        Table("source_supports", (_SOURCE, _FIELD, _POSITION), _supports, ("source", "field")),
        Table("source_roles", (_SOURCE, _ROLE, _POSITION), _roles, ("source", "role")),
        Table("warnings", _WARNINGS, _warnings, ("warning",)),
        Table("unreviewed_translations", (_RECORD, _LANGUAGE), _unreviewed, ("record", "language")),
    ]


_SOURCE_FIELDS = fields(Source)
_RECORDS = (
    Column("record", is_required=True),
    Column("kind", is_required=True),
    Column("key", is_required=True),
    Column("country", references="countries"),
)
_NAMES = (
    Column("name", is_required=True),
    _RECORD,
    Column("role", is_required=True),
    Column("language"),
    Column("words", is_required=True),
)
_WARNINGS = (
    Column("warning", is_required=True),
    _RECORD,
    Column("code", is_required=True),
    Column("field"),
    *(Column(f"message_{lang}", lang=lang) for lang in LANGUAGES),
)


def _entries(public: PublicRegister) -> Iterator[Entry[Any]]:
    for kind in KINDS_OF_RECORDS:
        yield from ordered(public, kind)


def _records(public: PublicRegister) -> Iterator[Row]:
    for entry in _entries(public):
        yield address(entry), entry.kind, entry.key, entry.country or None


def _names(public: PublicRegister) -> Iterator[Row]:
    """Every name that a record is known by; `role` tells what kind of name it is."""
    for entry in _entries(public):
        for position, (role, lang, words) in enumerate(names_of(entry), 1):
            yield f"{address(entry)}#{position}", address(entry), role, lang, words


def names_of(entry: Entry[Any]) -> Iterator[tuple[str, str | None, str]]:
    """Role, language and words of each name: recorded, the register's rendering, other, acronym."""
    record = entry.record
    recorded = getattr(record, "names", None) or getattr(record, "titles", None) or {}
    for lang in LANGUAGES:
        if lang in recorded:
            yield "recorded", lang, recorded[lang]
    for lang, words in entry.gloss.items():
        yield "rendering", lang, words
    for words in getattr(record, "also_known_as", None) or ():
        yield "other", None, words
    if acronym := getattr(record, "acronym", None):
        yield "acronym", None, acronym


def _sources_of(entry: Entry[Any]) -> Iterator[tuple[str, Source]]:
    for name, source in (getattr(entry.record, "sources", None) or {}).items():
        yield source_key(address(entry), name), source


def _sources(public: PublicRegister) -> Iterator[Row]:
    for entry in _entries(public):
        for position, (key, source) in enumerate(_sources_of(entry), 1):
            yield (key, address(entry), position, *filled(_SOURCE_FIELDS, source, home_of(entry)))


def _supports(public: PublicRegister) -> Iterator[Row]:
    for entry in _entries(public):
        for key, source in _sources_of(entry):
            for position, field in enumerate(dict.fromkeys(source.supports or ()), 1):
                yield key, field, position


def _roles(public: PublicRegister) -> Iterator[Row]:
    for entry in _entries(public):
        for key, source in _sources_of(entry):
            for position, role in enumerate(dict.fromkeys(source.roles or ()), 1):
                yield key, role, position


def _warnings(public: PublicRegister) -> Iterator[Row]:
    """What the checks publish about the quality of a record."""
    for entry in _entries(public):
        for position, problem in enumerate(public.problems.get(entry.path, ()), 1):
            words = (problem.message(lang) for lang in LANGUAGES)
            key = f"{address(entry)}#{position}"
            yield (key, address(entry), problem.code, problem.where or None, *words)


def _unreviewed(public: PublicRegister) -> Iterator[Row]:
    for entry in _entries(public):
        for lang in LANGUAGES:
            if lang in entry.unreviewed:
                yield address(entry), lang
