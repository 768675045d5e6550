"""A canvas for charts that need no more than boxes, lines and words: SVG in the form of the page.

Everything is placed as if reading began at the left; for languages that begin at the right the
canvas mirrors it. Colours are stand-ins that `drawing` replaces by the page's own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from ..text import LANGUAGES

INK, BAR = "#010203", "#040506"
CELLS = ("#eff3ff", "#c6dbef", "#9ecae1", "#4292c6", "#084594")
"""Sequential blues of ColorBrewer (colorbrewer2.org), safe for colour-blind readers."""
ON_LIGHT, ON_DARK = "#08203f", "#ffffff"
WIDTH = 640
"""Pixels: the whole chart."""
SIZE, LINE, LETTER = 13, 15, 6.6
"""Pixels: the height of letters and of a line of text, and the mean width of a letter."""

_OTHER = {"start": "end", "end": "start", "middle": "middle"}


@dataclass(slots=True)
class Canvas:
    """Collects the shapes of one chart."""

    lang: str
    parts: list[str] = field(default_factory=list)

    @property
    def mirrored(self) -> bool:
        """Whether reading begins at the right."""
        return LANGUAGES[self.lang].dir == "rtl"

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, opacity: float = 1
    ) -> None:
        """A filled box; `x` is the side where reading begins."""
        left = WIDTH - x - width if self.mirrored else x
        faint = "" if opacity == 1 else f' opacity="{opacity}"'
        self.parts.append(
            f'<rect x="{left:.4g}" y="{y:.4g}" width="{width:.4g}" height="{height:g}"'
            f' fill="{fill}"{faint}/>'
        )

    def dot(self, x: float, y: float, radius: float, fill: str, opacity: float = 1) -> None:
        """A filled circle."""
        middle = WIDTH - x if self.mirrored else x
        self.parts.append(
            f'<circle cx="{middle:g}" cy="{y:g}" r="{radius:.3g}" fill="{fill}"'
            f' opacity="{opacity}"/>'
        )

    def line(self, start: tuple[float, float], end: tuple[float, float], more: str = "") -> None:
        """A line; `more` are further attributes of it."""
        (x1, y1), (x2, y2) = ((WIDTH - x if self.mirrored else x, y) for x, y in (start, end))
        self.parts.append(
            f'<line x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}" stroke="{INK}" {more}/>'
        )

    def words(
        self, x: float, y: float, text: str, anchor: str = "start", fill: str = INK,
        size: int = SIZE, slant: int = 0,
    ) -> None:  # fmt: skip
        """Lines of text around the height `y`; `slant` is in degrees upwards."""
        lines = text.split("\n")
        if self.mirrored:
            x, anchor, slant = WIDTH - x, _OTHER[anchor], -slant
        top = y + size * 0.36 - (len(lines) - 1) * LINE / 2
        turn = f' transform="rotate({-slant} {x:g} {y:g})"' if slant else ""
        for index, line in enumerate(lines):
            self.parts.append(
                f'<text x="{x:g}" y="{top + index * LINE:.4g}" text-anchor="{anchor}"'
                f' font-size="{size}" fill="{fill}"{turn}>{escape(line)}</text>'
            )

    def svg(self, height: float) -> str:
        """The whole picture."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}"'
            f' width="{WIDTH}" height="{height:g}">{"".join(self.parts)}</svg>'
        )


def wrapped(text: str, width: float, size: int = SIZE) -> str:
    """The text in lines that fit a width; a range such as "2000–2004" may break, a word may not."""
    letter = LETTER * size / SIZE
    lines = [""]
    for piece in re.split(r"(?<=[\s–])", text):
        if lines[-1] and len((lines[-1] + piece).rstrip()) * letter > width:
            lines.append("")
        lines[-1] += piece
    return "\n".join(line.strip() for line in lines)


def shade(n: int, greatest: int) -> tuple[str, str]:
    """The colours of a cell and of the number in it: palest for none, the darker the more."""
    if n == 0:
        return CELLS[0], ON_LIGHT
    step = min(len(CELLS) - 2, n * (len(CELLS) - 1) // (greatest + 1))
    return CELLS[step + 1], ON_DARK if step == len(CELLS) - 2 else ON_LIGHT
