"""`changes.json` and `changes.atom`: what was added to the register and changed in it."""

from __future__ import annotations

import json
import uuid
from typing import Any

from lxml import etree

from ..database.columns import address
from ..database.whole import names_of
from ..register import Entry
from ..text import DEFAULT, LANGUAGES, join, show
from .edition import LICENCE, LICENCE_URL
from .exporter import Exporter
from .history import Change
from .output import DOWNLOADS

FEED_LIMIT = 100
"""How many changes a feed names; `changes.json` has more."""
ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "tag:dalil:changes")
_XML = "{http://www.w3.org/XML/1998/namespace}"


class Changes(Exporter):
    """A list of changes, and a feed of them per language; nothing where history is not known."""

    def finish(self) -> None:
        """Write the files."""
        found = self.edition.changes
        if not found:
            return
        path = f"{DOWNLOADS}/changes.json"
        self.output.write(path, self._json(found))
        self.output.add(path, "changes", "application/json", rows=len(found))
        for lang in LANGUAGES:
            ending = "" if lang == DEFAULT else f".{lang}"
            path = f"{DOWNLOADS}/changes{ending}.atom"
            feed = found[:FEED_LIMIT]
            self.output.write(path, self._atom(feed, lang, path))
            self.output.add(path, f"atom-{lang}", "application/atom+xml", rows=len(feed))

    def _json(self, found: list[Change]) -> str:
        listed = [
            {
                "date": change.date,
                "revision": change.revision,
                "record": address(change.entry),
                "names": _names(change.entry),
                "change": "added" if change.is_new else "changed",
                "fields": list(change.fields),
                "translations": list(change.languages),
            }
            for change in found
        ]
        whole = {"licence": LICENCE, "date": self.edition.date, "site": self.edition.site}
        return json.dumps(whole | {"changes": listed}, ensure_ascii=False, indent=1) + "\n"

    def _atom(self, found: list[Change], lang: str, path: str) -> bytes:
        words = self.edition.words(lang)
        feed = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
        feed.set(f"{_XML}lang", lang)
        _add(feed, "id", uuid.uuid5(_NAMESPACE, f"{self.edition.site} {lang}").urn)
        _add(feed, "title", words["feed_title"])
        _add(feed, "subtitle", words["title"])
        _add(feed, "updated", found[0].date)
        _add(_add(feed, "author"), "name", words["publisher"])
        _add(feed, "rights", f"{words['attribution']} {LICENCE}, {LICENCE_URL}")
        _add(feed, "link", rel="self", type="application/atom+xml", href=self._link(path))
        for change in found:
            self._entry(feed, change, lang)
        return etree.tostring(feed, xml_declaration=True, encoding="utf-8", pretty_print=True)

    def _entry(self, feed: Any, change: Change, lang: str) -> None:
        words = self.edition.words(lang)
        entry = _add(feed, "entry")
        _add(
            entry,
            "id",
            uuid.uuid5(_NAMESPACE, f"{change.revision} {address(change.entry)} {lang}").urn,
        )
        names = _names(change.entry)
        name = show(names, lang).text if names else change.entry.key
        kind = words["added" if change.is_new else "changed"]
        _add(entry, "title", words["change_title"].format(name=name, change=kind))
        _add(entry, "updated", change.date)
        if change.entry.kind in WITH_PAGE:
            page = f"{address(change.entry)}/"
            prefix = "" if lang == DEFAULT else f"{lang}/"
            _add(entry, "link", rel="alternate", type="text/html", href=self._link(prefix + page))
        parts = []
        if change.fields:
            parts.append(words["change_fields"].format(fields=join(list(change.fields), lang)))
        if change.languages:
            shown = join([words[f"language_{code}"] for code in change.languages], lang)
            parts.append(words["change_translations"].format(languages=shown))
        _add(entry, "summary", " ".join(parts) or kind)

    def _link(self, path: str) -> str:
        """A page's address: whole where the site's is known, else as seen from the feed."""
        return self.edition.site + path if self.edition.site else f"../{path}"


WITH_PAGE = ("organisations", "authorities", "legislation", "mechanisms")
"""Kinds of record whose records have a page each."""


def _names(entry: Entry[Any]) -> dict[str, str]:
    return {
        lang: words
        for role, lang, words in names_of(entry)
        if lang and role in ("recorded", "rendering")
    }


def _add(parent: Any, name: str, text: str | None = None, **attributes: str) -> Any:
    child = etree.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    child.text = text
    return child
