"""Typst, which sets documents and draws charts for Word."""

from __future__ import annotations

import threading
from pathlib import Path

import typst

from .fonts import unpacked


class _Held(threading.local):
    """The compilers of a thread: one compiles one document at a time, and reads the fonts once."""

    def __init__(self) -> None:
        self.compilers: dict[tuple[Path, str], typst.Compiler] = {}


_HELD = _Held()


def compiler(theme: Path, fonts: str) -> typst.Compiler:
    """The compiler of a theme; `fonts` is the folder of unpacked fonts, the only ones it knows."""
    key = (theme, fonts)
    if key not in _HELD.compilers:
        _HELD.compilers[key] = typst.Compiler(
            str(theme), font_paths=[unpacked(fonts)], ignore_system_fonts=True
        )
    return _HELD.compilers[key]
