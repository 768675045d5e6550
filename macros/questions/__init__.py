"""Questions: each is one function from the tables to an `Answer`; all are listed here."""

from __future__ import annotations

from . import collection, stocktaking
from .answer import Answer, Question

QUESTIONS: dict[str, Question] = {
    "countries": stocktaking.countries,
    "themes": stocktaking.themes,
    "themes-by-country": stocktaking.themes_by_country,
    "services": stocktaking.services,
    "regions": stocktaking.regions,
    "founding-periods": stocktaking.founding_periods,
    "founding-timeline": stocktaking.founding_timeline,
    "relation-kinds": stocktaking.relation_kinds,
    "statuses": stocktaking.statuses,
    "evidence-levels": stocktaking.evidence_levels,
    "collection-stages": collection.stages,
    "collection-by-country": collection.stages_by_country,
}

__all__ = ["QUESTIONS", "Answer", "Question"]
