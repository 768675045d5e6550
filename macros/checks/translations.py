"""Translations belong to a record, are made from its present words, and leave nothing out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from ..problems import Problem
from ..register import Entry, Register
from ..text import LANGUAGES, Localised, join, script_fits
from ..translations import current, fingerprint_of, lacking
from ..words import phrase


def translations(register: Register) -> Iterator[Problem]:
    """Every translated text belongs to a text of its record, and was made from what it says now."""
    for key, entry in register.translations.items():
        lang, kind, of = key.split("/")
        record = register.kinds[kind].get(of)
        if record is not None:
            yield from _outdated(entry, dict(lacking(record, lang)))
        elif (kind, of) not in register.failed:
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
                name = phrase("report", f"language_{lang}")
                yield entry.problem("wrong-script", loc, value=text.text, lang=name)


def missing_languages(register: Register) -> Iterator[Problem]:
    """Which languages a record's texts do not all exist in, once per record."""
    for entry in register.entries():
        every = entry.held("localised").get("", ())
        texts = [text for text in every if not text.keys() >= LANGUAGES.keys()]
        missing = {lang: _missing(entry, texts, lang, register) for lang in LANGUAGES}
        if any(missing.values()):
            yield entry.problem("missing-language", value=_counts(tuple(missing.items())))


@cache
def _counts(missing: tuple[tuple[str, int], ...]) -> Localised:
    """How many texts lack each language, in words of every language."""
    lacking_in = [(phrase("report", f"language_{lang}"), n) for lang, n in missing if n]
    return {
        lang: join([f"{name[lang]} ({n})" for name, n in lacking_in], lang) for lang in LANGUAGES
    }


def _missing(entry: Entry[Any], texts: Sequence[Localised], lang: str, register: Register) -> int:
    """How many of a record's texts lack a language, in it and in its translation."""
    lacking = sum(lang not in text and bool(text.keys() & LANGUAGES.keys()) for text in texts)
    return lacking - len(current(entry, lang, register)) if lacking else 0
