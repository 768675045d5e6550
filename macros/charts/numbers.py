"""The numbers behind a chart: as a table, and the greatest of them as a sentence."""

from __future__ import annotations

from math import ceil, floor
from typing import Any

from ..questions import Answer
from ..text import join, number, pick
from ..words import words

MENTIONED = 3
"""How many of the greatest values the text alternative names."""

Rows = tuple[list[str], list[list[str]], list[str]]
"""Head, rows, and the category that each row stands for."""


def alternative(answer: Answer, lang: str) -> str:
    """The chart in a sentence: its greatest values with their labels."""
    phrases = words("questions", lang)
    if not len(answer.table):
        return words("charts", lang)["empty"]
    if answer.form == "intervals":
        upper = int((answer.table["band"] == "band-upper").sum())
        return phrases["alternative-intervals"].format(
            title=title(answer, lang), n=number(answer.n_records, lang), upper=number(upper, lang)
        )
    top = sorted(_records(answer.table), key=lambda row: row["n"], reverse=True)[:MENTIONED]
    named = [_named(answer, row, lang) for row in top if row["n"]]
    phrase = words("charts", lang)["alternative"]
    return phrase.format(title=title(answer, lang), top=join(named, lang))


def title(answer: Answer, lang: str) -> str:
    """What the chart is called."""
    phrase = {**words("charts", lang), **words("questions", lang)}[answer.question]
    return phrase.format(dimension=pick(answer.subject, lang)) if answer.subject else phrase


def table(answer: Answer, lang: str) -> Rows:
    """The numbers behind the chart; a matrix has a column per country or the like."""
    if answer.form in ("matrix", "grid"):
        return _matrix(answer, lang)
    if answer.form == "intervals":
        return _intervals(answer, lang)
    phrases = words("charts", lang)
    head = [phrases["category"], phrases["number"]]
    if "column" in answer.table:
        middle = "year" if answer.form == "timeline" else "linked-with"
        head.insert(1, {**phrases, **words("questions", lang)}[middle])
    rows = [_row(answer, row, lang) for row in _records(answer.table)]
    return head, rows, [str(key) for key in answer.table["key"]]


def _named(answer: Answer, row: dict[str, Any], lang: str) -> str:
    label = pick(answer.labels[row["key"]], lang)
    if "column" in row:
        label = f"{label}, {pick(answer.column_labels[row['column']], lang)}"
    return f"{label} ({number(int(row['n']), lang)})"


def _row(answer: Answer, row: dict[str, Any], lang: str) -> list[str]:
    middle = [pick(answer.column_labels[row["column"]], lang)] if "column" in row else []
    return [pick(answer.labels[row["key"]], lang), *middle, number(int(row["n"]), lang)]


def _matrix(answer: Answer, lang: str) -> Rows:
    columns = list(dict.fromkeys(answer.table["column"]))
    head = [words("charts", lang)["category"]]
    head += [pick(answer.column_labels[column], lang) for column in columns]
    cells: dict[str, list[str]] = {}
    for row in _records(answer.table):
        cells.setdefault(row["key"], []).append(number(int(row["n"]), lang))
    rows = [[pick(answer.labels[key], lang), *numbers] for key, numbers in cells.items()]
    return head, rows, list(cells)


def _intervals(answer: Answer, lang: str) -> Rows:
    """Whole ranks: the lower end rounded down, the upper one up, so that none is narrower."""
    phrases = words("questions", lang)
    head = [phrases[name] for name in ("organisation", "rank-interval", "band", "facts-counted")]
    rows = [
        [
            pick(answer.labels[row["key"]], lang),
            phrases["rank-between"].format(
                low=number(floor(row["low"]), lang),
                high=number(ceil(row["high"]), lang),
                n=number(int(row["n_compared"]), lang),
            ),
            pick(answer.column_labels[row["band"]], lang),
            number(int(row["n_facts"]), lang),
        ]
        for row in _records(answer.table)
    ]
    return head, rows, [str(key) for key in answer.table["key"]]


def _records(table: Any) -> list[dict[str, Any]]:
    names = [str(name) for name in table.columns]
    columns = (table[name].tolist() for name in table.columns)
    return [dict(zip(names, row, strict=True)) for row in zip(*columns, strict=True)]
