"""A plan's timeline: where each bar and milestone stands, for the template to draw as SVG.

Lengths are in the units of the drawing. Right-to-left pages get it mirrored: the first month is
then at the right.
"""

from __future__ import annotations

from ...model.plan import Action
from ...text import LANGUAGES
from .common import Context, Writer, number
from .links import View

WIDTH, NAMES, EDGE, ROW, HEAD = 720, 250, 6, 24, 26
"""Width of the whole, of the names, of the far edge; height of a row and of the months."""
LONGEST = 40
"""Letters of a name that fit."""
QUARTER = 3


def gantt(actions: list[Action], writer: Writer) -> View:
    """The drawing's size, months, and a bar with milestones for each action."""
    context = writer.context
    last = max(action.end for action in actions)
    months = -(-last // QUARTER) * QUARTER
    unit = (WIDTH - NAMES - EDGE) / months
    mirrored = LANGUAGES[context.lang].dir == "rtl"

    def across(at: float, width: float = 0) -> float:
        return round(WIDTH - at - width if mirrored else at, 1)

    return {
        "width": WIDTH,
        "height": HEAD + ROW * len(actions) + 4,
        "head": HEAD,
        "names_at": across(4),
        "months": [
            {"x": across(NAMES + (n - 1) * unit), "label": number(n, context.lang)}
            for n in range(1, months + 1, QUARTER)
        ],
        "rows": [
            {
                "y": HEAD + index * ROW,
                "id": action.id,
                "name": _short(action, writer),
                "x": across(NAMES + (action.start - 1) * unit, _length(action, unit)),
                "length": round(_length(action, unit), 1),
                "pillar": action.pillar,
                "milestones": [
                    across(NAMES + it.month * unit - 3) for it in action.milestones or ()
                ],
                "title": _title(action, context),
            }
            for index, action in enumerate(actions)
        ],
    }


def _length(action: Action, unit: float) -> float:
    return (action.end - action.start + 1) * unit


def _short(action: Action, writer: Writer) -> str:
    shown = writer.text(action.title)
    text: str = shown["text"] if shown else ""
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"


def _title(action: Action, context: Context) -> str:
    start, end = number(action.start, context.lang), number(action.end, context.lang)
    return f"{context.words['months']}{context.words['colon']}{start}–{end}"
