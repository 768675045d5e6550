"""What an indicator counts among an organisation's facts."""

from __future__ import annotations

from ..model.assessment import Indicator
from .facts import Fact

Unit = frozenset[str]
"""What counts once: the sources it was seen in; none where it rests on all of them together."""


def counts(indicator: Indicator, fact: Fact, own: frozenset[str], today: int) -> bool:
    """Whether an indicator counts a fact.

    `own` are the sources of the organisation itself, `today` is the year of the build.
    """
    if fact.field not in indicator.counts:
        return False
    if indicator.stances is not None and fact.stance not in indicator.stances:
        return False
    kinds = indicator.authority_kinds
    if kinds is not None and fact.authority_kinds.isdisjoint(kinds):
        return False
    if indicator.project_statuses is not None and fact.status not in indicator.project_statuses:
        return False
    if indicator.by_others and (not fact.source or fact.source in own):
        return False
    return not indicator.within_years or fact.year > today - indicator.within_years


def units(indicator: Indicator, counted: list[Fact]) -> list[Unit]:
    """What counts once among the facts that an indicator counts."""
    if not indicator.once_per_kind:
        return [_sources([fact]) for fact in counted]
    kinds = dict.fromkeys((fact.field, fact.kind) for fact in counted)
    return [_sources([it for it in counted if (it.field, it.kind) == kind]) for kind in kinds]


def _sources(found: list[Fact]) -> Unit:
    rests_on_all = any(not fact.source for fact in found)
    return frozenset() if rests_on_all else frozenset(fact.source for fact in found)
