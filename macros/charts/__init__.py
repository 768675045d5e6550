"""Charts: an answer drawn for one language, with the words and numbers that go with the picture."""

from __future__ import annotations

from dataclasses import dataclass

from ..questions import Answer
from ..text import join, number, pick, show
from ..words import words
from . import drawing, numbers
from .drawing import draw_ahead
from .numbers import alternative, table

NAMED = 40
"""How many records a row of the table names; of the others it gives the number."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the numbers behind a chart, and the way to the records it counts."""

    cells: list[str]
    query: str
    """The directory's filters that find the organisations; empty where it has none for them."""
    kind: str
    """What kind of record the members are."""
    records: list[str]
    """Keys of the members, where no filter finds them; at most `NAMED`."""
    n_others: str
    """How many more there are; empty if none."""
    lang: str
    """The language of the first cell, where it names a category."""


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
    rows: list[Row]


def figure(answer: Answer, lang: str, cache: str, suffix: str = "") -> Figure:
    """The figure of an answer; `cache` is the folder of drawings made before."""
    title = numbers.title(answer, lang)
    name = f"chart-{answer.question}{suffix}"
    text = alternative(answer, lang)
    svg = ""
    if len(answer.table) and answer.total:
        svg = drawing.at_home(drawing.draw(answer, lang, cache), name, title, text)
    head, cells, keys = table(answer, lang)
    rows = [_row(answer, key, each, lang) for key, each in zip(keys, cells, strict=True)]
    return Figure(name, svg, title, caveat(answer, lang), text, basis(answer, lang), head, rows)


def caveat(answer: Answer, lang: str) -> str:
    """What the chart must not be taken for."""
    phrases = {**words("charts", lang), **words("questions", lang)}
    notes = [phrases.get(f"{answer.question}-note", "")]
    notes += [phrases[name] for name in answer.caveats]
    if answer.is_few:
        notes.append(phrases["few-records"])
    return " ".join(note for note in notes if note)


def basis(answer: Answer, lang: str) -> str:
    """How many records and sources the chart rests on."""
    phrases = {**words("charts", lang), **words("questions", lang)}
    said = [phrases[f"basis-{answer.unit}"].format(n=number(answer.n_records, lang))]
    if answer.n_without:
        said.append(phrases[f"without-{answer.unit}"].format(n=number(answer.n_without, lang)))
    if answer.sources:
        kinds = [f"{pick(label, lang)} ({number(n, lang)})" for label, n in answer.sources]
        n = number(sum(n for _, n in answer.sources), lang)
        said.append(phrases["basis-behind"].format(n=n, kinds=join(kinds, lang)))
    return " ".join(said)


def _row(answer: Answer, key: str, cells: list[str], lang: str) -> Row:
    label = answer.labels.get(key)
    spoken = show(label, lang).lang if label else lang
    if answer.facet:
        place = f"country={answer.country}&" if answer.country and answer.facet != "country" else ""
        return Row(cells, f"{place}{answer.facet}={key}", answer.member_kind, [], "", spoken)
    members = answer.members.get(key, [])
    others = len(members) - NAMED
    n_others = number(others, lang) if others > 0 else ""
    return Row(cells, "", answer.member_kind, members[:NAMED], n_others, spoken)


def on_paper(svg: str) -> str:
    """A figure's drawing for documents."""
    return drawing.for_paper(svg)


__all__ = ["Figure", "Row", "alternative", "basis", "caveat", "draw_ahead", "figure", "table"]
