"""What the page of an organisation is made from, told without making it.

It shows its own record; of other organisations no more than links; and of records of other kinds it
may show anything, so that a change in one of those counts as a change of every page.
"""

from __future__ import annotations

import hashlib
from typing import Any

from ..model import OWN_KINDS
from ..register import Entry
from .views.common import Context


class Origins:
    """Digests of what pages of one language are made from."""

    def __init__(self, shared: Context, common: str) -> None:
        """`common` is the digest of all that does not come from records."""
        self._shared = shared
        kinds = (kind for kind in OWN_KINDS if kind != "organisations")
        others = (it for kind in kinds for it in shared.public.of(kind).values())
        # Told at once: the processes that share this each need it.
        self._others = _digest(common + "".join(map(_whole, others)))

    def of(self, address: tuple[str, str]) -> str:
        """The digest for a page; empty where it cannot be told but from its view."""
        kind, key = address
        if kind != "organisations":
            return ""
        entry = self._shared.public.organisations[key]
        problems = self._shared.public.problems.get(entry.path, ())
        told = [(it.code, it.loc, dict(it.values)) for it in problems]
        return _digest(f"{self._others}{_whole(entry)}{told}{self._links(entry)}")

    def _links(self, entry: Entry[Any]) -> list[Any]:
        """The links to other organisations that the page shows."""
        links = self._shared.links
        to = links.to["organisations"]
        named = [to[key] for _, key, of in entry.at("key") if of == "organisations" and key in to]
        return [named, links.members.get(entry.key), links.around[entry.kind][entry.key]]


def _whole(entry: Entry[Any]) -> str:
    return f"{entry.key}{entry.path}{entry.data!r}{entry.gloss}{sorted(entry.unreviewed)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
