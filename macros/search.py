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

from .derived import evidence_level, latest_status, names_of, newest_source
from .publication import PublicRegister
from .register import Entry
from .text import LANGUAGES, pick, search_forms, sort_key
from .words import words

SUMMARY_LENGTH = 220
KINDS = (
    "organisations", "authorities", "legislation", "mechanisms",
    "practices", "instruments", "findings", "crimes", "events", "action-plans", "modules",
)  # fmt: skip
"""Kinds whose records have a page."""
SUMMARIES = ("summary", "mandate", "how_it_works")
"""Fields that say in a sentence what a record is about."""


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
    filters: dict[str, list[str]] = field(default_factory=dict)
    sort: dict[str, str] = field(default_factory=dict)


def places(public: PublicRegister) -> list[Place]:
    """The place of every record page and language."""
    return [
        (lang, kind, entry.key, rank)
        for lang in LANGUAGES
        for kind in KINDS
        for rank, entry in enumerate(
            sorted(public.of(kind).values(), key=lambda e: sort_key(_name(e, lang)))
        )
    ]


def documents(public: PublicRegister, wanted: Sequence[Place]) -> Iterator[Document]:
    """The documents of some record pages."""
    for lang, kind, key, rank in wanted:
        yield _document(public, public.of(kind)[key], lang, rank)


def themes(public: PublicRegister) -> Iterator[Document]:
    """A document per page of a theme and language."""
    return (found for lang in LANGUAGES for found in _themes(public, lang))


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
        text=[*_labels(public, entry, lang), summary],
        meta={
            "kind": words("search", lang)[entry.kind],
            "place": _place(public, entry, lang),
            "summary": summary[:SUMMARY_LENGTH],
            "acronym": getattr(record, "acronym", None) or "",
            "gloss": entry.gloss.get(lang, ""),
            "themes": ", ".join(_terms(public, entry, "themes", lang)),
            "status": _status_label(public, entry, lang),
        },
        filters=_filters(public, entry),
        sort={"name": f"{rank:06d}", "newest": _newest(entry)},
    )


def _summary(entry: Entry[Any], lang: str) -> str:
    record = entry.record
    if entry.kind == "organisations":
        return "; ".join(pick(activity, lang) for activity in (record.activities or ())[:5])
    if entry.kind == "legislation":
        return "; ".join(pick(rule.summary, lang) for rule in (record.provisions or ())[:3])
    text = next((found for name in SUMMARIES if (found := getattr(record, name, None))), None)
    return pick(text, lang) if text else ""


def _place(public: PublicRegister, entry: Entry[Any], lang: str) -> str:
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
        return [_place(public, entry, lang)]
    country = public.countries[entry.country].record
    regions = [
        getattr(entry.record, "region", None),
        *(getattr(entry.record, "areas_served", None) or ()),
    ]
    places = [pick(country.regions[code], lang) for code in dict.fromkeys(regions) if code]
    topics = [
        label for name in ("themes", "services") for label in _terms(public, entry, name, lang)
    ]
    return [_place(public, entry, lang), *places, *topics]


def _status_label(public: PublicRegister, entry: Entry[Any], lang: str) -> str:
    if entry.kind != "organisations":
        return ""
    return pick(public.vocabularies["statuses"].record.terms[latest_status(entry)].labels, lang)


def _filters(public: PublicRegister, entry: Entry[Any]) -> dict[str, list[str]]:
    filters = {"kind": [entry.kind], "country": [entry.country] if entry.country else []}
    if entry.kind != "organisations":
        return filters
    record = entry.record
    regions = [record.region, *(record.areas_served or ())]
    return filters | {
        "region": list(dict.fromkeys(code for code in regions if code)),
        "theme": list(record.themes),
        "service": list(record.services or ()),
        "status": [latest_status(entry)],
        "evidence": [evidence_level(entry)],
    }


def _newest(entry: Entry[Any]) -> str:
    return newest_source(entry)[:4] or "0000" if entry.kind == "organisations" else "0000"


def _themes(public: PublicRegister, lang: str) -> Iterator[Document]:
    for rank, (key, term) in enumerate(public.vocabularies["themes"].record.terms.items()):
        yield Document(
            lang=lang,
            address=f"themes/{key}/",
            title=pick(term.labels, lang),
            names=list(term.labels.values()),
            text=[pick(term.definition, lang)],
            meta={"kind": words("search", lang)["themes"], "summary": pick(term.definition, lang)},
            filters={"kind": ["themes"]},
            sort={"name": f"{rank:06d}", "newest": "0000"},
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
    return Document(
        lang,
        address,
        title,
        [title],
        [text],
        meta,
        {"kind": ["pages"]},
        {"name": "0", "newest": "0000"},
    )


def page(document: Document) -> str:
    """The page that Pagefind reads in the place of the real one."""
    variants = [form for name in document.names for form in search_forms(name)]
    parts = [
        f'<!doctype html><html lang="{document.lang}"><body data-pagefind-body>',
        f'<h1 data-pagefind-weight="10">{_safe(document.title)}</h1>',
        f'<p data-pagefind-weight="8">{_safe(" | ".join(document.names))}</p>',
        f'<p data-pagefind-weight="6">{_safe(" | ".join(variants))}</p>',
        f"<p>{_safe('. '.join(text for text in document.text if text))}</p>",
        *(_attribute("meta", name, value) for name, value in document.meta.items() if value),
        *(
            _attribute("filter", name, value)
            for name, each in document.filters.items()
            for value in each
        ),
        *(_attribute("sort", name, value) for name, value in document.sort.items()),
        "</body></html>",
    ]
    return "".join(parts)


def _attribute(use: str, name: str, value: str) -> str:
    return f'<span data-pagefind-{use}="{name}[data-v]" data-v="{_safe(value)}"></span>'


def _safe(text: str) -> str:
    return html.escape(text)
