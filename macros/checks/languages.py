"""Texts are in the language they are filed under."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..problems import Problem
from ..register import Entry
from ..text import LANGUAGES, script_fits
from ..words import phrase


def scripts(entry: Entry[Any]) -> Iterator[Problem]:
    """Arabic letters under `ar`, Latin letters under the others."""
    for loc, value in entry.texts():
        for lang, text in value.items():
            if lang in LANGUAGES and not script_fits(str(text), lang):
                name = phrase("report", f"language_{lang}")
                yield entry.problem("wrong-script", (*loc, lang), value=str(text), lang=name)
