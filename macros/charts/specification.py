"""Vega-Lite specifications, by form of chart. Arabic charts are mirrored: they begin at the right.

Colours are stand-ins that `drawing` replaces by the page's own, so that dark mode follows.
"""

from __future__ import annotations

import textwrap
from typing import Any

import altair as alt
import pandas as pd

from ..questions import Answer
from ..text import LANGUAGES, pick

INK, BAR = "#010203", "#040506"
WIDTH, LABELS, ROW = 640, 210, 26
"""Pixels: the whole chart, the room for labels, the height of a bar's row."""
LETTER = 7
"""Pixels: the mean width of a letter."""
CELLS = ["#eff3ff", "#c6dbef", "#9ecae1", "#4292c6", "#084594"]
"""Sequential blues of ColorBrewer (colorbrewer2.org), safe for colour-blind readers."""

Spec = dict[str, Any]


def bars(answer: Answer, lang: str) -> Spec:
    """Horizontal bars with their numbers, in the order of the table."""
    data = labelled(answer, lang)
    rtl = is_rtl(lang)
    x = alt.X("n:Q", axis=None, scale=alt.Scale(reverse=rtl, nice=False, domainMin=0))
    y = alt.Y("label:N", sort=list(data["label"]), title=None, axis=label_axis(rtl))
    base = alt.Chart(data).encode(x=x, y=y)
    text = base.mark_text(align="right" if rtl else "left", dx=-5 if rtl else 5, color=INK)
    chart = base.mark_bar(color=BAR, height=16) + text.encode(text="n:Q")
    return sized(chart, len(data) * ROW)


def matrix(answer: Answer, lang: str) -> Spec:
    """A heat map: rows by columns, the number in every cell."""
    data = labelled(answer, lang)
    rtl = is_rtl(lang)
    columns = list(dict.fromkeys(data["column_label"]))
    wrapped = {name: _wrapped(name, (WIDTH - LABELS - 40) // max(1, len(columns))) for name in columns}
    data["column_label"] = data["column_label"].map(wrapped)
    heads = list(dict.fromkeys(data["column_label"]))
    axis = alt.Axis(
        orient="top", labelAngle=0, ticks=False, domain=False, labelColor=INK, labelFontSize=13,
        labelExpr="split(datum.label, '\\n')",
    )  # fmt: skip
    x = alt.X("column_label:N", sort=heads[::-1] if rtl else heads, title=None, axis=axis)
    rows = list(dict.fromkeys(data["label"]))
    y = alt.Y("label:N", sort=rows, title=None, axis=label_axis(rtl))
    limit = max(1, int(data["n"].max()))
    fill = alt.Color("n:Q", scale=alt.Scale(range=CELLS, domain=[0, limit]), legend=None)
    base = alt.Chart(data).encode(x=x, y=y)
    dark = alt.condition(f"datum.n > {limit * 0.6}", alt.value("#ffffff"), alt.value("#08203f"))
    text = base.mark_text(fontSize=13).encode(text="n:Q", color=dark)
    return sized(base.mark_rect().encode(color=fill) + text, len(rows) * ROW)


def timeline(answer: Answer, lang: str) -> Spec:
    """A dot per year and country, larger where several organisations began in one year."""
    data = labelled(answer, lang)
    data["year"] = data["column"].astype(int)
    rtl = is_rtl(lang)
    axis = alt.Axis(
        format="d",
        title=None,
        grid=False,
        labelColor=INK,
        tickColor=INK,
        domainColor=INK,
        labelFontSize=13,
        tickCount=8,
    )
    x = alt.X("year:Q", axis=axis, scale=alt.Scale(reverse=rtl, zero=False, padding=12))
    y = alt.Y("label:N", title=None, axis=label_axis(rtl, width=90))
    size = alt.Size(
        "n:Q",
        scale=alt.Scale(range=[40, 320], domain=[1, max(2, int(data["n"].max()))]),
        legend=None,
    )
    chart = alt.Chart(data).mark_circle(color=BAR, opacity=0.75).encode(x=x, y=y, size=size)
    return sized(chart, data["label"].nunique() * 44, labels=90)


def _wrapped(text: str, width: int) -> str:
    """The text in lines that fit a column, by the mean width of a letter."""
    return "\n".join(textwrap.wrap(text, max(6, width // LETTER), break_long_words=False))


def labelled(answer: Answer, lang: str) -> pd.DataFrame:
    """The table with labels in a language."""
    data = answer.table.copy()
    data["label"] = [pick(answer.labels[key], lang) for key in data["key"]]
    if "column" in data:
        data["column_label"] = [pick(answer.column_labels[key], lang) for key in data["column"]]
    return data


def is_rtl(lang: str) -> bool:
    """Whether charts of the language begin at the right."""
    return LANGUAGES[lang].dir == "rtl"


def label_axis(rtl: bool, width: int = LABELS) -> alt.Axis:
    """The axis of rows, with room for labels at the side where reading begins."""
    # A fixed extent keeps the layout the same whatever fonts the building machine has.
    return alt.Axis(
        orient="right" if rtl else "left",
        ticks=False,
        domain=False,
        labelColor=INK,
        labelFontSize=13,
        labelLimit=width - 8,
        labelPadding=6,
        minExtent=width,
        maxExtent=width,
    )


def sized(chart: Any, height: int, labels: int = LABELS) -> Spec:
    """The specification of a chart, of the width of a page."""
    whole = chart.properties(
        width=WIDTH - labels - 40,
        height=height,
        padding={"left": 4, "right": 30, "top": 4, "bottom": 4},
    )
    spec: Spec = whole.configure_view(stroke=None).configure_text(fontSize=13).to_dict()
    spec["background"] = None  # the page shows through
    return spec
