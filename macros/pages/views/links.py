"""How records lead to one another in one language: links, neighbours and what points back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from ...derived import names_of as names_of_record
from ...model.organisation import Relation
from ...publication import PublicRegister
from ...register import Entry
from ...text import Localised, show, sort_key
from ...words import rendered

View = dict[str, Any]
"""What a template prints: texts, numbers, and lists and mappings of them."""

UP = "../../"
"""From a record page to the root of its language."""

LISTED = (
    "organisations", "authorities", "legislation", "mechanisms",
    "practices", "instruments", "findings", "crimes", "events", "action-plans", "modules",
)  # fmt: skip
"""Kinds whose records have a page."""

LISTS = {"findings": "studies/", "crimes": "studies/scope/"}
"""Where a kind is listed, if not on a page of its own."""


def named(text: Localised, lang: str) -> View:
    """A name as text, marked with its language where that is not the page's."""
    if lang in text:
        return {"text": text[lang]}
    shown = show(text, lang)
    return {"text": shown.text, "lang": shown.lang, "dir": shown.dir}


@lru_cache(maxsize=65536)  # publishers and sponsors come again and again
def typed_name(value: str, lang: str) -> View:
    """A name or title that carries no tag, in the language; as typed where none is known in it."""
    return named(rendered(value), lang)


@dataclass(slots=True)
class Links:
    """Ways between records. Lists are in the order in which the language sorts their names."""

    to: dict[str, dict[str, View]] = field(default_factory=dict)
    """By kind and key: the link to a record, under its name."""
    around: dict[str, dict[str, tuple[View | None, View | None]]] = field(default_factory=dict)
    """By kind and key: the links to the records before and after in the country's list."""
    ordered: dict[str, list[Entry[Any]]] = field(default_factory=dict)
    """By kind: the records, country by country, in order of name."""
    members: dict[str, list[View]] = field(default_factory=lambda: defaultdict(list))
    """By umbrella organisation: links to its members."""
    taking_part: dict[str, list[Entry[Any]]] = field(default_factory=lambda: defaultdict(list))
    """By organisation or authority: the mechanisms that list it."""
    relations: dict[str, list[tuple[str, Relation]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """By authority: the relations of organisations with it, with the organisation's key."""
    children: dict[str, list[View]] = field(default_factory=lambda: defaultdict(list))
    """By authority: links to the bodies that are part of it."""
    on_subject: dict[tuple[str, str], list[Entry[Any]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """By country and subject: the laws."""
    resting: dict[str, list[Entry[Any]]] = field(default_factory=lambda: defaultdict(list))
    """By law: the mechanisms that rest on it."""
    examples: dict[str, list[Entry[Any]]] = field(default_factory=lambda: defaultdict(list))
    """By practice, instrument, mechanism or organisation: what names it as its example."""
    themes: dict[str, View] = field(default_factory=dict)
    """By term: the link to a theme."""
    spoken: dict[str, set[str]] = field(default_factory=dict)
    """By authority: its names in all languages, in small letters."""

    def placed(self, countries: dict[str, str]) -> Links:
        """The same, each link to a record of a country with the country's name beside it."""
        to = {kind: dict(links) for kind, links in self.to.items()}
        for kind, entries in self.ordered.items():
            for it in entries:
                if it.country:
                    to[kind][it.key] = {**to[kind][it.key], "place": countries[it.country]}
        return replace(self, to=to)

    def new_name(self, relation: Relation) -> Localised | None:
        """How a source words the authority, unless a linked one is called just that."""
        said = [name.casefold() for name in (relation.named or {}).values()]
        spoken = [self.spoken[key] for key in relation.authorities or ()]
        return None if any(name in names for name in said for names in spoken) else relation.named


def links(public: PublicRegister, lang: str, themes: dict[str, str]) -> Links:
    """Every way between the published records, worked out once for a language.

    `themes` are the words for the themes.
    """
    found = Links()
    found.themes = {
        it: {"text": label, "href": f"{UP}themes/{it}/"} for it, label in themes.items()
    }
    for kind in LISTED:
        names = {key: named(names_of(entry), lang) for key, entry in public.of(kind).items()}
        glosses = {key: entry.gloss.get(lang, "") for key, entry in public.of(kind).items()}
        found.to[kind] = {
            key: {**name, "href": f"{UP}{kind}/{key}/", "gloss": glosses[key]}
            for key, name in names.items()
        }
        order = {key: sort_key(name["text"]) for key, name in names.items()}
        entries = sorted(
            public.of(kind).values(), key=lambda it: (it.country, order[it.key], it.key)
        )
        found.ordered[kind] = entries
        found.around[kind] = _around(entries, found.to[kind])
    _point_back(found)
    return found


def names_of(entry: Entry[Any]) -> Localised:
    """What a record is called, in the languages in which it is named."""
    return names_of_record(entry.record)


def _around(
    entries: list[Entry[Any]], to: dict[str, View]
) -> dict[str, tuple[View | None, View | None]]:
    before: Iterable[Entry[Any] | None] = [None, *entries[:-1]]
    after: Iterable[Entry[Any] | None] = [*entries[1:], None]

    def near(entry: Entry[Any], other: Entry[Any] | None) -> View | None:
        return to[other.key] if other and other.country == entry.country else None

    return {
        e.key: (near(e, b), near(e, a)) for b, e, a in zip(before, entries, after, strict=False)
    }


def _point_back(found: Links) -> None:
    for entry in found.ordered["organisations"]:
        for umbrella in entry.record.member_of or ():
            found.members[umbrella].append(found.to["organisations"][entry.key])
        for relation in entry.record.authority_relations or ():
            for authority in relation.authorities or ():
                found.relations[authority].append((entry.key, relation))
    for entry in found.ordered["mechanisms"]:
        for key in {*(entry.record.participants or ()), *(entry.record.authorities or ())}:
            found.taking_part[key].append(entry)
        for law in dict.fromkeys(rule.law for rule in entry.record.rules or ()):
            found.resting[law].append(entry)
    for entry in found.ordered["authorities"]:
        found.spoken[entry.key] = {name.casefold() for name in entry.record.names.values()}
        if entry.record.parent:
            found.children[entry.record.parent].append(found.to["authorities"][entry.key])
    for entry in found.ordered["legislation"]:
        found.on_subject[entry.country, entry.record.subject].append(entry)
    for kind in ("practices", "instruments", "findings"):
        for entry in found.ordered[kind]:
            for field_name in ("practices", "instruments", "mechanisms", "organisations"):
                for key in getattr(entry.record, field_name, None) or ():
                    found.examples[f"{field_name}/{key}"].append(entry)


def safe_url(url: str | None) -> str:
    """The address if it is one of the web, else nothing."""
    return url if url and url.startswith(("https://", "http://")) else ""
