"""Intervals of ranks: a line from the one end to the other, a mark in the middle."""

from __future__ import annotations

import altair as alt

from ..questions import Answer
from ..words import words
from .specification import BAR, INK, Spec, is_rtl, label_axis, labelled, sized

LABELS = 250
ROW = 22


def intervals(answer: Answer, lang: str) -> Spec:
    """A line per organisation; those in the upper band are strong, the middle of the field is marked."""
    data = labelled(answer, lang)
    n_compared = int(data["n_compared"].max())
    rtl = is_rtl(lang)
    axis = alt.Axis(
        title=words("questions", lang)["rank-axis"],
        titleColor=INK,
        titleFontWeight="normal",
        titleFontSize=13,
        values=[1, n_compared],
        grid=False,
        labelColor=INK,
        tickColor=INK,
        domainColor=INK,
        labelFontSize=13,
    )
    scale = alt.Scale(domain=[1, n_compared], reverse=rtl, nice=False, zero=False)
    y = alt.Y("label:N", sort=list(data["label"]), title=None, axis=label_axis(rtl, LABELS))
    strong = alt.condition("datum.band == 'band-upper'", alt.value(1.0), alt.value(0.45))
    base = alt.Chart(data).encode(y=y, opacity=strong)
    line = base.mark_rule(color=BAR, strokeWidth=4).encode(
        x=alt.X("low:Q", axis=axis, scale=scale), x2="high:Q"
    )
    middle = base.mark_tick(color=INK, thickness=3, size=14).encode(
        x=alt.X("n:Q", axis=axis, scale=scale)
    )
    half = alt.Chart(data.head(1)).mark_rule(color=INK, strokeDash=[3, 3], opacity=0.5)
    half = half.encode(x=alt.datum((n_compared + 1) / 2, type="quantitative", axis=axis, scale=scale))
    return sized(line + middle + half, len(data) * ROW, LABELS)
