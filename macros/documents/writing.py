"""From the views of record pages to the words of a document, with its notes.

A view is what a record's page prints: texts, links and numbers of sources. On paper links within
the site become plain words, and numbers of sources become notes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from ..pages.views.common import Context
from ..pages.views.links import View
from ..register import Entry
from ..words import words
from .model import Run, Words, plain

SHOWN_ADDRESS = 60
"""Letters of an address that are printed; a longer one is cut to its host."""


@dataclass(slots=True)
class Writing:
    """The words of one language, and the sources that one document may cite."""

    context: Context
    site: str = ""
    """The folder of the built site, whose authored pages documents quote; may be empty."""
    notes: dict[str, Words] = field(default_factory=dict)

    @property
    def lang(self) -> str:
        """The language of the document."""
        return self.context.lang

    @property
    def phrases(self) -> dict[str, str]:
        """The words of documents."""
        return words("documents", self.lang)

    def say(self, phrase: str, **values: str) -> str:
        """A phrase of documents with its places filled in."""
        return self.phrases[phrase].format_map(values)

    def view(self, key: str, view: View) -> View:
        """The view as it is, its sources made ready to be cited."""
        for index, source in enumerate(view["sources"], 1):
            self.notes[f"{key}-{index}"] = source_words(source)
        return view

    def refs(self, key: str, numbers: Iterable[int]) -> Words:
        """Marks of the notes for sources of a record, a space between them."""
        return spaced(*((Run("", note=f"{key}-{number}"),) for number in numbers))

    def items(self, items: Iterable[View]) -> Words:
        """Several values in a row."""
        return joined(self.context.words["comma"], map(item, items))

    def labelled(self, label: str, value: Words) -> Words:
        """A label, a colon, the value; nothing where there is no value."""
        return (Run(label + self.context.words["colon"], strong=True), *value) if value else ()


def place_of(entry: Entry[Any]) -> str:
    """The name of a record within documents: its kind and key, as keys may recur among kinds."""
    return f"{entry.kind}/{entry.key}"


def text(view: View | None, strong: bool = False, quiet: bool = False) -> Words:
    """A text of a view, marked with its language where that is not the document's."""
    if not view:
        return ()
    return (Run(view["text"], lang=view.get("lang", ""), strong=strong, quiet=quiet),)


def item(view: View) -> Words:
    """A value of a view: a link out of the site stays one, a link within it does not."""
    ltr = bool(view.get("ltr"))
    href = view.get("href", "") if ltr else ""
    run = Run(view["text"], lang=view.get("lang", ""), ltr=ltr, href=href)
    gloss = (Run(f" [{view['gloss']}]", quiet=True),) if view.get("gloss") else ()
    place = (Run(f" ({view['place']})", quiet=True),) if view.get("place") else ()
    return (run, *gloss, *place)


def with_acronym(name: Words, acronym: str | None) -> Words:
    """A name with its acronym behind it, unless the name holds it."""
    if not acronym or f"({acronym})" in plain(name):
        return name
    return spaced(name, (Run(f"({acronym})", ltr=True),))


def dotted(*parts: Words | str) -> Words:
    """Parts with a middle dot between them, which begins no line; empty ones are left out."""
    filled = (part for part in parts if part)
    return joined("\u00a0· ", ((Run(it),) if isinstance(it, str) else it for it in filled))


def spaced(*parts: Words) -> Words:
    """Parts with a space between them; empty ones are left out."""
    return joined(" ", parts)


def in_lines(parts: Iterable[Words]) -> Words:
    """Parts on lines of their own within one paragraph or cell; empty ones are left out."""
    return joined("\n", parts)


def joined(sign: str, parts: Iterable[Words]) -> Words:
    """Parts with a sign between them; empty ones are left out."""
    found: list[Run] = []
    for part in parts:
        if part:
            found += [Run(sign)] * bool(found) + [*part]
    return tuple(found)


def source_words(source: View) -> Words:
    """A source as a note: title, language, publisher, kind and dates, address."""
    title = (Run(source["title"], lang=source["lang"]),) if source["title"] else ()
    language = f"({source['language']})" if source["language"] else ""
    named = spaced(title, (Run(language),) if language else ())
    address = source["href"]
    link = (Run(shown_address(address), href=address, ltr=True),) if address else ()
    return dotted(named, text(source["publisher"]), *source["about"], link)


def shown_address(url: str) -> str:
    """An address as it is printed: what can be typed in full, else its host."""
    shown = url.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    if len(shown) <= SHOWN_ADDRESS and "%" not in shown:
        return shown
    return (urlsplit(url).hostname or "").removeprefix("www.") + "/…"
