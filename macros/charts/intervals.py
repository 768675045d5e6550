"""Intervals of ranks: a line from the one end to the other, a mark in the middle."""

from __future__ import annotations

from ..questions import Answer
from ..questions.standings import UPPER
from ..text import number, pick
from ..words import words
from .canvas import BAR, LINE, WIDTH, Canvas, wrapped

LABELS, EDGE, ROW, THICK = 250, 20, 22, 5
"""Pixels: the room for labels, at the far edge, the heights of a row and of a line."""


def intervals(answer: Answer, lang: str) -> str:
    """A line per organisation; those clearly in the upper half are strong, the half is marked."""
    canvas, y = Canvas(lang), 4.0
    greatest = int(answer.table["n_compared"].max())
    scale = (WIDTH - LABELS - EDGE) / max(1, greatest - 1)
    for row in answer.table.to_dict("records"):
        label = wrapped(pick(answer.labels[row["key"]], lang), LABELS - 12)
        height = max(ROW, (label.count("\n") + 1) * LINE + 4)
        low, mid, high = (LABELS + (row[name] - 1) * scale for name in ("low", "n", "high"))
        canvas.words(LABELS - 8, y + height / 2, label, "end")
        strength = 1 if row["band"] == UPPER else 0.45
        canvas.box(low, y + (height - THICK) / 2, max(2, high - low), THICK, BAR, strength)
        canvas.line((mid, y + 3), (mid, y + height - 3), 'stroke-width="2"')
        y += height
    half = LABELS + (greatest - 1) / 2 * scale
    canvas.line((half, 0), (half, y), 'stroke-dasharray="3 3" opacity="0.6"')
    _axis(canvas, y, greatest, lang)
    return canvas.svg(y + 2 * LINE + 10)


def _axis(canvas: Canvas, y: float, greatest: int, lang: str) -> None:
    right = WIDTH - EDGE
    canvas.line((LABELS, y), (right, y))
    canvas.words(LABELS, y + LINE, number(1, lang), "middle")
    canvas.words(right, y + LINE, number(greatest, lang), "middle")
    canvas.words((LABELS + right) / 2, y + LINE, words("questions", lang)["rank-axis"], "middle")
