"""One build of the site: strike the records of each language, then search, sitemap and publication.

MkDocs tells when a language's authored pages are in the staging folder (`finish_language`); after
the last one the whole is indexed and the published site is brought up to date.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field

from .. import search
from ..publication import PublicRegister
from ..text import DEFAULT, LANGUAGES
from . import downloads, mould, record_pages, site


@dataclass(slots=True)
class Build:
    """What one build works on: where MkDocs writes, where the site is, and what is published."""

    staged: str
    published: str
    public: PublicRegister
    root: str = "."
    address: str = ""
    """Where the site will be on the web; empty if that is not known."""
    repository: str = ""
    struck: dict[str, list[str]] = field(default_factory=dict)
    """Addresses of the record pages made so far, by language."""
    made: downloads.Downloads | None = None
    """The files to download, once they have been asked for."""

    def finish_language(self, lang: str) -> None:
        """Strike every record page of a language whose mould MkDocs has just written."""
        root = self.language_root(lang)
        folder = os.path.join(root, *mould.ADDRESS.split("/"))
        with open(os.path.join(folder, "index.html"), encoding="utf-8") as file:
            form = mould.cut(file.read())
        shutil.rmtree(os.path.dirname(folder))
        self.struck[lang] = []
        for page in record_pages.pages(self.public, lang, self.repository):
            site.write(root, f"{page.address}/index.html", mould.strike(form, page))
            self.struck[lang].append(f"{page.address}/")

    def downloads(self) -> downloads.Downloads:
        """The files to download; pages tell their size, so they are made before the first page."""
        if self.made is None:
            self.made = downloads.downloads(self.public, self.root, self.address)
        return self.made

    def finish(self) -> None:
        """Downloads, search index, sitemap, and the staged files in place in the published site."""
        site.adopt(self.downloads().folder, self.staged)
        found = [*search.documents(self.public), *self._authored()]
        search.write_index(found, os.path.join(self.staged, "pagefind"))
        self._complete_sitemap()
        if self.staged != self.published:
            site.update(self.staged, self.published)

    def language_root(self, lang: str) -> str:
        """The folder of a language's pages: the site's own for English, `ar/`, `fr/`."""
        return self.staged if lang == DEFAULT else os.path.join(self.staged, lang)

    def _authored(self) -> Iterator[search.Document]:
        for lang in self.struck:
            root = self.language_root(lang)
            struck = set(self.struck[lang])
            for folder, subfolders, names in os.walk(root):
                inside = os.path.relpath(folder, root).replace(os.sep, "/")
                address = "" if inside == "." else f"{inside}/"
                if not address:
                    others = [code for code in LANGUAGES if lang == DEFAULT and code != DEFAULT]
                    subfolders[:] = [name for name in subfolders if name not in (*others, "assets")]
                if "index.html" in names and address not in struck:
                    with open(os.path.join(folder, "index.html"), encoding="utf-8") as file:
                        document = search.authored(lang, address, file.read())
                    if document:
                        yield document

    def _complete_sitemap(self) -> None:
        """Put the record pages into the sitemap in the place of the mould."""
        path = os.path.join(self.staged, "sitemap.xml")
        with open(path, encoding="utf-8") as file:
            text = file.read()
        blocks = re.findall(r"\s*<url>(?:(?!</url>).)*?zz-kind/zz-key/.*?</url>", text, re.S)
        for block, lang in zip(blocks, self.struck, strict=False):
            pages = (block.replace(f"{mould.ADDRESS}/", address) for address in self.struck[lang])
            text = text.replace(block, "".join(pages))
        site.write(self.staged, "sitemap.xml", text)
        compressed = os.path.join(self.staged, "sitemap.xml.gz")
        if os.path.exists(compressed):
            os.remove(compressed)  # it would still name the mould; servers compress by themselves
