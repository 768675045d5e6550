"""What blocks share: the page they stand on, and ordered entries with their links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ...derived import names_of
from ...model.common import Source
from ...publication import PublicRegister
from ...register import Entry
from ...text import DEFAULT, Localised, date, pick, show, sort_key, spoken
from ..rendering import render

_LINE_BREAKS = re.compile(r"\s*\n\s*")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: its register, its language and the way to the language's root."""

    public: PublicRegister
    lang: str
    base: str
    project: str = ""
    """The folder of the project, for blocks about its authored pages."""

    @property
    def root(self) -> str:
        """The way to the root of the whole site, where assets are."""
        return self.base if self.lang == DEFAULT else f"{self.base}../"

    def block(self, template: str, **context: Any) -> str:
        """The block's HTML on one line."""
        html = render(f"blocks/{template}.html", context | {"base": self.base, "lang": self.lang})
        return _LINE_BREAKS.sub(" ", html).strip()

    def text(self, text: Localised) -> dict[str, str]:
        """A text with the language and direction it is really in."""
        shown = show(text, self.lang)
        return {"text": shown.text, "lang": shown.lang, "dir": shown.dir}

    def typed(self, text: str) -> dict[str, str]:
        """A name or title as typed, with the language and direction it seems to be in."""
        shown = spoken(text)
        return {"text": shown.text, "lang": shown.lang, "dir": shown.dir}

    def source(self, source: Source) -> dict[str, Any]:
        """What the line of a source prints."""
        return {
            "title": self.typed(source.title),
            "publisher": self.typed(source.publisher) if source.publisher else None,
            "date": date(source.date, self.lang) if source.date else "",
            "url": source.url or "",
        }

    def label(self, vocabulary: str, term: str) -> str:
        """A term's label in the language of the page."""
        return pick(self.public.vocabularies[vocabulary].record.terms[term].labels, self.lang)

    def country(self, code: str) -> str:
        """A country's name in the language of the page."""
        return pick(self.public.countries[code].record.names, self.lang)

    def sorted(self, entries: Iterable[Entry[Any]]) -> list[Entry[Any]]:
        """Entries by name, in the order of the page's language."""
        return sorted(entries, key=lambda it: sort_key(pick(names_of(it.record), self.lang)))

    def name(self, entry: Entry[Any]) -> dict[str, str]:
        """The name or title of a record."""
        return self.text(names_of(entry.record))

    def link(self, entry: Entry[Any]) -> dict[str, str]:
        """A record's name and the way to its page."""
        way = f"{self.base}{entry.kind}/{entry.key}/"
        return self.name(entry) | {"href": way, "gloss": entry.gloss.get(self.lang, "")}

    def in_country(self, kind: str, country: str) -> list[Entry[Any]]:
        """A country's records of a kind, by name."""
        return self.sorted(e for e in self.public.of(kind).values() if e.country == country)
