"""What the page of an organisation is made from, told without making it.

It shows its own record; of other organisations no more than links; and of records of other kinds it
may show anything, so that a change in one of those counts as a change of every page.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Iterable
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
    organisations: dict[str, tuple[str, tuple[str, ...]]]
    """Of each organisation and the problems it has, with the keys of those it names, by key."""


def content(public: PublicRegister) -> Content:
    """What the records say, worked out once for all languages."""
    kinds = (kind for kind in OWN_KINDS if kind != "organisations")
    others = (it for kind in kinds for it in public.of(kind).values())
    return Content(
        digest(b"".join(map(_whole, others))),
        {key: (_said(it, public), _named(it)) for key, it in public.organisations.items()},
    )


def _said(entry: Entry[Any], public: PublicRegister) -> str:
    problems = public.problems.get(entry.path, ())
    return digest(_whole(entry) + _bytes([(it.code, it.loc, dict(it.values)) for it in problems]))


def _named(entry: Entry[Any]) -> tuple[str, ...]:
    return tuple(key for _, key, of in entry.at("key") if of == "organisations")


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
        said, named = self._said[key]
        return digest(f"{self._common}{said}{self._links(key, named)}")

    def _links(self, key: str, named: Iterable[str]) -> list[Any]:
        """The links to other organisations that the page shows."""
        links = self._shared.links
        to = links.to["organisations"]
        named_links = [to[it] for it in named if it in to]
        return [named_links, links.members.get(key), links.around["organisations"][key]]


def _whole(entry: Entry[Any]) -> bytes:
    return _bytes([entry.key, entry.path, entry.data, entry.gloss, sorted(entry.unreviewed)])


def _bytes(value: Any) -> bytes:
    """Plain data as bytes, the same for what is equal and in the same order."""
    return marshal.dumps(value, 2)  # later versions depend on which values are one object


def digest(content: str | bytes) -> str:
    """The SHA-256 of a text or of bytes."""
    if isinstance(content, str):
        content = content.encode(errors="surrogatepass")
    return hashlib.sha256(content).hexdigest()
