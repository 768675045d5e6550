"""What authored texts say of records: names as links, numbers that cite, and what was cited.

A key may say its kind, where two kinds use it (`mechanisms/eg-national-council-for-human-rights`),
and an article of a law (`ma-law-103-13-2018#10`). Whatever leads nowhere stops the build.
"""

from __future__ import annotations

from typing import Any

from ...model.faults import near
from ...register import Entry
from ...text import pick
from ...words import words
from ..views.links import LISTED
from .common import Place

_LITERAL = str.maketrans({sign: f"&#{ord(sign)};" for sign in "*_[]{}`\\!~^"})
"""Signs that Markdown would read in the middle of a sentence, as the characters they are."""


def ref(place: Place, key: str, shown: str = "") -> str:
    """A link to a record's page: `xa-lantern-centre`, or `mechanisms/xa-...` where kinds share it.

    Raises:
        ValueError: no published record has the key, or records of several kinds have it.
    """
    entry = _record(place, key)
    link = place.link(entry)
    if shown:
        link |= {"text": shown, "lang": place.lang, "gloss": ""}
    elif link["gloss"]:  # a sentence takes the rendering in its own language; the name stands by
        acronym = getattr(entry.record, "acronym", None) or ""
        known = "" if acronym in link["gloss"] else acronym
        link |= {"text": link["gloss"], "lang": place.lang, "name": link["text"], "acronym": known}
        link["gloss"] = ""
    return inline(place, "reference", link=link)


def inline(place: Place, template: str, **context: Any) -> str:
    """A block's HTML for the middle of a sentence, where Markdown would still read signs."""
    return place.block(template, **context).translate(_LITERAL)


def _record(place: Place, key: str) -> Entry[Any]:
    wanted, _, bare = key.rpartition("/")
    kinds = [kind for kind in LISTED if wanted in ("", kind)]
    found = [entry for kind in kinds if (entry := place.public.of(kind).get(bare))]
    if len(found) == 1:
        return found[0]
    if found:
        ways = ", ".join(f"{entry.kind}/{bare}" for entry in found)
        raise ValueError(f'"{key}" could be any of: {ways}')
    known = [name for kind in kinds for name in place.public.of(kind)]
    hint = near(bare, known).get("suggestion", "")
    raise ValueError(f'no published record "{key}"' + (f", did you mean {hint}?" if hint else ""))


def cite(place: Place, cited: list[str], *keys: str) -> str:
    """Numbers in brackets, each a link to a record's page; new keys join those cited so far."""
    items = []
    for key in keys:
        name, _, article = key.partition("#")
        entry = _record(place, name)
        _check_article(entry, article)
        if key not in cited:
            cited.append(key)
        link = place.link(entry)
        number = cited.index(key) + 1
        items.append(link | {"number": number, "name": link["text"]})
    return place.block("cite", items=items)


def references(place: Place, cited: list[str]) -> str:
    """What the page has cited so far, in the order of the numbers."""
    rows = [_reference(place, key) for key in cited]
    return place.block("references", rows=rows, words=words("evidence", place.lang))


def _check_article(entry: Entry[Any], article: str) -> None:
    known = [rule.article for rule in getattr(entry.record, "provisions", None) or ()]
    if article and article not in known:
        raise ValueError(f"{entry.key} has no provision of article {article}")


def _reference(place: Place, key: str) -> dict[str, Any]:
    name, _, article = key.partition("#")
    entry = _record(place, name)
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
