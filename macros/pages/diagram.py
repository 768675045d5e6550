"""A diagram of who meets whom: three columns of boxes and the lines between them.

Order: each box of an outer column stands near the mean place of those it is joined to, and the
middle column is ordered by the outer ones in turn (the barycentre method of layered drawings:
Sugiyama, Tagawa and Toda 1981), so that few lines cross.
"""

from __future__ import annotations

from dataclasses import dataclass, field

WIDTH = 960
LEFT, MIDDLE, RIGHT = (0, 236), (330, 310), (734, 226)
"""Left edge and width of each column."""
LINE, PAD, GAP = 15, 8, 9
ROUNDS = 6
LETTERS = {LEFT: 32, MIDDLE: 43, RIGHT: 30}
"""Letters that a line of a column holds."""
MOST_LINES = 3


@dataclass(slots=True)
class Box:
    """A thing of the diagram: its words in lines, small print below them, and its place."""

    key: str
    lines: list[str]
    small: list[str] = field(default_factory=list)
    x: int = 0
    y: float = 0
    width: int = 0

    @property
    def height(self) -> float:
        """As high as its lines need."""
        return (len(self.lines) + len(self.small)) * LINE + PAD

    @property
    def middle(self) -> float:
        """The height at which lines meet it."""
        return round(self.y + self.height / 2, 1)


@dataclass(frozen=True, slots=True)
class Diagram:
    """Boxes in their places, the pairs that are joined, and the height of the whole."""

    left: list[Box]
    middle: list[Box]
    right: list[Box]
    height: float


Joined = dict[str, list[str]]
"""By key of a middle box: the keys of the boxes of one outer column that it is joined to."""


def box(key: str, name: str, column: tuple[int, int], small: str = "") -> Box:
    """A box for a column, its words cut into lines."""
    letters = LETTERS[column]
    return Box(key, wrap(name, letters), wrap(small, letters + 4) if small else [])


def wrap(text: str, letters: int) -> list[str]:
    """A text in at most three lines; what does not fit ends in an ellipsis."""
    found = [""]
    for word in text.split():
        joined = f"{found[-1]} {word}".strip()
        if len(joined) <= letters or not found[-1]:
            found[-1] = joined
        else:
            found.append(word)
    if len(found) > MOST_LINES:
        found = [*found[: MOST_LINES - 1], f"{found[MOST_LINES - 1]}…"]
    return found


def arrange(
    left: list[Box], middle: list[Box], right: list[Box], to_left: Joined, to_right: Joined
) -> Diagram:
    """The diagram in its order and places."""
    for _ in range(ROUNDS):
        _by_mean(left, middle, _turned(to_left))
        _by_mean(right, middle, _turned(to_right))
        _by_mean(middle, left, to_left)
    height = max(_needed(column) for column in (left, middle, right))
    for column, (x, width) in ((left, LEFT), (middle, MIDDLE), (right, RIGHT)):
        _place(column, x, width, height)
    return Diagram(left, middle, right, height)


def _turned(joined: Joined) -> Joined:
    found: Joined = {}
    for key, others in joined.items():
        for other in others:
            found.setdefault(other, []).append(key)
    return found


def _by_mean(column: list[Box], other: list[Box], joined: Joined) -> None:
    """Order a column by the mean place of what each box is joined to; others keep their place."""
    place = {it.key: index / max(1, len(other)) for index, it in enumerate(other)}
    own = {it.key: index / max(1, len(column)) for index, it in enumerate(column)}

    def mean(it: Box) -> float:
        known = [place[key] for key in joined.get(it.key, ()) if key in place]
        return sum(known) / len(known) if known else own[it.key]

    column.sort(key=lambda it: (mean(it), own[it.key]))


def _needed(column: list[Box]) -> float:
    return sum(it.height for it in column) + GAP * max(0, len(column) - 1)


def _place(column: list[Box], x: int, width: int, height: float) -> None:
    """Spread a column over the height, with equal room between its boxes."""
    room = height - sum(it.height for it in column)
    gap = room / (len(column) + 1) if len(column) > 1 else room / 2
    y = 0.0 if room <= GAP * (len(column) - 1) + 1 else gap
    step = GAP if y == 0.0 else gap
    for it in column:
        it.x, it.y, it.width = x, round(y, 1), width
        y += it.height + step
