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
from .views.law import law
from .views.links import View
from .views.mechanism import mechanism
from .views.organisation import organisation
from .views.theme import on_themes, theme

VIEWS: dict[str, tuple[Callable[[Entry[Any], Context], View], str]] = {
    "organisations": (organisation, "organisation.html"),
    "authorities": (authority, "authority.html"),
    "legislation": (law, "law.html"),
    "mechanisms": (mechanism, "mechanism.html"),
}
"""By kind of record: what makes its view, and the template that prints it."""


def pages(
    public: PublicRegister, lang: str, repository: str = "", has_sheets: bool = False
) -> Iterator[RecordPage]:
    """The pages of all records and themes in a language.

    `repository` is the web address where records can be edited; empty, pages say how else.
    `has_sheets` lets organisations' pages lead to their sheets.
    """
    shared = context(public, lang, repository, has_sheets)
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
    record, lang = entry.record, shared.lang
    if entry.kind == "organisations":
        about = join([shared.term("themes", term) for term in record.themes], lang)
    elif entry.kind == "legislation":
        about = shared.term("law-subjects", record.subject)
    else:
        vocabulary = "authority-kinds" if entry.kind == "authorities" else "mechanism-kinds"
        about = shared.term(vocabulary, record.kind)
    name = shared.links.to[entry.kind][entry.key]["text"]
    return f"{name} · {shared.countries[entry.country]['text']} · {about}"
