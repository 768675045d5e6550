"""What the search can find: one small document per page, given to Pagefind.

Only what a searcher would type is indexed (names in every language, spellings, places, topics, a
summary), not whole record pages; so the index stays small and a name in any language finds its
record from any language's site. https://pagefind.app/docs/
"""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml import html as lxml_html

from .derived import names_of
from .publication import PublicRegister
from .register import Entry
from .text import pick, search_forms, sort_key
from .words import words

SUMMARY_LENGTH = 220
KINDS = (
    "organisations", "authorities", "legislation", "mechanisms",
    "practices", "instruments", "findings", "crimes", "events", "action-plans", "modules",
)  # fmt: skip
"""Kinds whose records have a page."""
SUMMARIES = ("summary", "mandate", "how_it_works")
"""Fields that say in a sentence what a record is about."""


SORTED = "organisations"
"""The kind whose documents can be sorted by name: the directory's script tells its rows by that."""


Place = tuple[str, str, str, int]
"""Language, kind and key of a record page, and its place in the order of names."""


@dataclass(frozen=True, slots=True)
class Document:
    """A page as the search sees it; all texts are plain."""

    lang: str
    address: str
    title: str
    names: list[str]
    text: list[str]
    meta: dict[str, str] = field(default_factory=dict)
    """What a result shows; its words are found too, so they need not stand in the text."""
    sort: dict[str, str] = field(default_factory=dict)


def places(public: PublicRegister, lang: str) -> list[Place]:
    """The place of every record page in a language."""
    return [
        (lang, kind, entry.key, rank)
        for kind in KINDS
        for rank, entry in enumerate(by_name(public, kind, lang))
    ]


def by_name(public: PublicRegister, kind: str, lang: str) -> list[Entry[Any]]:
    """The records of a kind in the order of their names."""
    return sorted(public.of(kind).values(), key=lambda entry: sort_key(_name(entry, lang)))


def documents(public: PublicRegister, wanted: Sequence[Place]) -> Iterator[Document]:
    """The documents of some record pages."""
    for lang, kind, key, rank in wanted:
        yield _document(public, public.of(kind)[key], lang, rank)


def _name(entry: Entry[Any], lang: str) -> str:
    return pick(names_of(entry.record), lang)


def _document(public: PublicRegister, entry: Entry[Any], lang: str, rank: int) -> Document:
    record = entry.record
    names = names_of(record)
    spoken = [
        *names.values(),
        getattr(record, "acronym", None),
        *(getattr(record, "also_known_as", None) or ()),
    ]
    summary = _summary(entry, lang)
    return Document(
        lang=lang,
        address=f"{entry.kind}/{entry.key}/",
        title=_name(entry, lang),
        names=[name for name in (*spoken, *entry.gloss.values()) if name],
        text=[*_labels(public, entry, lang), _rest(summary)],
        meta={
            "kind": words("search", lang)[entry.kind],
            "place": place_of(public, entry, lang),
            "summary": summary[:SUMMARY_LENGTH],
            "acronym": getattr(record, "acronym", None) or "",
        },
        sort={"name": str(rank)} if entry.kind == SORTED else {},
    )


def _summary(entry: Entry[Any], lang: str) -> str:
    record = entry.record
    if entry.kind == "organisations":
        return "; ".join(pick(activity, lang) for activity in (record.activities or ())[:5])
    if entry.kind == "legislation":
        return "; ".join(pick(rule.summary, lang) for rule in (record.provisions or ())[:3])
    text = next((found for name in SUMMARIES if (found := getattr(record, name, None))), None)
    return pick(text, lang) if text else ""


def _rest(summary: str) -> str:
    """What a result does not show of a summary, from the word where it is cut."""
    if len(summary) <= SUMMARY_LENGTH:
        return ""
    return summary[summary.rfind(" ", 0, SUMMARY_LENGTH) + 1 :]


