"""What every document begins and ends with: names, the day of its data, licence and notices."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..pages.views.common import date
from ..register import Entry
from .model import Block, Document, Run, Words, words_of
from .writing import Writing


def book(writing: Writing, kind: str, country: str, blocks: list[Block]) -> Document:
    """A book on a country: title page, contents, numbered sections."""
    name = str(writing.context.countries[country]["text"])
    entries = [it for it in writing.context.public.entries() if it.country == country]
    title = (Run(writing.say(f"{kind}_title", country=name)),)
    about = [writing.say(f"{kind}_about"), writing.say("how_read"), *closing(writing, entries)]
    return _document(writing, "book", f"{kind}-{country}", title, kind, entries, about, blocks)


def volume(
    writing: Writing, kind: str, name: str, title: Words, subtitle: str,
    entries: list[Entry[Any]], blocks: list[Block],
) -> Document:  # fmt: skip
    """A book with a title of its own; `entries` are the records that it speaks of."""
    about = [writing.say(f"{kind}_about"), *closing(writing, entries)]
    return _document(writing, "book", name, title, kind, entries, about, blocks, subtitle)


def sheet(
    writing: Writing, kind: str, name: str, title: Words, entries: list[Entry[Any]],
    blocks: list[Block], subtitle: str = "",
) -> Document:  # fmt: skip
    """A sheet of a page or two; `entries` are the records that it speaks of."""
    about = closing(writing, entries)
    return _document(writing, "sheet", name, title, kind, entries, about, blocks, subtitle)


def closing(writing: Writing, entries: Iterable[Entry[Any]]) -> list[str]:
    """Notices: translations that await review, where it comes from, licence, corrections."""
    unreviewed = any(writing.lang in entry.unreviewed for entry in entries)
    notices = [writing.say("unreviewed")] if unreviewed else []
    return [*notices, writing.say("licence"), writing.say("corrections")]


def newest(entries: Iterable[Entry[Any]], today: str) -> str:
    """The newest day on which a source of the records was published, seen or verified.

    Unlike the day of the build it changes with the data alone, so that the same records make the
    same document. Days in the future, such as the end of a plan, are left out.
    """
    days = [""]
    for entry in entries:
        days += [str(it.get(name, "")) for it in entry.sources.values() for name in _DATES]
        days.append(str(entry.data.get("collection", {}).get("last_verified", "")))
    return max(day for day in days if day <= today)


_DATES = ("date", "accessed")


def _document(
    writing: Writing, form: Any, name: str, title: Words, kind: str, entries: list[Entry[Any]],
    about: list[str], blocks: list[Block], subtitle: str = "",
) -> Document:  # fmt: skip
    day = newest(entries, writing.context.public.today.isoformat())
    dated = writing.say("newest", date=date(day, writing.lang)) if day else writing.say("undated")
    cited = dict.fromkeys(run.note for words in words_of(blocks) for run in words if run.note)
    return Document(
        name=name,
        lang=writing.lang,
        form=form,
        title=title,
        subtitle=subtitle or writing.say(f"{kind}_subtitle"),
        description=writing.say(f"{kind}_about"),
        date=day,
        dated=dated,
        about=tuple(about),
        blocks=tuple(blocks),
        notes={name: writing.notes[name] for name in cited},
    )
