"""A document as one HTML file that needs nothing beside it, for mail and screens."""

from __future__ import annotations

from typing import Any

from ..pages.rendering import render
from ..text import LANGUAGES
from ..words import words
from .model import Document, as_data


def html(document: Document) -> bytes:
    """The file's bytes, the same for the same document."""
    data = as_data(document)
    notes: dict[str, int] = {}
    for part in ("title", "blocks"):
        _prepare(data[part], notes)
    ordered = [data["notes"][name] for name in notes]
    _prepare(ordered, notes)
    context = {
        "doc": data,
        "notes": ordered,
        "contents": _contents(data["blocks"]) if document.form == "book" else [],
        "plain_title": document.plain_title,
        "dir": LANGUAGES[document.lang].dir,
        "words": words("documents", document.lang),
    }
    return render("document.html", context).encode()


def _prepare(value: Any, notes: dict[str, int]) -> None:
    """Number notes as their marks appear, and tell the direction of text in other languages."""
    if isinstance(value, list):
        for it in value:
            _prepare(it, notes)
    elif isinstance(value, dict):
        if "text" in value and "note" in value:
            value["mark"] = notes.setdefault(value["note"], len(notes) + 1)
        if value.get("lang"):
            value["dir"] = LANGUAGES[value["lang"]].dir if value["lang"] in LANGUAGES else "auto"
        for it in value.values():
            _prepare(it, notes)


def _contents(blocks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The headings of the first level, each with an anchor of its own."""
    found = [it for it in blocks if it["kind"] == "heading" and it["level"] == 1]
    for number, heading in enumerate(found, 1):
        heading["id"] = f"section-{number}"
    return found
