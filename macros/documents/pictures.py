"""Charts as pictures for Word files."""

from __future__ import annotations

from pathlib import Path

from .typesetting import compiler

SOURCE = Path(__file__).parent / "picture.typ"
DENSITY = 192
"""Dots per inch: twice those of a screen."""


def picture_of(svg: str, fonts: str) -> bytes:
    """A drawing as PNG, the same bytes for the same drawing; the fonts are in a folder."""
    made = compiler(SOURCE, fonts).compile(sys_inputs={"svg": svg}, format="png", ppi=DENSITY)
    assert isinstance(made, bytes)  # as it is for one page without a file to write to
    return made
