"""The glossary: words in three languages, and a word on a page that leads to its meaning."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...model.vocabulary import TermEntry
from ...text import LANGUAGES, pick, sort_key
from ...words import words
from .common import Place

NAME = "glossary"


def term(place: Place, key: str, shown: str = "") -> str:
    """A word with its meaning, as a link into the glossary; `shown` is the form it has here.

    Raises:
        KeyError: the glossary has no such term.
    """
    entry = _terms(place)[key]
    return place.block(
        "term",
        href=f"{place.base}about/glossary/#{key}",
        text=shown or pick(entry.labels, place.lang),
        meaning=pick(entry.definition, place.lang),
    )


def glossary(place: Place) -> str:
    """Every term in the order of the page's language, with its words in all languages."""
    terms = _terms(place)
    order = sorted(terms, key=lambda key: sort_key(pick(terms[key].labels, place.lang)))
    rows = [_row(place, key, terms[key]) for key in order]
    return place.block("glossary", rows=rows, words=words("evidence", place.lang))


def _terms(place: Place) -> dict[str, TermEntry]:
    terms: dict[str, TermEntry] = place.public.vocabularies[NAME].record.terms
    return terms


def _row(place: Place, key: str, entry: TermEntry) -> dict[str, Any]:
    others = [
        {"text": entry.labels[code], "lang": code, "dir": language.dir, "name": language.name}
        for code, language in LANGUAGES.items()
        if code != place.lang and code in entry.labels
    ]
    return {
        "key": key,
        "label": pick(entry.labels, place.lang),
        "meaning": pick(entry.definition, place.lang),
        "others": others,
        "variants": _variants(place, entry),
        "avoid": list(_avoided(place, entry)),
    }


def _avoided(place: Place, entry: TermEntry) -> Iterator[dict[str, str]]:
    """Words of the page's language that are not used: anywhere first, then in single countries."""
    for name, avoided in (entry.avoid or {}).items():
        lang, _, country = name.partition("-")
        if lang == place.lang:
            name_of_country = place.country(country) if country else ""
            listed = words("evidence", place.lang)["comma"].join(avoided)
            yield {"text": listed, "country": name_of_country}


def _variants(place: Place, entry: TermEntry) -> list[dict[str, str]]:
    """Words of single countries; an attribute is named for language and country: `<lang>-<cc>`."""
    found = []
    for name, text in (entry.attributes or {}).items():
        lang, _, country = name.partition("-")
        language = LANGUAGES[lang]
        name_of_country = place.country(country)
        found.append({"text": text, "lang": lang, "dir": language.dir, "country": name_of_country})
    return found
