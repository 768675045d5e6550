"""Citations on authored pages: numbers that lead to records, and the list of what was cited.

A key may say its kind, where two kinds use it (`mechanisms/eg-national-council-for-human-rights`),
and an article of a law (`ma-law-103-13-2018#10`). Whatever leads nowhere stops the build.
"""

from __future__ import annotations

from typing import Any

from ...register import Entry
from ...text import pick
from ...words import words
from ..views.links import LISTED
from .common import Place


def cite(place: Place, cited: list[str], *keys: str) -> str:
    """Numbers in brackets, each a link to a record's page; new keys join those cited so far."""
    items = []
    for key in keys:
        name, _, article = key.partition("#")
        entry = found(place, name)
        _check_article(entry, article)
        if key not in cited:
            cited.append(key)
        link = place.link(entry)
        items.append({"number": cited.index(key) + 1, "href": link["href"], "name": link["text"]})
    return place.block("cite", items=items)


def ref(place: Place, key: str, shown: str = "") -> str:
    """A record's name, or other words for it, as a link to its page."""
    link = place.link(found(place, key))
    own = {"text": shown, "lang": place.lang} if shown else {}
    return place.block("ref", link=link | own)


def references(place: Place, cited: list[str]) -> str:
    """What the page has cited so far, in the order of the numbers."""
    rows = [_reference(place, key) for key in cited]
    return place.block("references", rows=rows, words=words("evidence", place.lang))


def found(place: Place, key: str) -> Entry[Any]:
    """The published record of a key.

    Raises:
        ValueError: there is none, or records of two kinds have this key and none is named.
    """
    kind, _, name = key.rpartition("/")
    kinds = [kind] if kind else LISTED
    entries = [entry for it in kinds if (entry := place.public.of(it).get(name))]
    if len(entries) != 1:
        homes = ", ".join(f"{entry.kind}/{entry.key}" for entry in entries)
        raise ValueError(f"{key}: {homes or 'no record has this key'}")
    return entries[0]


def _check_article(entry: Entry[Any], article: str) -> None:
    known = [rule.article for rule in getattr(entry.record, "provisions", None) or ()]
    if article and article not in known:
        raise ValueError(f"{entry.key} has no provision of article {article}")


def _reference(place: Place, key: str) -> dict[str, Any]:
    name, _, article = key.partition("#")
    entry = found(place, name)
    phrases = words("evidence", place.lang)
    about = [part for part in (*_about(place, entry), _country(place, entry)) if part]
    if article:
        about.insert(0, phrases["article"].format(number=article))
    return place.link(entry) | {"about": about}


def _country(place: Place, entry: Entry[Any]) -> str:
    return place.country(entry.country) if entry.country else ""


def _about(place: Place, entry: Entry[Any]) -> list[str]:
    """What a reader should know of a record that is cited: above all how strong it is."""
    record, phrases = entry.record, words("evidence", place.lang)
    if entry.kind == "practices":
        strength = place.label("result-strengths", record.results_strength)
        return [pick(record.country, place.lang), strength]
    if entry.kind == "instruments":
        extent = place.label("reading-extents", record.seen)
        return [pick(record.body, place.lang), phrases["read"].format(extent=extent)]
    if entry.kind == "findings":
        term = record.strength or ""
        return [place.label("claim-strengths", term)] if term else []
    return [phrases[entry.kind]]
