"""Striking the record pages of a language: on all cores, and only those that changed.

What a page is made from has a digest. A page whose digest is that of the published one, which lies
there as it was left, is not made again. For pages of organisations, of which there may be very
many, the digest can be told without making their view; for the others it is that of the view.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ..parallel import FEW, alone, in_turns
from ..publication import PublicRegister
from . import mould, site
from .data_files import data_files
from .origins import Origins
from .record_pages import Address, Draft, addresses, drafts
from .site import Mark, Published
from .views.common import Context, context
from .views.papers import Papers

PIECE = 250
"""Pages struck by one process, which then ends: so not all records are in its memory at once."""


@dataclass(frozen=True, slots=True)
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

    @property
    def common(self) -> str:
        """The digest of what all pages of the language are made from."""
        whole = f"{self.code}{self.form.pieces}{self.repository}{self.papers}"
        return hashlib.sha256(whole.encode()).hexdigest()


def strike(language: Language, public: PublicRegister, workers: int) -> list[tuple[str, Mark]]:
    """Strike all pages, and write what they load; the mark of each page, unchanged ones too.

    `workers` is how many processes may strike at once.
    """
    with alone(language.staged):  # one language at a time, for the memory that each takes
        return _strike_all(language, public, workers)


def _strike_all(language: Language, public: PublicRegister, workers: int) -> list[tuple[str, Mark]]:
    for name, content in data_files(public, language.lang):
        site.write(os.path.join(language.staged, language.folder), name, content)
    shared = context(public, language.lang, language.repository, language.papers)
    origins = Origins(shared, language.common)
    wanted = addresses(public)
    work = partial(_strike, language, shared, origins)
    return in_turns(work, wanted, PIECE, workers, "pages") if len(wanted) > FEW else work(wanted)


def _strike(
    language: Language, shared: Context, origins: Origins, wanted: Sequence[Address]
) -> list[tuple[str, Mark]]:
    """Strike some pages; those that are certainly unchanged are not even drafted."""
    found, changed, told = [], [], dict[Address, str]()
    for address in wanted:
        path, told[address] = language.path(address), origins.of(address)
        kept = language.published.unchanged(path, told[address]) if told[address] else None
        if kept:
            found.append((path, kept))
        else:
            changed.append(address)
    return found + [
        _struck(language, shared, it, told[it.kind, it.key]) for it in drafts(shared, changed)
    ]


def _struck(language: Language, shared: Context, draft: Draft, told: str) -> tuple[str, Mark]:
    path = language.path((draft.kind, draft.key))
    made_from = told or _digest(f"{language.common}{draft.description}{draft.view!r}")
    kept = None if told else language.published.unchanged(path, made_from)
    if kept is not None:
        return path, kept
    page = mould.strike(language.form, draft.page(shared.words))
    site.write(language.staged, path, page)
    return path, site.mark(os.path.join(language.staged, path), made_from)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
