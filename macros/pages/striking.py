"""Striking the record pages of a language: on all cores, and only those that changed.

What a page is made from has a digest. A page whose digest is that of the published one, which lies
there as it was left, is not made again.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ..parallel import FEW, Helper, cores
from . import mould, site
from .record_pages import Address, Draft, drafts
from .site import Mark, Published
from .views.common import Context


@dataclass(frozen=True, slots=True)
class Language:
    """What the pages of a language are struck with, and where they go."""

    shared: Context
    form: mould.Mould
    code: str
    """What identifies the code and templates that make pages."""
    staged: str
    folder: str
    """The language's folder below the staged and the published site; empty for the first."""
    published: Published

    def path(self, kind: str, key: str) -> str:
        """Where a page lies below the root of the site."""
        return "/".join(part for part in (self.folder, kind, key, "index.html") if part)


def start(language: Language, wanted: list[Address]) -> list[Helper]:
    """Begin to strike the pages; the helpers' results are rows for `site.Published`."""
    n = cores() if len(wanted) > FEW else 1
    # Every n-th page, since kinds lie together and their pages differ in size.
    return [Helper(partial(_strike, language, wanted[share::n])) for share in range(n)]


def _strike(language: Language, wanted: Sequence[Address]) -> list[tuple[str, Mark]]:
    """Strike some pages into the staged site; the mark of each page, unchanged ones too."""
    common = hashlib.sha256(f"{language.code}{language.form.pieces}".encode()).hexdigest()
    return [_mark(language, draft, common) for draft in drafts(language.shared, wanted)]


def _mark(language: Language, draft: Draft, common: str) -> tuple[str, Mark]:
    path = language.path(draft.kind, draft.key)
    made_from = f"{common}{draft.description}{draft.view!r}"
    digest = hashlib.sha256(made_from.encode(errors="surrogatepass")).hexdigest()
    kept = language.published.unchanged(path, digest)
    if kept is not None:
        return path, kept
    page = mould.strike(language.form, draft.page(language.shared.words))
    target = os.path.join(language.staged, path)
    site.write(language.staged, path, page)
    return path, site.mark(target, digest)
