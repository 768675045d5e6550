"""Every record's page in a language: view, template, title and description."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from ..publication import PublicRegister
from ..register import Entry
from ..text import join, pick
from .mould import RecordPage
from .rendering import render
from .views.authority import authority
from .views.common import Context, context
from .views.crime import crime
from .views.event import event
from .views.finding import finding
from .views.instrument import instrument
from .views.law import law
from .views.links import View
from .views.mechanism import mechanism
from .views.module import module
from .views.organisation import organisation
from .views.papers import Papers
from .views.plan import plan
from .views.practice import practice
from .views.theme import OnThemes, on_themes, theme

VIEWS: dict[str, tuple[Callable[[Entry[Any], Context], View], str]] = {
    "organisations": (organisation, "organisation.html"),
    "authorities": (authority, "authority.html"),
    "legislation": (law, "law.html"),
    "mechanisms": (mechanism, "mechanism.html"),
    "practices": (practice, "practice.html"),
    "instruments": (instrument, "instrument.html"),
    "findings": (finding, "finding.html"),
    "crimes": (crime, "crime.html"),
    "events": (event, "event.html"),
    "action-plans": (plan, "plan.html"),
    "modules": (module, "module.html"),
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
    "events": ("kind", "event-kinds"),
}
"""By kind of record: the field that says what it is about, and the vocabulary of its terms."""


Address = tuple[str, str]
"""Kind and key of the record or theme that a page is of."""


@dataclass(frozen=True, slots=True)
class Draft:
    """All that a page is made from: if it is the same, so is the page."""

    kind: str
    key: str
    view: View
    template: str
    description: str

    def page(self, phrases: dict[str, str]) -> RecordPage:
        """The page with its body, in the words of its language."""
        body = render(self.template, {"v": self.view, "w": phrases})
        title: str = self.view["title"]["text"]
        lang: str = self.view["title"].get("lang", "")
        return RecordPage(self.kind, self.key, title, self.description, body, lang)


def addresses(public: PublicRegister) -> list[Address]:
    """Every page there is, the same in all languages."""
    records = [(kind, key) for kind in VIEWS for key in public.of(kind)]
    return records + [("themes", term) for term in public.vocabularies["themes"].record.terms]


class Drafts:
    """Drafts of pages, in what the pages of their language share."""

    def __init__(self, shared: Context) -> None:
        self._shared = shared

    @cached_property
    def _on(self) -> OnThemes:
        return on_themes(self._shared)  # once, as it looks at every organisation

    def of(self, address: Address) -> Draft:
        """The draft of a page."""
        (kind, key), shared = address, self._shared
        if kind == "themes":
            view = theme(key, shared, self._on)
            return Draft(kind, key, view, "theme.html", view["definition"]["text"])
        view_of, template = VIEWS[kind]
        entry = shared.public.of(kind)[key]
        return Draft(kind, key, view_of(entry, shared), template, _description(entry, shared))


def pages(
    public: PublicRegister, lang: str, repository: str = "", papers: Papers | None = None
) -> Iterator[RecordPage]:
    """The pages of all records and themes in a language.

    `repository` is the web address where records can be edited; empty, pages say how else.
    `papers` are the documents that pages lead to.
    """
    shared = context(public, lang, repository, papers)
    drafts = Drafts(shared)
    for address in addresses(public):
        yield drafts.of(address).page(shared.words)


def _description(entry: Entry[Any], shared: Context) -> str:
    """What a search engine shows under the title: name, country, and themes or kind."""
    place = shared.countries[entry.country]["text"] if entry.country else ""
    name = shared.links.to[entry.kind][entry.key]["text"]
    return " · ".join(part for part in (name, place, _about(entry, shared)) if part)


def _about(entry: Entry[Any], shared: Context) -> str:
    """Themes, subject, form or kind of a record, in words."""
    if entry.kind == "organisations":
        return join([shared.term("themes", term) for term in entry.record.themes], shared.lang)
    if entry.kind in ("action-plans", "modules"):
        return pick(entry.record.summary, shared.lang)
    field, vocabulary = ABOUT[entry.kind]
    return shared.term(vocabulary, getattr(entry.record, field))
