"""Blocks of authored pages that cost much, kept from one build to the next.

They are made from the public register alone; when it, the code or a library changes, all are made
anew. What an author changes on a page costs no more than that page.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from importlib.metadata import version
from typing import ClassVar

from .. import store
from ..publication import PublicRegister
from .blocks.common import Place

LIBRARIES = ("pandas", "numpy", "networkx", "altair", "vl-convert-python", "lxml")


class _Once:
    """The blocks of the register last asked for."""

    public: PublicRegister | None = None
    path = made_from = ""
    blocks: ClassVar[dict[str, str]] = {}
    is_new = False


def kept(place: Place, name: str, make: Callable[[], str]) -> str:
    """A block by its name, which tells it from all others; made where it is not there yet."""
    if not (place.project and place.public.made_from):
        return make()
    key, blocks = f"{name} {place.lang} {place.base}", _blocks(place)
    if key not in blocks:
        blocks[key], _Once.is_new = make(), True
    return blocks[key]


def _blocks(place: Place) -> dict[str, str]:
    path = os.path.join(place.project, store.FOLDER, "blocks")
    if _Once.public is not place.public or _Once.path != path:
        code = [store.code_version(""), *(version(it) for it in LIBRARIES)]
        whole = " ".join([place.public.made_from, *code])
        _Once.public, _Once.path, _Once.is_new = place.public, path, False
        _Once.made_from = hashlib.sha256(whole.encode()).hexdigest()
        _Once.blocks = store.read(path, _Once.made_from) or {}
    return _Once.blocks


def keep() -> None:
    """Keep the blocks made in this build."""
    if _Once.is_new:
        store.write(_Once.path, _Once.made_from, _Once.blocks)
        _Once.is_new = False
