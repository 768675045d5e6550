"""Values of records in words, for summaries, forms and lists of changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from .model import KINDS, Mark, places
from .problems import Loc
from .register import Entry
from .text import Localised, pick
from .words import words

LEFT_OUT = ("source", "source-id")


class Records(Protocol):
    """What names terms and records: the whole register, or its public part."""

    @property
    def organisations(self) -> Mapping[str, Entry[Any]]:
        """Organisations by key."""

    @property
    def authorities(self) -> Mapping[str, Entry[Any]]:
        """Official bodies by key."""

    @property
    def legislation(self) -> Mapping[str, Entry[Any]]:
        """Laws by key."""

    @property
    def countries(self) -> Mapping[str, Entry[Any]]:
        """Countries by code."""

    @property
    def vocabularies(self) -> Mapping[str, Entry[Any]]:
        """Vocabularies by name."""

    @property
    def questionnaire(self) -> Mapping[str, Entry[Any]]:
        """Questionnaires by name."""


def in_words(value: Any, kind: str, loc: Loc, records: Records, lang: str) -> str:
    """A value at a place of a record as a reader would say it; sources are left out."""
    mark = mark_at(kind, loc)
    if mark and mark.kind in LEFT_OUT:
        return ""
    if isinstance(value, dict):
        if mark and mark.kind == "localised":
            return pick(value, lang)
        parts = [in_words(it, kind, (*loc, key), records, lang) for key, it in value.items()]
        return _in_a_row(parts, "comma", lang)
    if isinstance(value, list):
        parts = [in_words(it, kind, (*loc, n), records, lang) for n, it in enumerate(value)]
        return _in_a_row(parts, "semicolon", lang)
    if isinstance(value, bool):
        answers = records.vocabularies.get("answers")
        label = answers.record.terms["yes" if value else "no"].labels if answers else None
        return pick(label, lang) if label else str(value).lower()
    return _named(str(value), mark, records, lang)


def _in_a_row(parts: list[str], sign: str, lang: str) -> str:
    return f"{words('blocks', lang)[sign]} ".join(part for part in parts if part)


def _named(value: str, mark: Mark | None, records: Records, lang: str) -> str:
    if mark and mark.kind == "term":
        home = records.vocabularies.get(mark.of)
        term = home.record.terms.get(value) if home else None
        return pick(term.labels, lang) if term else value
    if mark and mark.kind == "key":
        entry = getattr(records, mark.of, {}).get(value)
        return pick(name_of(entry), lang) if entry else value
    if mark and mark.kind in ("region", "area"):
        lists = [
            getattr(entry.record, f"{mark.kind}s") or {} for entry in records.countries.values()
        ]
        return next((pick(names[value], lang) for names in lists if value in names), value)
    return value


def name_of(entry: Entry[Any]) -> Localised:
    """A record's name or title."""
    names: Localised = getattr(entry.record, "names", None) or entry.record.titles
    return names


def mark_at(kind: str, loc: Loc) -> Mark | None:
    """What the value at a place is beyond its type."""
    for name in ("term", "key", "region", "area", "source", "localised", "date"):
        for pattern, mark in places(KINDS[kind], name):
            if len(pattern) == len(loc) and all(
                wanted in ("*", part) for wanted, part in zip(pattern, loc, strict=True)
            ):
                return mark
    return None
