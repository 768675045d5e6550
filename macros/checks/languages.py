"""Texts are in the language they are filed under, and in all three."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from ..register import Register
from ..text import LANGUAGES, script_fits


def scripts(register: Register) -> Iterator[Problem]:
    """Arabic letters under `ar`, Latin letters under the others."""
    for entry in register.entries():
        for loc, value in entry.texts():
            for lang, text in value.items():
                if lang in LANGUAGES and not script_fits(str(text), lang):
                    yield entry.problem("wrong-script", (*loc, lang), value=str(text), lang=lang)


def missing_languages(register: Register) -> Iterator[Problem]:
    """Which languages a record's texts do not all exist in, once per record."""
    for entry in register.entries():
        missing: dict[str, int] = {}
        for _, value in entry.texts():
            for lang in LANGUAGES:
                if lang not in value:
                    missing[lang] = missing.get(lang, 0) + 1
        if missing:
            count = ", ".join(f"{lang} {number}" for lang, number in missing.items())
            yield entry.problem("missing-language", value=count)
