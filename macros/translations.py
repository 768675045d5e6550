"""Translations: which texts of a record they complete, and which are out of date.

A translation names the fingerprint of the original it was made from. It is used only while the
original is still that text; otherwise readers get the original, marked as such.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from .model import Organisation
from .model.translation import Translation
from .problems import Loc
from .register import Entry, Register
from .text import LANGUAGES, Localised, original

REVIEWED = "reviewed"
TextCounts = dict[str, dict[str, Counter[str]]]
"""By kind of record, language and state: own (in the record itself), reviewed, translated,
outdated, missing."""


@dataclass(frozen=True, slots=True)
class Completed:
    """A record's data with its translations put in.

    `gloss` holds renderings of an organisation's name in languages in which no source names it;
    `unreviewed` the languages in which the page holds texts that nobody has reviewed.
    """

    data: dict[str, Any]
    gloss: dict[str, str]
    unreviewed: frozenset[str]


def fingerprint_of(text: Localised) -> str:
    """What identifies the original of a text: eight hexadecimal digits of its SHA-256."""
    words = " ".join(original(text).text.split())
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def key_of(lang: str, entry: Entry[Any]) -> str:
    """The key of a record's translation into a language."""
    return f"{lang}/{entry.kind}/{entry.key}"


def place(loc: Loc) -> str:
    """The place of a text as translation files name it: `projects.0.title`."""
    return ".".join(str(part) for part in loc)


def lacking(entry: Entry[Any], lang: str) -> Iterator[tuple[str, Localised]]:
    """The texts of a record that it does not itself hold in a language, by their place."""
    for loc, text in entry.texts():
        if lang not in text and any(code in LANGUAGES for code in text):
            yield place(loc), text


def current(entry: Entry[Any], lang: str, register: Register) -> dict[str, str]:
    """Translations of a record that are up to date, by their place."""
    translation = _of(entry, lang, register)
    if translation is None:
        return {}  # most records: nothing is looked for in them
    return {
        at: translation.texts[at].text
        for at, text in lacking(entry, lang)
        if at in translation.texts and translation.texts[at].original == fingerprint_of(text)
    }


def complete(entry: Entry[Any], data: dict[str, Any], register: Register) -> Completed:
    """The data of a record (or what may be published of it), completed in every language."""
    gloss: dict[str, str] = {}
    unreviewed = set()
    for lang in LANGUAGES:
        translation = _of(entry, lang, register)
        if translation is None:
            continue  # as for most records
        texts = current(entry, lang, register)
        if not _all_reviewed(translation, texts):
            unreviewed.add(lang)
        if isinstance(entry.record, Organisation) and "names" in texts:
            gloss[lang] = texts.pop("names")
        for at, text in texts.items():
            data = _with(data, at.split("."), lang, text)
    return Completed(data, gloss, frozenset(unreviewed))


def counts(register: Register, entries: Iterable[Entry[Any]]) -> TextCounts:
    """How many texts of records stand in which state, by kind of record and language."""
    found: TextCounts = {}
    for entry in entries:
        files = {lang: _of(entry, lang, register) for lang in LANGUAGES}
        by_lang = found.setdefault(entry.kind, {lang: Counter() for lang in LANGUAGES})
        for loc, text in entry.texts():
            for lang, file in files.items():
                by_lang[lang]["own" if lang in text else _state(file, loc, text)] += 1
    return found


def _state(file: Translation | None, loc: Loc, text: Localised) -> str:
    translated = file.texts.get(place(loc)) if file else None
    if file is None or translated is None:
        return "missing"
    if translated.original != fingerprint_of(text):
        return "outdated"
    return str(translated.state or file.state)


def _of(entry: Entry[Any], lang: str, register: Register) -> Translation | None:
    found = register.translations.get(key_of(lang, entry))
    return found.record if found else None


def _all_reviewed(translation: Translation, used: dict[str, str]) -> bool:
    states = [translation.texts[at].state or translation.state for at in used]
    return all(state == REVIEWED for state in states)


def _with(data: Any, way: list[str], lang: str, text: str) -> Any:
    """A copy of the data with a text added to the language map at the end of the way."""
    if not way:
        return {**data, lang: text} if isinstance(data, dict) else data
    head, rest = way[0], way[1:]
    if isinstance(data, dict) and head in data:
        return {**data, head: _with(data[head], rest, lang, text)}
    if isinstance(data, list) and head.isdigit() and int(head) < len(data):
        index = int(head)
        return [*data[:index], _with(data[index], rest, lang, text), *data[index + 1 :]]
    return data
