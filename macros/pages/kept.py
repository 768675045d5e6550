"""Blocks of authored pages that cost much, kept from one build to the next.

They are made from the public register alone; when it, the code or a library changes, all are made
anew. What an author changes on a page costs no more than that page.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from typing import ClassVar

from .. import store
from ..parallel import Helper
from ..publication import PublicRegister
from .blocks.common import Place

LIBRARIES = ("pandas", "numpy", "networkx", "altair", "vl-convert-python", "lxml")
LARGE = 2000
"""Organisations beyond which one more process at work takes too much memory for what it saves."""
Make = Callable[[Place], str]
"""Makes a block for its place."""


class _Once:
    """The blocks of the register last asked for."""

    public: PublicRegister | None = None
    path = made_from = ""
    blocks: ClassVar[dict[str, str]] = {}
    is_new = False
    made: ClassVar[list[tuple[Place, str, Make]]] = []
    """What had to be made so far."""
    coming: tuple[str, Helper] | None = None
    """A language, and what makes its blocks meanwhile."""


def kept(place: Place, name: str, make: Make) -> str:
    """A block by its name, which tells it from all others; made where it is not there yet."""
    if not (place.project and place.public.made_from):
        return make(place)
    key, blocks = _key(place, name), _blocks(place)
    if key not in blocks and _Once.coming and _Once.coming[0] == place.lang:
        blocks |= _Once.coming[1].result()
        _Once.coming = None
    if key not in blocks:
        blocks[key], _Once.is_new = make(place), True
        _Once.made.append((place, name, make))
    return blocks[key]


def has_any(place: Place) -> bool:
    """Whether the last build has left blocks of the same register."""
    return bool(_blocks(place))


def ahead(lang: str) -> None:
    """Make in another process, for a language to come, what had to be made so far."""
    made = [(replace(place, lang=lang), name, make) for place, name, make in _Once.made]

    def blocks() -> dict[str, str]:
        return {_key(place, name): make(place) for place, name, make in made}

    if made and len(made[0][0].public.organisations) <= LARGE:
        _Once.coming = lang, Helper(blocks)


def _key(place: Place, name: str) -> str:
    return f"{name} {place.lang} {place.base}"


def _blocks(place: Place) -> dict[str, str]:
    path = os.path.join(place.project, store.FOLDER, "blocks")
    if _Once.public is not place.public or _Once.path != path:
        code = [store.code_version(""), *(version(it) for it in LIBRARIES)]
        whole = " ".join([place.public.made_from, *code])
        _Once.public, _Once.path, _Once.is_new = place.public, path, False
        _Once.coming, _Once.made = None, []
        _Once.made_from = hashlib.sha256(whole.encode()).hexdigest()
        _Once.blocks = store.read(path, _Once.made_from) or {}
    return _Once.blocks


def keep() -> None:
    """Keep the blocks made in this build."""
    if _Once.is_new:
        store.write(_Once.path, _Once.made_from, _Once.blocks)
        _Once.is_new = False
