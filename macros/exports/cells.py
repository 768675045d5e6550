"""Cells that a spreadsheet program must not take for a formula."""

from __future__ import annotations

from ..database import Cell

_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Signs at the beginning of a cell that start a formula (OWASP, CSV Injection), also full width."""


def is_formula_like(cell: Cell) -> bool:
    """Whether a spreadsheet program could run the text."""
    return isinstance(cell, str) and cell.startswith(_SIGNS)


def neutral(cell: Cell) -> str:
    """A cell as text for CSV: an apostrophe before what could be a formula, yes and no as words."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return f"'{cell}" if is_formula_like(cell) else str(cell)
