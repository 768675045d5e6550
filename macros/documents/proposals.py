"""What a proposal rests on, in documents."""

from __future__ import annotations

from ..pages.views.links import View
from .model import Run, Words
from .writing import Writing, dotted, item, spaced, text


def grounds(writing: Writing, found: list[View], noted: bool = True) -> list[Words]:
    """A line for each ground: where it is, which part of it, and what follows from it."""
    return [_ground(writing, it, noted) for it in found]


def _ground(writing: Writing, it: View, noted: bool) -> Words:
    name = item(it["link"])
    if it["second"]:
        name = dotted(name, spaced((Run(it["part"]),), item(it["second"])))
    else:
        name = dotted(name, it["part"])
    note = text(it["note"], quiet=True) if noted else ()
    return spaced((*name, Run(writing.context.words["colon"].rstrip())), note) if note else name
