"""One build of the site: strike the records of each language, then search, sitemap and publication.

MkDocs tells when a language's authored pages are in the staging folder (`finish_language`); after
the last one the whole is indexed and the published site is brought up to date.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from .. import store
from ..parallel import Helper, cores, in_turns
from ..progress import step
from ..publication import PublicRegister
from ..text import DEFAULT, LANGUAGES
from . import data_files, mould, origins, record_pages, site, striking
from .blocks import charts
from .blocks.common import Place
from .blocks.database import downloads as list_of_downloads
from .downloads import Downloads
from .downloads import downloads as downloads_of
from .downloads import prepare as prepare_downloads
from .indexing import AuthoredPage, Indexing, Made
from .kept import LARGE, keep
from .site import Published
from .striking import Struck
from .views.papers import Papers

NOT_FOUND = "404.html"
LATER = '<div class="zz-downloads"></div>'
"""Stands where the list of downloads will be."""


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
    papers: Papers = field(default_factory=dict)
    """The documents that pages of records lead to."""
    has_downloads: bool = True
    has_search: bool = True
    struck: dict[str, list[str]] = field(default_factory=dict)
    """Addresses of the record pages made so far, by language."""
    made: Downloads | None = None
    """The files to download, once they have been asked for."""
    wait_for_downloads: set[str] = field(default_factory=set)
    """Addresses of the authored pages that list the downloads."""
    files: dict[str, str] = field(default_factory=dict)
    """Files made elsewhere, by their place in the site."""
    site: Published = field(init=False)
    _said: origins.Content = field(init=False)
    _indexing: Indexing = field(init=False)
    _languages: list[striking.Language] = field(default_factory=list)
    """The languages that MkDocs has finished."""
    _helpers: list[Helper] = field(default_factory=list)
    """What makes each of them: its record pages, unless there are very many, and their data."""
    _indices: dict[str, Helper] = field(default_factory=dict)
    """What makes the search index of each, unless there are very many."""
    _at_downloads: Helper | None = None
    """What makes the files to download while MkDocs is at work on pages."""
    _not_found: str = ""

    def __post_init__(self) -> None:
        self.site = Published(self.root, self.published, self.staged != self.published)
        self._indexing = Indexing(self.public, self.root, self.staged, self.site)

    def begin(self) -> None:
        """Begin in other processes with what takes long and is not needed at once.

        A process that looks at all records takes as much memory as this one, so for a large
        register there is none beside it.
        """
        charts.begin(Place(self.public, DEFAULT, "", self.root))
        if self.has_downloads and not self.is_large:
            self._at_downloads = prepare_downloads(self.public, self.root, self.address)

    def finish_language(self, lang: str) -> None:
        """Take the mould that MkDocs has just written, for the record pages of a language.

        MkDocs goes on with the next language while other processes make the rest of this one.
        """
        if self._helpers and self.is_large:
            self._helpers[-1].result()  # for the memory that each takes
        folder = "" if lang == DEFAULT else lang
        self._keep_not_found(lang)
        form = self._form(os.path.join(self.language_root(lang), *mould.ADDRESS.split("/")))
        code = store.code_version("")
        language = striking.Language(
            lang, form, code, self.staged, folder, self.site, self.repository, self.papers
        )
        if not self._languages:  # once for all languages
            data_files.prepare(self.public)
            self._said = origins.content(self.public)
        wanted = record_pages.addresses(self.public)
        self.struck[lang] = [f"{kind}/{key}/" for kind, key in wanted]
        self._languages.append(language)
        self._helpers.append(Helper(partial(self._pages, language), can_wait=True))
        if self.has_search and not self.is_large:
            self._indices[lang] = Helper(partial(self._index, lang), can_wait=True)

    def _pages(self, language: striking.Language) -> list[Struck]:
        """Write the data of a language, and its record pages where they can be made by one."""
        data = striking.write_data(language, self.public)
        if self.is_large:
            return data
        return data + striking.strike([language], self.public, self._said)

    def _keep_not_found(self, lang: str) -> None:
        """Keep the default language's page for addresses that do not exist: all write the same."""
        path = os.path.join(self.staged, NOT_FOUND)
        if lang == DEFAULT and os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                self._not_found = file.read()
        elif self._not_found:
            site.write(self.staged, NOT_FOUND, self._not_found)

    @property
    def is_large(self) -> bool:
        """Whether memory counts for more than that all cores are at work at any time."""
        return len(self.public.organisations) > LARGE

    def _form(self, folder: str) -> mould.Mould:
        """The mould that MkDocs wrote; its folder is no page of the site."""
        with open(os.path.join(folder, "index.html"), encoding="utf-8") as file:
            form = mould.cut(file.read())
        shutil.rmtree(os.path.dirname(folder))
        return form

    def downloads_later(self, address: str) -> str:
        """A mark for the list of downloads on a page, which tells their sizes."""
        self.wait_for_downloads.add(address)
        return LATER

    def downloads(self) -> Downloads:
        """The files to download, made by now."""
        if self.made is None:
            with step("downloads"):
                if self._at_downloads:
                    self._at_downloads.result()
                self.made = downloads_of(self.public, self.root, self.address)
        return self.made

    def _list_downloads(self) -> None:
        """Put the list of downloads in the place of its marks."""
        for lang in self.struck:
            for address in self.wait_for_downloads:
                place = Place(self.public, lang, "../" * address.count("/"), self.root)
                folder = os.path.join(self.language_root(lang), address)
                with open(os.path.join(folder, "index.html"), encoding="utf-8") as file:
                    page = file.read().replace(LATER, list_of_downloads(place, self.downloads()))
                site.write(folder, "index.html", page)

    def finish(self) -> None:
        """Search index, downloads, sitemap, and the staged files in place in the published site.

        One after the other, since each of them takes much memory for a large register.
        """
        with step("pages"):
            struck = []
            if self.is_large:
                struck = striking.strike(self._languages, self.public, self._said, cores())
            marks = dict(struck + [it for helper in self._helpers for it in helper.result()])
        with step("search"):
            kept = self._indexing.finish(self._made_indices()) if self.has_search else set()
        if self.has_downloads:
            self.files |= self.downloads().by_place()
        self._list_downloads()
        keep()
        kept |= self._adopt()
        self._complete_sitemap()
        with step("site"):
            if self.staged != self.published:
                self.site.update(self.staged, marks, kept)

    def _adopt(self) -> set[str]:
        """Put files made elsewhere into the staged site, save those that the published one has."""
        kept = set(self.site.same(self.files))
        site.adopt({path: it for path, it in self.files.items() if path not in kept}, self.staged)
        return kept

    def _made_indices(self) -> dict[str, Made]:
        """What was made of each language's index, now or meanwhile."""
        if not self.is_large:
            return {lang: helper.result() for lang, helper in self._indices.items()}
        contents = in_turns(self._contents, list(self.struck), 1, cores(), "search")
        # Pagefind takes much memory for each language.
        return {
            lang: self._indexing.index(content)
            for lang, content in zip(self.struck, contents, strict=True)
        }

    def _contents(self, languages: Sequence[str]) -> list[Made]:
        return [self._indexing.content(lang, self._authored(lang)) for lang in languages]

    def _index(self, lang: str) -> Made:
        """Make the index of a language."""
        return self._indexing.index(*self._contents([lang]))

    def language_root(self, lang: str) -> str:
        """The folder of a language's pages: the site's own for English, `ar/`, `fr/`."""
        return self.staged if lang == DEFAULT else os.path.join(self.staged, lang)

    def _authored(self, lang: str) -> Iterator[AuthoredPage]:
        for address in self._authored_addresses(lang):
            file = os.path.join(self.language_root(lang), address, "index.html")
            with open(file, encoding="utf-8") as page:
                yield address, page.read()

    def _authored_addresses(self, lang: str) -> Iterator[str]:
        root, struck = self.language_root(lang), set(self.struck[lang])
        others = [code for code in LANGUAGES if lang == DEFAULT and code != DEFAULT]
        for folder, subfolders, names in os.walk(root):
            inside = os.path.relpath(folder, root).replace(os.sep, "/")
            address = "" if inside == "." else f"{inside}/"
            subfolders[:] = [name for name in subfolders if f"{address}{name}/" not in struck]
            if not address:
                subfolders[:] = [name for name in subfolders if name not in (*others, "assets")]
            if "index.html" in names:
                yield address

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
