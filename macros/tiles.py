"""Tile maps: one equal square a region, laid out roughly as on the ground, without any border.

`docs/assets/js/finder-map.js` draws the same squares in the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from .model import Country
from .text import pick

SIZE = 72
"""Side of a square, in units of the drawing."""
STEP = 76
LINE = 12
"""Letters that a line of a square holds."""
MOST_LINES = 3
LEVELS = (0, 1, 2, 4, 8)
"""The least number of each tone, from none to the darkest."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A region's square: its corner in the drawing, its name in lines, and the number in it."""

    code: str
    name: str
    lines: list[str]
    x: int
    y: int
    n: int

    @property
    def short(self) -> str:
        """The code without the country, for small drawings."""
        return self.code.split("-", 1)[-1]

    @property
    def level(self) -> int:
        """The tone, from 0 to 4."""
        return max(index for index, least in enumerate(LEVELS) if self.n >= least)


def tiles(country: Country, counts: dict[str, int], lang: str) -> list[Tile]:
    """The squares of a country that has a map, from north to south and west to east."""
    squares = sorted((country.tiles or {}).items(), key=lambda pair: pair[1][::-1])
    names = {code: pick(country.regions[code], lang) for code, _ in squares}
    return [
        Tile(code, names[code], lines(names[code]), x * STEP, y * STEP, counts.get(code, 0))
        for code, (x, y) in squares
    ]


def lines(name: str) -> list[str]:
    """A name in at most three lines that fit a square; what does not fit ends in an ellipsis."""
    found = [""]
    for part in re.findall(r"[^\s-]+-?|-", name):
        if part == "-":
            continue
        joined = f"{found[-1]}{'' if found[-1].endswith('-') else ' '}{part}".strip()
        if len(joined) <= LINE or not found[-1]:
            found[-1] = joined
        else:
            found.append(part)
    if len(found) > MOST_LINES:
        found = [*found[: MOST_LINES - 1], f"{found[MOST_LINES - 1]}…"]
    return found
