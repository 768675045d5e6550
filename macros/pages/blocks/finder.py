"""Who can help: the short question on the home page, and the page that answers it."""

from __future__ import annotations

from typing import Any

from ...finder import Need, facts
from ...finder.texts import Texts
from ...text import pick
from .common import Place
from .directory import _countries

GROUPS = ("case", "service")
DATA = "finder.json"
"""The file beside the page that holds everything it answers from; see `pages/data_files.py`."""


def finder(place: Place) -> str:
    """The question, room for its answer, and plain lists for readers without JavaScript."""
    texts = Texts(place.public, place.lang)
    services = texts.labels("services")
    return place.block(
        "finder",
        **_question(place, texts),
        services=list(services.items()),
        needs_plain=_plain(place, texts),
        json=DATA,
    )


def who_can_help(place: Place) -> str:
    """The short question: what is needed, and in which country."""
    return place.block("who-can-help", **_question(place, Texts(place.public, place.lang)))


def _question(place: Place, texts: Texts) -> dict[str, Any]:
    """Needs by group, countries and words: what both forms ask with; the way to their style."""
    return {
        "groups": [
            {"label": texts.words[f"group_{group}"], "needs": _needs(place, group)}
            for group in GROUPS
        ],
        "countries": [(code, place.country(code)) for code in _countries(place)],
        "words": texts.words,
        "root": place.root,
    }


def _needs(place: Place, group: str) -> list[tuple[str, str]]:
    vocabulary = place.public.vocabularies.get("needs")
    return [
        (key, pick(term.labels, place.lang))
        for key, term in (vocabulary.record.terms if vocabulary else {}).items()
        if (term.attributes or {}).get("group") == group
    ]


def _plain(place: Place, texts: Texts) -> list[dict[str, Any]]:
    """Each need with its meaning, and the pages of the themes that answer it."""
    vocabulary = place.public.vocabularies.get("needs")
    terms = vocabulary.record.terms if vocabulary else {}
    return [
        {
            "label": pick(terms[need.key].labels, place.lang),
            "about": place.text(terms[need.key].definition),
            "themes": [
                {"label": texts.label("themes", it), "href": f"{place.base}themes/{it}/"}
                for it in _themes(need)
            ],
        }
        for need in facts(place.public).needs
    ]


def _themes(need: Need) -> list[str]:
    return need.themes or need.topics
