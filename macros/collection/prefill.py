"""What is on file for each question, so that an interview confirms and completes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from ..model import Organisation, values_at
from ..model.questionnaire import RECORD_LISTS, Asked, Item, Question
from ..plain import Records, in_words
from ..problems import Loc
from ..register import Entry, Register
from ..text import LANGUAGES, Localised, pick
from ..translations import complete

SCALARS = ("short", "year", "date", "one", "many", "yes-no", "website", "email", "phone", "lines")


@dataclass(frozen=True, slots=True)
class OnFile:
    """An organisation's record as answers to the questions."""

    entry: Entry[Organisation]
    records: Records

    def lines(self, it: Asked, lang: str) -> list[str]:
        """What the record says, a line for each value; empty where it says nothing."""
        if it.group or not it.fills:
            return []
        if it.fills[0] == "country":
            names = self.records.countries[self.entry.country].record.names
            return [pick(names, lang)]
        if it.fills[0] == "key":
            return [pick(self.entry.record.names, lang)]
        found = []
        for loc, value in self._values(it):
            if text := in_words(value, "organisations", loc, self.records, lang):
                found.append(text)
        return list(dict.fromkeys(found))

    def said(self, it: Asked) -> Localised | None:
        """The same in one text, in every language; nothing for questions that have a default."""
        if self.default(it) or not self.lines(it, next(iter(LANGUAGES))):
            return None
        return {lang: "\n".join(self.lines(it, lang)) for lang in LANGUAGES}

    def default(self, it: Asked) -> str:
        """The answer that a form begins with, for values that an answer would confirm."""
        if it.group or not it.fills or it.item.type not in SCALARS:
            return ""
        if it.fills[0] in ("key", "country"):
            return self.entry.key if it.fills[0] == "key" else self.entry.country
        if "*" in self._pattern(it):
            return ""
        values = [value for _, value in self._values(it)]
        return _default(values[0]) if len(values) == 1 else ""

    def _pattern(self, it: Asked) -> Loc:
        """The place of the values: claims stand in lists, of which the way skips the number."""
        head = self.entry.data.get(str(it.fills[0])) if it.fills else None
        is_claim = len(it.fills) > 1 or it.item.type == "repeat"
        if not isinstance(head, list) or it.group or not is_claim:
            return it.fills
        return (it.fills[0], "*")

    def _values(self, it: Asked) -> list[tuple[Loc, Any]]:
        beside = it.item.beside or {}
        return [
            (loc, value)
            for pattern in (self._pattern(it),)
            for loc, value in values_at(self.entry.data, pattern)
            if not isinstance(value, dict)
            or (
                all(str(value.get(key, "founded")) == each for key, each in beside.items())
                and self._is_asked_about(it, value)
            )
        ]

    def _is_asked_about(self, it: Asked, value: dict[str, Any]) -> bool:
        """Whether a repeat asks about a value: one for some kinds of record, another for the rest.

        A value that names no record is asked about with the rest.
        """
        kinds = {
            str(getattr(self._record(item, key), "kind", ""))
            for item in _links(it.item)
            for key in value.get(str(item.fills)) or ()
        }
        if mine := _kinds(it.item):
            return bool(kinds & mine)
        same = [other for other in it.section.questions if other.fills == it.item.fills]
        elsewhere: set[str] = set().union(*map(_kinds, same))
        return not kinds or bool(kinds - elsewhere)

    def _record(self, item: Item, key: str) -> Any:
        entry = getattr(self.records, str(item.choices)).get(key)
        return entry and entry.record


def _links(item: Item) -> list[Item]:
    """Questions of a repeat that are answered by records."""
    inside = item.questions or () if isinstance(item, Question) else ()
    return [it for it in inside if it.choices in RECORD_LISTS and it.type == "many"]


def _kinds(item: Item) -> set[str]:
    """The kinds of record that a repeat asks about, where it does not ask about all."""
    return {kind for it in _links(item) for kind in it.only or ()}


def on_file(register: Register, key: str) -> OnFile:
    """An organisation's record with the translations of its texts."""
    entry = register.organisations[key]
    return OnFile(replace(entry, data=complete(entry, entry.data, register).data), register)


def _default(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        if any(isinstance(item, dict) for item in value):
            return ""
        return " ".join(str(item) for item in value)
    return "" if isinstance(value, dict) else str(value)
