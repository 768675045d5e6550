"""The list of documents on an authored page."""

from __future__ import annotations

from typing import Any

from ..pages.blocks.common import Place
from ..text import DEFAULT, LANGUAGES
from ..words import words
from .kinds import FORMATS, KINDS, file_name
from .made import FOLDER

LISTED = tuple(name for name, kind in KINDS.items() if not kind.folder)
"""Kinds that the page lists; others are reached from the pages of their records."""


def documents(place: Place, are_made: bool) -> str:
    """Every listed document in all languages and formats, or that this build makes none."""
    phrases = words("documents", place.lang)
    kinds = [_kind(place, name) for name in LISTED] if are_made else []
    return place.block("documents", kinds=kinds, words=phrases)


def _kind(place: Place, name: str) -> dict[str, Any]:
    phrases = words("documents", place.lang)
    rows = [
        {"name": place.country(key), "files": _files(place, name, key)}
        for key in KINDS[name].built(place.public)
    ]
    return {"title": phrases[f"{name}_kind"], "about": phrases[f"{name}_about"], "rows": rows}


def _files(place: Place, kind: str, key: str) -> list[dict[str, str]]:
    root = place.base if place.lang == DEFAULT else f"{place.base}../"
    return [
        {
            "href": f"{root}{FOLDER}{file_name(kind, f'{kind}-{key}', lang, format_)}",
            "lang": lang,
            "language": LANGUAGES[lang].name,
            "dir": LANGUAGES[lang].dir,
            "format": words("documents", place.lang)[f"format_{format_}"],
        }
        for lang in LANGUAGES
        for format_ in FORMATS
        if format_ in KINDS[kind].formats
    ]
