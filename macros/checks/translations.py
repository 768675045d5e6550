"""Translations belong to a record, are made from its present words, and leave nothing out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..problems import Problem
from ..register import Entry, Register
from ..text import LANGUAGES, script_fits
from ..translations import current, fingerprint_of, lacking


def translations(register: Register) -> Iterator[Problem]:
    """Every translated text belongs to a text of its record, and was made from what it says now."""
    for key, entry in register.translations.items():
        lang, kind, of = key.split("/")
        record = register.kinds[kind].get(of)
        if record is not None:
            yield from _outdated(entry, dict(lacking(record, lang)))
        elif of not in register.failed:
            yield entry.problem("translation-without-record", value=of)


def _outdated(entry: Entry[Any], originals: dict[str, Any]) -> Iterator[Problem]:
    for at, text in entry.record.texts.items():
        if at not in originals:
            yield entry.problem("translation-without-text", ("texts", at), at_key=True, value=at)
        elif text.original != fingerprint_of(originals[at]):
            new = fingerprint_of(originals[at])
            yield entry.problem("translation-outdated", ("texts", at, "from"), value=at, new=new)


def translated_scripts(register: Register) -> Iterator[Problem]:
    """A translation is written in the letters of its language."""
    for key, entry in register.translations.items():
        lang = key.split("/")[0]
        for at, text in entry.record.texts.items():
            if not script_fits(text.text, lang):
                loc = ("texts", at, "text")
                yield entry.problem("wrong-script", loc, value=text.text, lang=lang)


def missing_languages(register: Register) -> Iterator[Problem]:
    """Which languages a record's texts do not all exist in, once per record."""
    for entry in register.entries():
        missing = {lang: _missing(entry, lang, register) for lang in LANGUAGES}
        found = [f"{lang} {number}" for lang, number in missing.items() if number]
        if found:
            yield entry.problem("missing-language", value=", ".join(found))


def _missing(entry: Entry[Any], lang: str, register: Register) -> int:
    known = current(entry, lang, register)
    return sum(at not in known for at, _ in lacking(entry, lang))
