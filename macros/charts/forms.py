"""Forms of charts: each turns an answer into a specification; all are listed here."""

from __future__ import annotations

from collections.abc import Callable

from ..questions import Answer
from .grid import grid
from .intervals import intervals
from .network import network
from .specification import Spec, bars, matrix, timeline

FORMS: dict[str, Callable[[Answer, str], Spec]] = {
    "bars": bars,
    "matrix": matrix,
    "grid": grid,
    "timeline": timeline,
    "intervals": intervals,
    "network": network,
}
"""By the `form` of an answer."""
