"""Forms of charts: each turns an answer into a picture; all are listed here.

Boxes, dots and words are drawn on our own canvas, in a thousandth of the time that Vega takes; what
needs an axis of its own is a Vega-Lite specification, drawn once and kept by its content.
"""

from __future__ import annotations

from collections.abc import Callable

from ..questions import Answer
from .bars import bars
from .cells import grid, matrix
from .intervals import intervals
from .network import network

DRAWN: dict[str, Callable[[Answer, str], str]] = {
    "bars": bars,
    "matrix": matrix,
    "grid": grid,
    "intervals": intervals,
    "network": network,
}
"""By the `form` of an answer: what draws it as SVG."""
SPECIFIED = ("timeline",)
"""Forms that `specification` draws by Vega, which takes long to load and to start."""
