"""Likely duplicates: organisations that may be one, with reasons and confidence.

`names` brings names into comparable forms, across Arabic and Latin spelling; `finding` finds pairs
and `pairs` weighs them. What people judged to be two is remembered in `data/not-duplicates.yml`.
"""

from __future__ import annotations

from .finding import likely_pairs
from .judged import judged_apart
from .names import Named, named
from .pairs import Likeness, weighed

__all__ = ["Likeness", "Named", "judged_apart", "likely_pairs", "named", "weighed"]
