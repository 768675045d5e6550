"""The search index of a build: a language at a time, and only where what it holds has changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .. import search, search_index, store
from ..publication import PublicRegister
from .origins import digest
from .site import Published

AuthoredPage = tuple[str, str]
"""The address of a page below its language's root, and the page."""
Made = dict[str, Any]
"""What is kept of a language's index: what it is made from, Pagefind's entry, and its files."""


@dataclass(slots=True)
class Indexing:
    """What makes the index, for a register and the folder of a build."""

    public: PublicRegister
    root: str
    staged: str
    site: Published
    """The published site, which may hold the index as it was."""

    def content(self, lang: str, pages: Iterator[AuthoredPage]) -> Made:
        """What the index of a language is made from; `pages` are authored.

        Where the published site has that index, it is what was kept of it. Else the pages for
        Pagefind are written into a new `folder`. Records are not looked at when they did not
        change, nor the text of pages.
        """
        found = list(pages)
        read = digest("".join(f"{address}\n{page}" for address, page in found))
        origin = {"register": self._register(), "read": read}
        kept = self._kept(lang)
        if kept and self._is_same(kept, origin):
            return kept
        folder = search_index.folder_for_pages()
        authored = (search.authored(lang, address, page) for address, page in found)
        content = {
            "records": search_index.write_pages(self.public, lang, folder),
            "authored": search_index.write_pages_of((it for it in authored if it), folder),
        }
        if kept and self._is_same(kept, content):
            shutil.rmtree(folder)
            return kept | origin
        return {**origin, **content, "folder": folder}

    def index(self, content: Made) -> Made:
        """Make the index of a language, where it is not there."""
        if "folder" not in content:
            return content
        made = {name: value for name, value in content.items() if name != "folder"}
        entry, files = search_index.write_index(content["folder"], self._folder)
        return {**made, "entry": entry, "files": files}

    def finish(self, made: Mapping[str, Made]) -> set[str]:
        """Complete the index of all languages; the files of the published site that stay."""
        search_index.write_entry(self._folder, [it["entry"] for it in made.values()])
        store.write(self._path, _made_by(), dict(made))
        files = {path for it in made.values() for path in self._places(it)}
        return {path for path in files if not os.path.exists(os.path.join(self.staged, path))}

    @property
    def _folder(self) -> str:
        return os.path.join(self.staged, search_index.FOLDER)

    @property
    def _path(self) -> str:
        return os.path.join(self.root, store.FOLDER, "search")

    def _kept(self, lang: str) -> Made | None:
        """What was made last for a language, if the site still holds it."""
        kept: Made | None = (store.read(self._path, _made_by()) or {}).get(lang)
        places = self._places(kept) if kept else []
        there = self.site.others_below(search_index.FOLDER)
        return kept if there.issuperset(places) and self.site.holds(places) else None

    def _register(self) -> str:
        made_from = self.public.made_from
        return digest(made_from + store.code_version("")) if made_from else ""

    @staticmethod
    def _places(made: Made) -> Sequence[str]:
        return [f"{search_index.FOLDER}/{path}" for path in made["files"]]

    @staticmethod
    def _is_same(kept: Made, now: Mapping[str, str]) -> bool:
        return all(value and kept[name] == value for name, value in now.items())


def _made_by() -> str:
    """What identifies the code and the program that make an index."""
    return store.code_version("pages/indexing.py") + search_index.made_by()
