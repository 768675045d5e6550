"""Typst, which sets documents and draws charts for Word."""

from __future__ import annotations

import os
from pathlib import Path

import typst

from .fonts import unpacked

_COMPILERS: dict[tuple[Path, str], typst.Compiler] = {}
"""By theme and fonts: each reads the fonts once, and sets one document at a time."""


def compiler(theme: Path, fonts: str) -> typst.Compiler:
    """The compiler of a theme; `fonts` is the folder of unpacked fonts, the only ones it knows."""
    key = (theme, fonts)
    if key not in _COMPILERS:
        # Typst reads a font when a letter first needs it, wherever the process works by then.
        folder = os.path.abspath(unpacked(fonts))
        _COMPILERS[key] = typst.Compiler(str(theme), font_paths=[folder], ignore_system_fonts=True)
    return _COMPILERS[key]


def has_set() -> bool:
    """Whether this process has set something: then it has threads, which a copy of it would lack.

    Such a copy would wait for them for ever.
    """
    return bool(_COMPILERS)