def place_of(public: PublicRegister, entry: Entry[Any], lang: str) -> str:
    """The town or region of a record, and its country."""
    if entry.kind == "practices":
        return pick(entry.record.country, lang)
    if not entry.country:
        return ""
    country = public.countries[entry.country].record
    region = getattr(entry.record, "region", None)
    city = getattr(entry.record, "city", None)
    near = pick(city, lang) if city else pick(country.regions[region], lang) if region else ""
    return " · ".join(part for part in (near, pick(country.names, lang)) if part)


def _terms(public: PublicRegister, entry: Entry[Any], field_name: str, lang: str) -> list[str]:
    terms = public.vocabularies[field_name].record.terms
    keys = getattr(entry.record, field_name, None) or ()
    return [pick(terms[key].labels, lang) for key in keys]


def _labels(public: PublicRegister, entry: Entry[Any], lang: str) -> list[str]:
    if not entry.country:
        return []
    country = public.countries[entry.country].record
    regions = [
        getattr(entry.record, "region", None),
        *(getattr(entry.record, "areas_served", None) or ()),
    ]
    places = [pick(country.regions[code], lang) for code in dict.fromkeys(regions) if code]
    topics = [
        label for name in ("themes", "services") for label in _terms(public, entry, name, lang)
    ]
    return [*places, *topics]


def themes(public: PublicRegister, lang: str) -> Iterator[Document]:
    """A document per page of a theme in a language."""
    for key, term in public.vocabularies["themes"].record.terms.items():
        yield Document(
            lang=lang,
            address=f"themes/{key}/",
            title=pick(term.labels, lang),
            names=list(term.labels.values()),
            text=[pick(term.definition, lang)],
            meta={"kind": words("search", lang)["themes"], "summary": pick(term.definition, lang)},
        )


def authored(lang: str, address: str, page: str) -> Document | None:
    """A document of a page that MkDocs rendered; none if it has no article."""
    article = lxml_html.fromstring(page).find(".//article")
    heading = article.find(".//h1") if article is not None else None
    if article is None or heading is None:
        return None
    for part in article.xpath(".//script|.//style|.//svg|.//table|.//*[@data-pagefind-ignore]"):
        part.drop_tree()
    title = " ".join(heading.text_content().split())
    text = " ".join(article.text_content().split())
    meta = {
        "kind": words("search", lang)["pages"],
        "summary": text.removeprefix(title)[:SUMMARY_LENGTH].strip(),
    }
    return Document(lang, address, title, [title], [text], meta)


def page(document: Document) -> str:
    """The page that Pagefind reads in the place of the real one.

    Each word takes memory and size in the index, so that names and spellings stand there once.
    """
    names = [name for name in dict.fromkeys(document.names) if name != document.title]
    parts = [
        f'<!doctype html><html lang="{document.lang}"><body data-pagefind-body>',
        f'<h1 data-pagefind-weight="10">{_safe(document.title)}</h1>',
        f'<p data-pagefind-weight="8">{_safe(" | ".join(names))}</p>',
        f'<p data-pagefind-weight="6">{_safe(" ".join(_other_spellings(document.names)))}</p>',
        f"<p>{_safe('. '.join(text for text in document.text if text))}</p>",
        *(_attribute("meta", name, value) for name, value in document.meta.items() if value),
        *(_attribute("sort", name, value) for name, value in document.sort.items()),
        "</body></html>",
    ]
    return "".join(parts)


def _other_spellings(names: list[str]) -> list[str]:
    """Words of names as readers may type them, where they differ from those that stand there."""
    known = {word for name in names for word in name.casefold().split()}
    found = [word for name in names for form in search_forms(name) for word in form.split()]
    return [word for word in dict.fromkeys(found) if word not in known]


def _attribute(use: str, name: str, value: str) -> str:
    return f'<span data-pagefind-{use}="{name}[data-v]" data-v="{_safe(value)}"></span>'


def _safe(text: str) -> str:
    return html.escape(text)
