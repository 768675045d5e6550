"""Striking the record pages: on all cores, and only those that changed.

What a page is made from has a digest. A page whose digest is that of the published one, which lies
there as it was left, is not made again. For pages of organisations, of which there may be very
many, the digest can be told without making their view; for the others it is that of the view.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from ..parallel import FEW, in_turns
from ..publication import PublicRegister
from . import mould, site
from .data_files import data_files
from .origins import Content, Origins, digest
from .record_pages import Address, Drafts, addresses
from .site import Mark, Published
from .views.common import context
from .views.papers import Papers

Struck = tuple[str, Mark]
"""Where a page lies below the root of the site, and its mark."""

PIECE = 250
"""Records whose pages one process strikes, which then ends: so few records are in its memory."""


@dataclass(frozen=True)
class Language:
    """What the pages of a language are struck with, and where they go."""

    lang: str
    form: mould.Mould
    code: str
    """What identifies the code and templates that make pages."""
    staged: str
    folder: str
    """The language's folder below the staged and the published site; empty for the first."""
    published: Published
    repository: str
    papers: Papers
    """The documents that pages lead to."""

    def path(self, address: Address) -> str:
        """Where a page lies below the root of the site."""
        return "/".join(part for part in (self.folder, *address, "index.html") if part)

    @cached_property
    def common(self) -> str:
        """The digest of what all pages of the language are made from."""
        whole = f"{self.code}{self.form}{self.repository}{self.papers}"
        return digest(whole)


def strike(
    languages: Sequence[Language], public: PublicRegister, said: Content, workers: int = 0
) -> list[Struck]:
    """Strike all pages; the mark of each, unchanged ones too.

    A record's pages are struck one after another in all languages, while it is at hand.
    `workers` is how many processes may strike at once, each a few of the records; without them
    all are struck here.
    """
    strikers = [_Striker(language, public, said) for language in languages]
    kept, changed = [], []
    for address in addresses(public):
        found = [striker.kept(address) for striker in strikers]
        if None in found:
            changed.append(address)
        else:
            kept += [it for it in found if it]
    work = partial(_strike, strikers)
    if not workers or len(changed) <= FEW:
        made = work(changed)
    else:
        # A page of each kind is struck here, so that no copy of this need read templates and words.
        first = list({address[0]: address for address in changed}.values())
        rest = [it for it in changed if it not in first]
        made = work(first) + in_turns(work, rest, PIECE, workers, "pages")
    return kept + [struck for pages in made for struck in pages]


def write_data(language: Language, public: PublicRegister) -> list[Struck]:
    """Write the files that pages of the language load, where the register or the code changed."""
    made_from = digest(f"{language.code}{public.made_from}") if public.made_from else ""
    found = []
    for name, make in data_files(public, language.lang).items():
        path = f"{language.folder}/{name}".lstrip("/")
        kept = language.published.unchanged(path, made_from) if made_from else None
        found.append((path, kept or site.write_marked(language.staged, path, make(), made_from)))
    return found


class _Striker:
    """Strikes the pages of a language."""

    def __init__(self, language: Language, public: PublicRegister, said: Content) -> None:
        self._language = language
        self._shared = context(public, language.lang, language.repository, language.papers)
        self._origins = Origins(self._shared, language.common, said)
        self._drafts = Drafts(self._shared)

    def kept(self, address: Address) -> Struck | None:
        """A published page that is certainly unchanged."""
        path = self._language.path(address)
        if not self._language.published.has(path):
            return None
        origin = self._origins.of(address)  # empty where only the page's view can tell
        return self._published(path, origin) if origin else None

    def struck(self, address: Address) -> Struck:
        """A page that is struck and written, or was published before."""
        language = self._language
        path, origin = language.path(address), self._origins.of(address)
        draft = None if origin else self._drafts.of(address)
        if draft:
            origin = digest(f"{language.common}{draft.description}{draft.view!r}")
        if kept := self._published(path, origin):
            return kept
        page = (draft or self._drafts.of(address)).page(self._shared.words)
        struck = mould.strike(language.form, page)
        return path, site.write_marked(language.staged, path, struck, origin)

    def _published(self, path: str, origin: str) -> Struck | None:
        mark = self._language.published.unchanged(path, origin)
        return (path, mark) if mark else None


def _strike(strikers: Sequence[_Striker], wanted: Sequence[Address]) -> list[list[Struck]]:
    """Strike the pages of some records in all languages."""
    return [[striker.struck(address) for striker in strikers] for address in wanted]
