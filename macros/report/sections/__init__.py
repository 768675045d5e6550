"""The chapters of the report, in their order; each is a function from the writer to a section."""

from __future__ import annotations

from collections.abc import Callable

from ..content import Section
from ..writer import Writer
from .annex import annex
from .assessment import assessment
from .capacities import capacities
from .contribution import contribution
from .dialogue import dialogue
from .focus import focus
from .gaps import gaps
from .law import law
from .method import method
from .relations import relations
from .stocktake import stocktake
from .summary import summary
from .themes import themes
from .work import work

SECTIONS: tuple[Callable[[Writer], Section], ...] = (
    summary, method, stocktake, themes, work, contribution, relations, capacities, assessment, law,
    gaps, dialogue, focus, annex,
)  # fmt: skip
