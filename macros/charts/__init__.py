"""Charts: an answer drawn for one language, with the words and numbers that go with the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..questions import Answer
from ..text import join, number, pick
from ..words import words
from . import drawing, specification

MENTIONED = 3
"""How many of the greatest values the text alternative names."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart in one language. `svg` is safe markup; everything else is plain text."""

    id: str
    svg: str
    title: str
    caveat: str
    alternative: str
    basis: str
    head: list[str]
    rows: list[list[str]]


def figure(answer: Answer, lang: str, cache: str, suffix: str = "") -> Figure:
    """The figure of an answer; `cache` is the folder of drawings made before."""
    phrases = words("charts", lang)
    title = phrases[answer.question]
    name = f"chart-{answer.question}{suffix}"
    text = alternative(answer, lang)
    svg = ""
    if len(answer.table):
        spec = specification.FORMS[answer.form](answer, lang)
        svg = drawing.draw(spec, cache, name, title, text)
    basis = phrases["basis"].format(n=number(answer.n_records, lang))
    if answer.n_without:
        basis += " " + phrases["without"].format(n=number(answer.n_without, lang))
    head, rows = table(answer, lang)
    return Figure(
        name, svg, title, phrases.get(f"{answer.question}-note", ""), text, basis, head, rows
    )


def on_paper(svg: str) -> str:
    """A figure's drawing for documents."""
    return drawing.for_paper(svg)


def as_png(svg: str, fonts: str) -> bytes:
    """A chart for programs that draw no SVG, with the fonts in a folder."""
    return drawing.png(svg, fonts)


def alternative(answer: Answer, lang: str) -> str:
    """The chart in a sentence: its greatest values with their labels."""
    phrases = words("charts", lang)
    if not len(answer.table):
        return phrases["empty"]
    top = answer.table.nlargest(MENTIONED, "n", keep="first")
    named = [_named(answer, row, lang) for row in top.to_dict("records")]
    return phrases["alternative"].format(title=phrases[answer.question], top=join(named, lang))


def _named(answer: Answer, row: Mapping[Any, Any], lang: str) -> str:
    label = pick(answer.labels[row["key"]], lang)
    if "column" in row:
        label = f"{label}, {pick(answer.column_labels[row['column']], lang)}"
    return f"{label} ({number(int(row['n']), lang)})"


def table(answer: Answer, lang: str) -> tuple[list[str], list[list[str]]]:
    """Head and rows of the numbers behind the chart; a matrix has a column per country."""
    phrases = words("charts", lang)
    if answer.form == "matrix":
        return _matrix(answer, lang)
    head = [phrases["category"], phrases["number"]]
    if "column" in answer.table:
        head.insert(1, phrases["year"])
    rows = []
    for row in answer.table.to_dict("records"):
        middle = [pick(answer.column_labels[row["column"]], lang)] if "column" in row else []
        rows.append([pick(answer.labels[row["key"]], lang), *middle, number(int(row["n"]), lang)])
    return head, rows


def _matrix(answer: Answer, lang: str) -> tuple[list[str], list[list[str]]]:
    columns = list(dict.fromkeys(answer.table["column"]))
    head = [words("charts", lang)["category"]]
    head += [pick(answer.column_labels[column], lang) for column in columns]
    cells: dict[str, list[str]] = {}
    for row in answer.table.to_dict("records"):
        cells.setdefault(row["key"], []).append(number(int(row["n"]), lang))
    return head, [[pick(answer.labels[key], lang), *numbers] for key, numbers in cells.items()]
