"""Assessment: composite indicators of activity, effectiveness, cooperation and capacity.

The method is that of the OECD/JRC Handbook on Constructing Composite Indicators (2008); indicators,
weights and thresholds stand in `data/assessment.yml`. Nothing here says more than the records do:
whoever has too little evidence is not assessable, and a rank comes with its interval only.
"""

from __future__ import annotations

from ..publication import PublicRegister
from . import kept
from .composite import FACTORS
from .estimate import Estimate, Standing, assess


class _Once:
    """The estimates of the register last asked for."""

    register: PublicRegister | None = None
    estimates: dict[str, Estimate]


def estimates(public: PublicRegister) -> dict[str, Estimate]:
    """By dimension: the estimate for every organisation, worked out once per register."""
    if _Once.register is not public:
        _Once.register, _Once.estimates = public, kept.read(public) or kept.keep(public)
    return _Once.estimates


__all__ = ["FACTORS", "Estimate", "Standing", "assess", "estimates"]
