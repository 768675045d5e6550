"""What a page may call: each macro is one call to a block or a chart, nothing else."""

from __future__ import annotations

from .law import LawMacros
from .organisations import OrganisationMacros
from .reference import ReferenceMacros
from .studies import StudyMacros


class PageMacros(StudyMacros, OrganisationMacros, LawMacros, ReferenceMacros):
    """The `dalil` of authored pages: `{{ dalil.chart("themes") }}`."""


__all__ = ["PageMacros"]
