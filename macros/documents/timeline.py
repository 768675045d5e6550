"""An action plan's timeline on paper: the drawing of its page, and the same in words."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from ..charts.drawing import ARABIC_FONT, LATIN_FONT
from ..pages.views.links import View
from ..text import LANGUAGES, has_arabic
from .direction import RIGHT_TO_LEFT
from .model import Chart
from .writing import Writing

BAR, MILESTONE, LINE, QUIET = "#3949ab", "#e69f00", "#b8bfd6", "#555555"
MONTHS_DOWN, NAME_DOWN, BAR_DOWN, BAR_HEIGHT, MIDDLE = 12, 15, 4, 14, 11
"""Units of the drawing from the top of the months, or of a row."""
LETTERS = 11.5
"""Height of letters; on paper the drawing is two thirds as large."""
_SCRIPTS = re.compile(r"[\u0600-\u06ff][\u0600-\u06ff\s]*|[^\u0600-\u06ff]+")


def timeline(writing: Writing, view: View) -> list[Chart]:
    """The actions of a plan by month; nothing for a plan without any."""
    drawing, words = view["timeline"], writing.context.words
    if not drawing["rows"]:
        return []
    names = [it["title"]["text"] for goal in view["objectives"] for it in goal["actions"]]
    rows = zip(names, drawing["rows"], strict=True)
    said = [f"{name}{words['colon']}{row['title']}" for name, row in rows]
    alternative = "\n".join([words["gantt_alternative"], *said])
    svg = _svg(drawing, LANGUAGES[writing.lang].dir == "rtl")
    return [Chart(words["timeline"], svg, alternative)]


def _svg(drawing: View, is_rtl: bool) -> str:
    width, height = drawing["width"], drawing["height"]
    parts = [_month(it, height) for it in drawing["months"]]
    parts += [_row(it, drawing["names_at"], "end" if is_rtl else "start") for it in drawing["rows"]]
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-size="{LETTERS}">'
    return f"{head}{''.join(parts)}</svg>"


def _month(it: View, height: float) -> str:
    x = it["x"]
    line = f'<line x1="{x}" x2="{x}" y1="16" y2="{height}" stroke="{LINE}"/>'
    return line + _text(x, MONTHS_DOWN, it["label"], "middle", QUIET)


def _row(it: View, names_at: float, anchor: str) -> str:
    y = it["y"]
    bar = (
        f'<rect x="{it["x"]}" y="{y + BAR_DOWN}" width="{it["length"]}" height="{BAR_HEIGHT}"'
        f' rx="2" fill="{BAR}"/>'
    )
    steps = (
        f'<circle cx="{x}" cy="{y + MIDDLE}" r="3.5" fill="{MILESTONE}" stroke="#ffffff"/>'
        for x in it["milestones"]
    )
    # Without a mark the dots of a name cut short would stand before it, from right to left.
    name = it["name"] + RIGHT_TO_LEFT * has_arabic(it["name"])
    return _text(names_at, y + NAME_DOWN, name, anchor, "#1a1a1a") + bar + "".join(steps)


def _text(x: float, y: float, text: str, anchor: str, fill: str) -> str:
    """A line of text, each script in its own font, as engines look for letters in no other."""
    pieces = (
        f'<tspan font-family="{ARABIC_FONT if has_arabic(it) else LATIN_FONT}">{escape(it)}</tspan>'
        for it in _SCRIPTS.findall(text)
    )
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" fill="{fill}">{"".join(pieces)}</text>'
