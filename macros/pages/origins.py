"""What the page of an organisation is made from, told without making it.

It shows its own record; of other organisations no more than links; and of records of other kinds it
may show anything, so that a change in one of those counts as a change of every page.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from ..model import OWN_KINDS
from ..publication import PublicRegister
from ..register import Entry
from .views.common import Context


@dataclass(frozen=True, slots=True)
class Content:
    """Digests of what records say, which is the same in all languages."""

    others: str
    """Of all records that are no organisations."""
    organisations: dict[str, str]
    """Of each organisation and the problems it has, by key."""


def content(public: PublicRegister) -> Content:
    """What the records say, worked out once for all languages."""
    kinds = (kind for kind in OWN_KINDS if kind != "organisations")
    others = (it for kind in kinds for it in public.of(kind).values())
    return Content(
        digest("".join(map(_whole, others))),
        {key: _said(it, public) for key, it in public.organisations.items()},
    )


def _said(entry: Entry[Any], public: PublicRegister) -> str:
    problems = public.problems.get(entry.path, ())
    return digest(f"{_whole(entry)}{[(it.code, it.loc, dict(it.values)) for it in problems]}")


class Origins:
    """Digests of what pages of one language are made from."""

    def __init__(self, shared: Context, common: str, said: Content) -> None:
        """`common` is the digest of all that does not come from records."""
        self._shared = shared
        self._common = digest(common + said.others)
        self._said = said.organisations

    def of(self, address: tuple[str, str]) -> str:
        """The digest for a page; empty where it cannot be told but from its view."""
        kind, key = address
        if kind != "organisations":
            return ""
        links = self._links(self._shared.public.organisations[key])
        return digest(f"{self._common}{self._said[key]}{links}")

    def _links(self, entry: Entry[Any]) -> list[Any]:
        """The links to other organisations that the page shows."""
        links = self._shared.links
        to = links.to["organisations"]
        named = [to[key] for _, key, of in entry.at("key") if of == "organisations" and key in to]
        return [named, links.members.get(entry.key), links.around[entry.kind][entry.key]]


def _whole(entry: Entry[Any]) -> str:
    return f"{entry.key}{entry.path}{entry.data!r}{entry.gloss}{sorted(entry.unreviewed)}"


def digest(text: str) -> str:
    """The SHA-256 of a text."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
