"""The list of documents on an authored page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..pages.blocks.common import Place
from ..text import DEFAULT, LANGUAGES, pick, sort_key
from ..words import words
from .evaluative_report import REGION
from .kinds import KINDS, file_name
from .made import FOLDER

OF_COUNTRIES = ("report", "country-file", "law-summary")
OF_PLANS, OF_REGIONS = ("action-plan",), ("help-region",)
"""Kinds that the page lists; the sheets of organisations are reached from their pages."""


def documents(place: Place, are_made: bool) -> str:
    """Every listed document in all languages and formats, or that this build makes none."""
    phrases = words("documents", place.lang)
    kinds = (
        [_kind(place, name) for name in (*OF_COUNTRIES, *OF_PLANS, *OF_REGIONS)] if are_made else []
    )
    languages = [{"code": it.code, "dir": it.dir, "name": it.name} for it in LANGUAGES.values()]
    return place.block("documents", kinds=kinds, languages=languages, words=phrases)


def _kind(place: Place, name: str) -> dict[str, Any]:
    phrases = words("documents", place.lang)
    head, names_of = _HEADS.get(name, ("country", _countries))
    names = names_of(place)
    rows = [
        {
            "name": names[key],
            "languages": [_files(place, name, key, names[key], it) for it in LANGUAGES],
        }
        for key in sorted(KINDS[name].built(place.public), key=lambda it: sort_key(names[it]))
    ]
    title, about = phrases[f"{name}_kind"], phrases[f"{name}_about"]
    return {"title": title, "about": about, "head": phrases[head], "rows": rows}


def _countries(place: Place) -> dict[str, str]:
    names = {code: place.country(code) for code in place.public.countries}
    return names | {REGION: words("documents", place.lang)["all_countries"]}


def _regions(place: Place) -> dict[str, str]:
    """Regions under their country's name, by key."""
    return {
        region.lower(): f"{place.country(code)} – {pick(name, place.lang)}"
        for code, entry in place.public.countries.items()
        for region, name in entry.record.regions.items()
    }


def _plans(place: Place) -> dict[str, str]:
    """Action plans under their titles, by key."""
    plans = place.public.action_plans.items()
    return {key: pick(entry.record.titles, place.lang) for key, entry in plans}


_HEADS: dict[str, tuple[str, Callable[[Place], dict[str, str]]]] = {
    "help-region": ("region", _regions),
    "action-plan": ("action-plan", _plans),
}
"""By kind, if not of countries: the head of the column of names, and the names by key."""


def _files(place: Place, kind: str, key: str, name: str, lang: str) -> list[dict[str, str]]:
    root = place.base if place.lang == DEFAULT else f"{place.base}../"
    phrases = words("documents", place.lang)
    return [
        {
            "href": f"{root}{FOLDER}{file_name(kind, f'{KINDS[kind].prefix}{key}', lang, format_)}",
            "lang": lang,
            "format": phrases[f"format_{format_}"],
            "label": f"{name}, {LANGUAGES[lang].name}, {phrases[f'format_{format_}']}",
        }
        for format_ in KINDS[kind].formats
    ]
