"""The directory: data for its filters, and the plain list that works without them."""

from __future__ import annotations

import json
from typing import Any

from ...derived import latest_status
from ...text import number, pick, sort_key
from ...words import words
from .common import Place

LISTED = 250
"""Organisations of a country in a plain list; a longer one would make a heavy page."""
VOCABULARIES = {
    "theme": "themes",
    "service": "services",
    "status": "statuses",
    "evidence": "evidence-levels",
}


def directory(place: Place) -> str:
    """Filters (made by the page's script) and every organisation by country."""
    countries = [country_list(place, code) for code in _countries(place)]
    return place.block("directory", data=_data(place), countries=countries)


def country_directory(place: Place, country: str) -> str:
    """A country's organisations as a plain list."""
    return place.block("country-directory", country=country_list(place, country), **_words(place))


def country_list(place: Place, country: str) -> dict[str, Any]:
    """A country's name, and its organisations with town and, unless active, status."""
    entries = place.in_country("organisations", country)
    rows = [place.link(entry) | _about(place, entry) for entry in entries[:LISTED]]
    more = words("blocks", place.lang)["more_in_directory"].format(
        shown=number(LISTED, place.lang), all=number(len(entries), place.lang)
    )
    return {
        "code": country,
        "name": place.country(country),
        "rows": rows,
        "more": more if len(entries) > LISTED else "",
    }


def _about(place: Place, entry: Any) -> dict[str, str]:
    record = entry.record
    status = latest_status(entry)
    city = pick(record.city, place.lang) if record.city else ""
    shown = "" if status == "active" else place.label("statuses", status)
    return {"place": city, "status": shown, "acronym": record.acronym or ""}


def _countries(place: Place) -> list[str]:
    return sorted(place.public.countries, key=lambda code: sort_key(place.country(code)))


def _data(place: Place) -> str:
    """Labels and words for the script, as JSON that cannot end its script element."""
    public, lang = place.public, place.lang
    labels: dict[str, dict[str, str]] = {
        "country": {code: place.country(code) for code in _countries(place)}
    }
    labels["region"] = {
        region: pick(text, lang)
        for code in _countries(place)
        for region, text in public.countries[code].record.regions.items()
    }
    for group, name in VOCABULARIES.items():
        terms = public.vocabularies[name].record.terms
        labels[group] = {key: pick(term.labels, lang) for key, term in terms.items()}
    text = json.dumps({"words": words("search", lang), "labels": labels}, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _words(place: Place) -> dict[str, dict[str, str]]:
    return {"words": words("blocks", place.lang)}
