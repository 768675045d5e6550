"""The directory: filters and the first organisations; the plain list that works without them."""

from __future__ import annotations

import json
from typing import Any

from ...derived import latest_status
from ...model import Organisation
from ...register import Entry
from ...search import place_of
from ...text import number, pick, sort_key
from ...words import words
from ..directory_data import GROUPS, Filter, filters, organisations
from .common import Place

DATA = "directory.json"
"""The file beside the page that its script loads; see `pages/directory_data.py`."""
SHOWN = 25
"""Organisations shown at first; the script shows as many more at a time."""
LISTED = 250
"""Organisations of a country in a plain list; a longer one would make a heavy page."""
LISTED_IN_ALL = 500
"""Organisations of all countries in the directory's plain list."""
OPEN = ("country", "theme", "service")
"""Filters whose values are in view at first."""
SAID = ("count", "no_match", "searching", "unavailable")
"""Words that the script says."""


def directory(place: Place) -> str:
    """Filters with the first organisations, for the page's script, and a plain list by country."""
    codes, said = _countries(place), words("search", place.lang)
    most = min(LISTED, LISTED_IN_ALL // max(1, len(codes)))
    entries = organisations(place.public, place.lang)
    found = filters(place.public, place.lang, entries)
    return place.block(
        "directory",
        words=said,
        said=json.dumps({name: said[name] for name in SAID} | {"comma": _comma(place)}),
        filters=[_filter(name, found[name]) for name in GROUPS],
        count=said["count"].format(n=len(entries)),
        cards=[_card(place, entry) for entry in entries[:SHOWN]],
        has_more=len(entries) > SHOWN,
        countries=[country_list(place, code, most) for code in codes],
        json=DATA,
        root=place.root,
    )


def country_directory(place: Place, country: str) -> str:
    """A country's organisations as a plain list."""
    return place.block("country-directory", country=country_list(place, country), **_words(place))


def country_list(place: Place, country: str, most: int = LISTED) -> dict[str, Any]:
    """A country's name, and its organisations with town and, unless active, status."""
    entries = place.in_country("organisations", country)
    rows = [place.link(entry) | _about(place, entry) for entry in entries[:most]]
    more = words("blocks", place.lang)["more_in_directory"].format(
        shown=number(most, place.lang), all=number(len(entries), place.lang)
    )
    return {
        "code": country,
        "name": place.country(country),
        "rows": rows,
        "more": more if len(entries) > most else "",
    }


def _about(place: Place, entry: Any) -> dict[str, str]:
    record = entry.record
    status = latest_status(entry)
    city = pick(record.city, place.lang) if record.city else ""
    shown = "" if status == "active" else place.label("statuses", status)
    return {"place": city, "status": shown, "acronym": record.acronym or ""}


def _countries(place: Place) -> list[str]:
    return sorted(place.public.countries, key=lambda code: sort_key(place.country(code)))


def _filter(name: str, found: Filter) -> dict[str, Any]:
    pairs = zip(found.labels.items(), found.counts(), strict=True)
    values = [{"key": key, "label": label, "n": n} for (key, label), n in pairs]
    return {"name": name, "is_open": name in OPEN, "values": values}


def _card(place: Place, entry: Entry[Organisation]) -> dict[str, Any]:
    """An organisation as the script draws it too."""
    about = [
        place_of(place.public, entry, place.lang),
        place.label("statuses", latest_status(entry)),
    ]
    return place.link(entry) | {
        "acronym": entry.record.acronym or "",
        "about": " · ".join(text for text in about if text),
        "themes": _comma(place).join(place.label("themes", theme) for theme in entry.record.themes),
    }


def _comma(place: Place) -> str:
    """What stands between the terms of a list."""
    return words("blocks", place.lang)["comma"] + " "


def _words(place: Place) -> dict[str, dict[str, str]]:
    return {"words": words("blocks", place.lang)}
