"""Bars with their numbers, in the order of the table."""

from __future__ import annotations

from ..questions import Answer
from ..text import number, pick
from .canvas import BAR, LINE, WIDTH, Canvas, wrapped

LABELS, NUMBERS, BAR_HEIGHT, ROW = 210, 46, 16, 26
"""Pixels: the room for labels and for numbers, the heights of a bar and of its row."""


def bars(answer: Answer, lang: str) -> str:
    """A bar per category."""
    canvas, y = Canvas(lang), 4.0
    greatest = max(1, int(answer.table["n"].max()))
    scale = (WIDTH - LABELS - NUMBERS) / greatest
    for key, n in zip(answer.table["key"], answer.table["n"], strict=True):
        label = wrapped(pick(answer.labels[key], lang), LABELS - 12)
        height = max(ROW, (label.count("\n") + 1) * LINE + 6)
        middle = y + height / 2
        canvas.words(LABELS - 8, middle, label, "end")
        canvas.box(LABELS, middle - BAR_HEIGHT / 2, int(n) * scale, BAR_HEIGHT, BAR)
        canvas.words(LABELS + int(n) * scale + 6, middle, number(int(n), lang))
        y += height
    return canvas.svg(y + 4)
