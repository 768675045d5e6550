"""Texts are in the language they are filed under."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..problems import Problem
from ..register import Entry
from ..text import LANGUAGES, has_arabic, script_fits
from ..words import phrase


def scripts(entry: Entry[Any]) -> Iterator[Problem]:
    """Arabic letters under `ar`, Latin letters under the others."""
    held = entry.held("localised").get("", ())
    if all(_all_fit([str(it[lang]) for it in held if lang in it], lang) for lang in LANGUAGES):
        return
    for loc, value in entry.texts():
        for lang, text in value.items():
            if lang in LANGUAGES and not script_fits(str(text), lang):
                name = phrase("report", f"language_{lang}")
                yield entry.problem("wrong-script", (*loc, lang), value=str(text), lang=name)


def _all_fit(texts: list[str], lang: str) -> bool:
    if LANGUAGES[lang].dir == "ltr" and not has_arabic("\n".join(texts)):
        return True
    return all(script_fits(text, lang) for text in texts)
