"""Striking the record pages of a language: on all cores, and only those that changed.

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
from .record_pages import Address, Draft, addresses, drafts
from .site import Mark, Published
from .views.common import Context, context
from .views.papers import Papers

Origin = tuple[Address, str]
"""A page, and the digest of what it is made from; empty where only its view can tell."""
Struck = tuple[str, Mark]
"""Where a page lies below the root of the site, and its mark."""

PIECE = 250
"""Pages struck by one process, which then ends: so not all records are in its memory at once."""


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
        whole = f"{self.code}{self.form.pieces}{self.repository}{self.papers}"
        return digest(whole)


def strike(language: Language, public: PublicRegister, said: Content, workers: int) -> list[Struck]:
    """Strike all pages, and write what they load; the mark of each page, unchanged ones too.

    `workers` is how many processes may strike at once.
    """
    shared = context(public, language.lang, language.repository, language.papers)
    origins = Origins(shared, language.common, said)
    told = {address: origins.of(address) for address in addresses(public)}
    kept = {address: _kept(language, address, origin) for address, origin in told.items()}
    found = [(language.path(address), mark) for address, mark in kept.items() if mark]
    changed = [(address, told[address]) for address, mark in kept.items() if not mark]
    work, data = partial(_strike, language, shared), partial(_write_data, language, public)
    if len(changed) <= FEW:
        return found + data() + work(changed)
    # A page of each kind is struck here, so that no copy of this need read templates and words.
    first = list({address[0]: (address, origin) for address, origin in changed}.values())
    rest = [it for it in changed if it not in first]
    # The data are made in a process of their own too: it looks at all records.
    return found + work(first) + in_turns(work, rest, PIECE, workers, "pages", data)


def _write_data(language: Language, public: PublicRegister) -> list[Struck]:
    """Write the files that pages of the language load, where the register or the code changed."""
    made_from = digest(f"{language.code}{public.made_from}") if public.made_from else ""
    found = []
    for name, make in data_files(public, language.lang).items():
        path = f"{language.folder}/{name}".lstrip("/")
        kept = language.published.unchanged(path, made_from) if made_from else None
        found.append((path, kept or site.write_marked(language.staged, path, make(), made_from)))
    return found


def _kept(language: Language, address: Address, origin: str) -> Mark | None:
    """The mark of a published page that is certainly unchanged."""
    return language.published.unchanged(language.path(address), origin) if origin else None


def _strike(language: Language, shared: Context, wanted: Sequence[Origin]) -> list[Struck]:
    """Strike some pages, each given with the digest of what it is made from, where that is told."""
    pages = drafts(shared, [address for address, _ in wanted])
    return [
        _struck(language, shared, draft, origin)
        for draft, (_, origin) in zip(pages, wanted, strict=True)
    ]


def _struck(language: Language, shared: Context, draft: Draft, origin: str) -> Struck:
    path = language.path((draft.kind, draft.key))
    made_from = origin or digest(f"{language.common}{draft.description}{draft.view!r}")
    kept = None if origin else language.published.unchanged(path, made_from)
    if kept is not None:
        return path, kept
    page = mould.strike(language.form, draft.page(shared.words))
    return path, site.write_marked(language.staged, path, page, made_from)
