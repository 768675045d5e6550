"""Tables of numbers as pictures: rows by columns, the darker the more."""

from __future__ import annotations

from math import cos, radians

from ..questions import Answer
from ..text import number, pick
from .canvas import INK, LETTER, LINE, SIZE, WIDTH, Canvas, shade, wrapped

LABELS, ROW, WIDE = 210, 26, 5
"""Pixels: the room for labels and the height of a row; more columns get some of that room."""
GRID_LABELS, GRID_ROW, SMALL = 170, 20, 11
SLANT = 50
"""Degrees: how the heads of a grid rise."""


def matrix(answer: Answer, lang: str) -> str:
    """Few columns, heads in lines above them, a number in every cell."""
    canvas = Canvas(lang)
    columns = list(dict.fromkeys(answer.table["column"]))
    labels = LABELS if len(columns) <= WIDE else LABELS - 50
    width = (WIDTH - labels) / max(1, len(columns))
    heads = [wrapped(pick(answer.column_labels[it], lang), width - 6) for it in columns]
    top = max(head.count("\n") + 1 for head in heads) * LINE + 8
    for index, head in enumerate(heads):
        lines = head.count("\n") + 1
        canvas.words(labels + (index + 0.5) * width, top - 6 - lines * LINE / 2, head, "middle")
    greatest, y = int(answer.table["n"].max()), float(top)
    for key, numbers in _rows(answer).items():
        label = wrapped(pick(answer.labels[key], lang), labels - 12)
        height = max(ROW, (label.count("\n") + 1) * LINE + 6)
        canvas.words(labels - 8, y + height / 2, label, "end")
        for index, n in enumerate(numbers):
            fill, ink = shade(n, greatest)
            canvas.box(labels + index * width, y, width, height, fill)
            middle = labels + (index + 0.5) * width
            canvas.words(middle, y + height / 2, number(n, lang), "middle", ink)
        y += height
    return canvas.svg(y + 4)


def grid(answer: Answer, lang: str) -> str:
    """Many columns with slanted heads; a cell that holds nobody stays empty."""
    canvas, rows = Canvas(lang), _rows(answer)
    columns = list(dict.fromkeys(answer.table["column"]))
    heads = [pick(answer.column_labels[it], lang) for it in columns]
    top = max(len(head) for head in heads) * 5.2 + 8
    width = _column(heads)
    for index, head in enumerate(heads):
        middle = GRID_LABELS + (index + 0.5) * width
        canvas.words(middle, top - 6, head, "start", INK, SIZE - 1, SLANT)
    _frame(canvas, top, len(rows), len(columns), width)
    greatest = int(answer.table["n"].max())
    for place, (key, numbers) in enumerate(rows.items()):
        y = top + place * GRID_ROW
        canvas.words(GRID_LABELS - 8, y + GRID_ROW / 2, pick(answer.labels[key], lang), "end")
        for index, n in enumerate(numbers):
            if n:
                fill, ink = shade(n, greatest)
                x = GRID_LABELS + index * width
                canvas.box(x, y, width, GRID_ROW, fill)
                at = x + width / 2
                canvas.words(at, y + GRID_ROW / 2, number(n, lang), "middle", ink, SMALL)
    return canvas.svg(top + len(rows) * GRID_ROW + 4)


def _column(heads: list[str]) -> float:
    """How wide a column can be so that every slanted head ends within the picture."""
    room, letter = WIDTH - GRID_LABELS, LETTER * cos(radians(SLANT))
    reached = [(room - len(head) * letter) / (at + 0.5) for at, head in enumerate(heads)]
    return min(*reached, room / len(heads))


def _frame(canvas: Canvas, top: float, rows: int, columns: int, width: float) -> None:
    faint = 'opacity="0.15"'
    right, bottom = GRID_LABELS + columns * width, top + rows * GRID_ROW
    for index in range(rows + 1):
        y = top + index * GRID_ROW
        canvas.line((GRID_LABELS, y), (right, y), faint)
    for index in range(columns + 1):
        x = GRID_LABELS + index * width
        canvas.line((x, top), (x, bottom), faint)


def _rows(answer: Answer) -> dict[str, list[int]]:
    """The numbers of each row, in the order of the columns."""
    found: dict[str, list[int]] = {}
    for key, n in zip(answer.table["key"], answer.table["n"], strict=True):
        found.setdefault(str(key), []).append(int(n))
    return found
