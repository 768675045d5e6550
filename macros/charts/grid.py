"""A large table of numbers as a picture: many columns with slanted heads, and nobody left blank."""

from __future__ import annotations

import altair as alt

from ..questions import Answer
from .specification import CELLS, INK, Spec, is_rtl, label_axis, labelled, sized

LABELS = 170
ROW = 20


def grid(answer: Answer, lang: str) -> Spec:
    """A cell per pair; one that holds nobody is an empty frame."""
    data = labelled(answer, lang)
    rtl = is_rtl(lang)
    heads = list(dict.fromkeys(data["column_label"]))
    axis = alt.Axis(
        orient="top", labelAngle=50 if rtl else -50, labelAlign="right" if rtl else "left",
        ticks=False, domain=False, labelColor=INK, labelFontSize=12, labelLimit=180,
        labelOverlap=False,
    )  # fmt: skip
    x = alt.X("column_label:N", sort=heads[::-1] if rtl else heads, title=None, axis=axis)
    rows = list(dict.fromkeys(data["label"]))
    y = alt.Y("label:N", sort=rows, title=None, axis=label_axis(rtl, LABELS))
    limit = max(1, int(data["n"].max()))
    base = alt.Chart(data).encode(x=x, y=y)
    frames = base.mark_rect(fill=None, stroke=INK, strokeOpacity=0.15)
    fill = alt.Color("n:Q", scale=alt.Scale(range=CELLS[1:], domain=[1, limit]), legend=None)
    cells = base.transform_filter("datum.n > 0").mark_rect().encode(color=fill)
    dark = alt.condition(f"datum.n > {limit * 0.5}", alt.value("#ffffff"), alt.value("#08203f"))
    text = base.transform_filter("datum.n > 0").mark_text(fontSize=11).encode(text="n:Q", color=dark)
    return sized(frames + cells + text, len(rows) * ROW, LABELS)
