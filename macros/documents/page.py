"""The list of documents on an authored page."""

from __future__ import annotations

from typing import Any

from ..pages.blocks.common import Place
from ..text import DEFAULT, LANGUAGES
from ..words import words
from .kinds import KINDS, file_name
from .made import FOLDER

LISTED = tuple(name for name, kind in KINDS.items() if not kind.folder)
"""Kinds that the page lists; others are reached from the pages of their records."""


def documents(place: Place, are_made: bool) -> str:
    """Every listed document in all languages and formats, or that this build makes none."""
    phrases = words("documents", place.lang)
    kinds = [_kind(place, name) for name in LISTED] if are_made else []
    languages = [{"code": it.code, "dir": it.dir, "name": it.name} for it in LANGUAGES.values()]
    return place.block("documents", kinds=kinds, languages=languages, words=phrases)


def _kind(place: Place, name: str) -> dict[str, Any]:
    phrases = words("documents", place.lang)
    rows = [
        {
            "name": place.country(key),
            "languages": [_files(place, name, key, lang) for lang in LANGUAGES],
        }
        for key in KINDS[name].built(place.public)
    ]
    title, about = phrases[f"{name}_kind"], phrases[f"{name}_about"]
    return {"title": title, "about": about, "head": phrases["country"], "rows": rows}


def _files(place: Place, kind: str, key: str, lang: str) -> list[dict[str, str]]:
    root = place.base if place.lang == DEFAULT else f"{place.base}../"
    phrases = words("documents", place.lang)
    about = f"{place.country(key)}, {LANGUAGES[lang].name}"
    return [
        {
            "href": f"{root}{FOLDER}{file_name(kind, f'{kind}-{key}', lang, format_)}",
            "lang": lang,
            "format": phrases[f"format_{format_}"],
            "label": f"{about}, {phrases[f'format_{format_}']}",
        }
        for format_ in KINDS[kind].formats
    ]
