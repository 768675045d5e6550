"""Countries: cards, facts, texts and counts of registered organisations."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...model import Country
from ...text import date, number, slug
from ...words import words
from .common import Place
from .directory import _countries

KINDS = ("organisations", "legislation", "mechanisms", "authorities")


def glance(place: Place) -> str:
    """The four countries at a glance: a card each, and the totals."""
    totals = [(kind, number(len(place.public.of(kind)), place.lang)) for kind in KINDS]
    return place.block(
        "glance", cards=_cards(place), totals=totals, words=words("blocks", place.lang)
    )


def country_cards(place: Place) -> str:
    """A card per country with its numbers and most frequent themes."""
    return place.block("country-cards", cards=_cards(place), words=words("blocks", place.lang))


def _cards(place: Place) -> list[dict[str, Any]]:
    return [
        {
            "name": place.country(code),
            "href": f"{place.base}countries/{slug(place.public.countries[code].record.names)}/",
            "counts": _counts(place, code),
            "themes": _top_themes(place, code),
        }
        for code in _countries(place)
    ]


def _counts(place: Place, code: str) -> list[tuple[str, str]]:
    countries = {kind: [it.country for it in place.public.of(kind).values()] for kind in KINDS}
    return [(kind, number(of.count(code), place.lang)) for kind, of in countries.items()]


def _top_themes(place: Place, code: str, most: int = 3) -> list[dict[str, str]]:
    found = (it for it in place.public.organisations.values() if it.country == code)
    count = Counter(theme for entry in found for theme in entry.record.themes)
    return [
        {"label": place.label("themes", theme), "href": f"{place.base}themes/{theme}/"}
        for theme, _ in count.most_common(most)
    ]


def country_facts(place: Place, code: str) -> str:
    """The numbers of a country, and ways to its lists."""
    record = place.public.countries[code].record
    regulator = place.text(record.regulator) if record.regulator else None
    return place.block(
        "country-facts",
        code=code,
        counts=_counts(place, code),
        regulator=regulator,
        sources=_sources(place, record, "regulator"),
        words=words("blocks", place.lang),
    )


def country_text(place: Place, code: str, field: str) -> str:
    """A text of the country's record with the sources that support it."""
    record = place.public.countries[code].record
    text = getattr(record, field)
    return place.block(
        "country-text",
        text=place.text(text) if text else None,
        sources=_sources(place, record, field),
        words=words("blocks", place.lang),
    )


def registered_csos(place: Place, code: str) -> str:
    """How many organisations are registered, by every source that says so."""
    record = place.public.countries[code].record
    sources = record.sources or {}
    rows = [
        {
            "value": number(figure.value, place.lang) if isinstance(figure.value, int) else "",
            "text": None if isinstance(figure.value, int) else place.text(figure.value),
            "as_of": date(figure.as_of, place.lang) if figure.as_of else "",
            "note": place.text(figure.note) if figure.note else None,
            "source": place.source(sources[figure.source]) if figure.source else None,
        }
        for figure in record.registered_csos or ()
    ]
    return place.block("registered-csos", rows=rows, words=words("blocks", place.lang))


def _sources(place: Place, record: Country, field: str) -> list[dict[str, Any]]:
    sources = (record.sources or {}).values()
    return [place.source(source) for source in sources if field in (source.supports or ())]
