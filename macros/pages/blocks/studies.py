"""Studies and guides: what each states, and how many of its claims name their source."""

from __future__ import annotations

from typing import Any

from ...authored import Page, pages
from ...claims import claims
from ...text import number
from ...words import words
from .common import Place


def claims_of(place: Place, folder: str) -> str:
    """The pages of a folder with their words, claims and cited records, in the page's language."""
    found = [it for it in pages(place.project).values() if it.path.startswith(f"docs/{folder}/")]
    rows = [
        _row(place, page)
        for page in found
        if page.lang == place.lang and not page.address.endswith(f"{folder}/")
    ]
    return place.block("claims", rows=rows, words=words("evidence", place.lang))


def _row(place: Place, page: Page) -> dict[str, Any]:
    made = claims(page)
    return {
        "title": str(page.front.get("title", page.path)),
        "href": place.base + page.address,
        "words": number(made.words, place.lang),
        "claims": number(len(made.sentences), place.lang),
        "cited": number(made.cited, place.lang),
        "records": number(len(made.keys), place.lang),
    }
