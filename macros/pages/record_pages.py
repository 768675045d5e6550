"""Every record's page in a language: view, template, title and description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ..publication import PublicRegister
from ..register import Entry
from ..text import join
from .mould import RecordPage
from .rendering import render
from .views.authority import authority
from .views.common import Context, context
from .views.crime import crime
from .views.finding import finding
from .views.instrument import instrument
from .views.law import law
from .views.links import View
from .views.mechanism import mechanism
from .views.organisation import organisation
from .views.practice import practice
from .views.theme import on_themes, theme

VIEWS: dict[str, tuple[Callable[[Entry[Any], Context], View], str]] = {
    "organisations": (organisation, "organisation.html"),
    "authorities": (authority, "authority.html"),
    "legislation": (law, "law.html"),
    "mechanisms": (mechanism, "mechanism.html"),
    "practices": (practice, "practice.html"),
    "instruments": (instrument, "instrument.html"),
    "findings": (finding, "finding.html"),
    "crimes": (crime, "crime.html"),
}
"""By kind of record: what makes its view, and the template that prints it."""
ABOUT = {
    "authorities": ("kind", "authority-kinds"),
    "legislation": ("subject", "law-subjects"),
    "mechanisms": ("kind", "mechanism-kinds"),
    "practices": ("form", "cooperation-forms"),
    "instruments": ("kind", "instrument-kinds"),
    "findings": ("kind", "finding-kinds"),
    "crimes": ("topic", "crime-topics"),
}
"""By kind of record: the field that says what it is about, and the vocabulary of its terms."""


def pages(public: PublicRegister, lang: str, repository: str = "") -> Iterator[RecordPage]:
    """The pages of all records and themes in a language.

    `repository` is the web address where records can be edited; empty, pages say how else.
    """
    shared = context(public, lang, repository)
    for kind, (view_of, template) in VIEWS.items():
        for entry in public.of(kind).values():
            view = view_of(entry, shared)
            yield _page(kind, entry.key, view, template, shared, _description(entry, shared))
    yield from _themes(shared)


def _themes(shared: Context) -> Iterator[RecordPage]:
    on = on_themes(shared)
    for term in shared.labels["themes"]:
        view = theme(term, shared, on)
        yield _page("themes", term, view, "theme.html", shared, view["definition"]["text"])


def _page(
    kind: str, key: str, view: View, template: str, shared: Context, description: str
) -> RecordPage:
    title: str = view["title"]["text"]
    body = render(template, {"v": view, "w": shared.words})
    return RecordPage(kind, key, title, description, body)


def _description(entry: Entry[Any], shared: Context) -> str:
    """What a search engine shows under the title: name, country, and themes or kind."""
    place = shared.countries[entry.country]["text"] if entry.country else ""
    name = shared.links.to[entry.kind][entry.key]["text"]
    return " · ".join(part for part in (name, place, _about(entry, shared)) if part)


def _about(entry: Entry[Any], shared: Context) -> str:
    """Themes, subject, form or kind of a record, in words."""
    if entry.kind == "organisations":
        return join([shared.term("themes", term) for term in entry.record.themes], shared.lang)
    field, vocabulary = ABOUT[entry.kind]
    return shared.term(vocabulary, getattr(entry.record, field))
