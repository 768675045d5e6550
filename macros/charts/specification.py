"""Charts that need an axis, as Vega-Lite specifications, and Vega's drawings of them.

Arabic ones begin at the right. Loaded only where something is to be drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import altair as alt
import vl_convert

from ..questions import Answer
from ..text import LANGUAGES, pick
from .canvas import BAR, INK, WIDTH

LABELS = 90
"""Pixels: the room for labels."""

Spec = dict[str, Any]


def timeline(answer: Answer, lang: str) -> Spec:
    """A dot per year and country, larger where several organisations began in one year."""
    data = answer.table.copy()
    data["label"] = [pick(answer.labels[key], lang) for key in data["key"]]
    data["year"] = data["column"].astype(int)
    rtl = LANGUAGES[lang].dir == "rtl"
    axis = alt.Axis(
        format="d",
        title=None,
        grid=False,
        labelColor=INK,
        tickColor=INK,
        domainColor=INK,
        labelFontSize=13,
        tickCount=8,
        labelFlush=False,  # the first and last year stand under their ticks, like the others
    )
    x = alt.X("year:Q", axis=axis, scale=alt.Scale(reverse=rtl, zero=False, padding=12))
    y = alt.Y("label:N", title=None, axis=_label_axis(rtl))
    size = alt.Size(
        "n:Q",
        scale=alt.Scale(range=[40, 320], domain=[1, max(2, int(data["n"].max()))]),
        legend=None,
    )
    chart = alt.Chart(data).mark_circle(color=BAR, opacity=0.75).encode(x=x, y=y, size=size)
    sized = chart.properties(
        width=WIDTH - LABELS - 40,
        height=data["label"].nunique() * 44,
        padding={"left": 4, "right": 30, "top": 4, "bottom": 4},
    )
    spec: Spec = sized.configure_view(stroke=None).configure_text(fontSize=13).to_dict()
    spec["background"] = None  # the page shows through
    return spec


def _label_axis(rtl: bool) -> alt.Axis:
    # A fixed extent keeps the layout the same whatever fonts the building machine has.
    return alt.Axis(
        orient="right" if rtl else "left",
        ticks=False,
        domain=False,
        labelColor=INK,
        labelFontSize=13,
        labelLimit=LABELS - 8,
        labelPadding=6,
        minExtent=LABELS,
        maxExtent=LABELS,
    )


SPECIFICATIONS: dict[str, Callable[[Answer, str], Spec]] = {"timeline": timeline}
"""By the `form` of an answer: what specifies it."""


def svg(answer: Answer, lang: str) -> str:
    """An answer as Vega draws it. It starts threads, so that copies of this process lack them."""
    drawn: str = vl_convert.vegalite_to_svg(SPECIFICATIONS[answer.form](answer, lang))
    return drawn
