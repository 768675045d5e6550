"""How plans move on: what changed from draft to draft, and how far indicators have come."""

from __future__ import annotations

from dataclasses import dataclass

from ..derived import actions_of
from ..model import ActionPlan, Event
from ..model.event import Recommendation
from ..model.plan import Action, Indicator
from ..publication import PublicRegister
from ..register import Entry
from ..text import Localised

WHOLE = 100
"""The whole way, in percent."""


@dataclass(frozen=True, slots=True)
class Stand:
    """An action as it stood in one draft."""

    title: Localised
    summary: Localised
    start: int
    end: int


def standing(action: Action, plan: ActionPlan, version: str) -> Stand | None:
    """How an action stood in a draft; none where it did not stand in it."""
    order = [draft.version for draft in plan.drafts]
    at = order.index(version)
    if action.added and at < order.index(action.added):
        return None
    if action.dropped and at >= order.index(action.dropped):
        return None
    later = [it for it in action.earlier or () if order.index(it.version) >= at]
    stand = Stand(action.title, action.summary, action.start, action.end)
    for it in sorted(later, key=lambda it: order.index(it.version), reverse=True):
        stand = Stand(
            it.title or stand.title,
            it.summary or stand.summary,
            it.start or stand.start,
            it.end or stand.end,
        )
    return stand


def reached(indicator: Indicator) -> int | None:
    """The share of the way from baseline to target, in percent, 0 to 100; none if not measured."""
    if indicator.baseline is None or not indicator.actual:
        return None
    latest = max(indicator.actual, key=lambda it: it.as_of)
    way = indicator.target - indicator.baseline
    if not way:
        return WHOLE
    return max(0, min(WHOLE, round(WHOLE * (latest.value - indicator.baseline) / way)))


def taken_up(event: str, recommendation: str, public: PublicRegister) -> list[tuple[str, Action]]:
    """Actions that rest on a recommendation, each with the key of its plan."""
    return [
        (plan.key, action)
        for plan in public.action_plans.values()
        for _, action in actions_of(plan)
        if any(
            (it.heard_at, it.recommendation) == (event, recommendation)
            for it in action.rests_on or ()
        )
    ]


def decided(plan: Entry[ActionPlan]) -> dict[str, int]:
    """How many decisions of each kind there are on a plan's actions."""
    counts: dict[str, int] = {}
    for _, action in actions_of(plan):
        for it in action.approvals:
            counts[it.decision] = counts.get(it.decision, 0) + 1
    return counts


@dataclass(frozen=True, slots=True)
class Advance:
    """How far a plan has come: its actions that were not dropped, and their indicators."""

    statuses: dict[str, int]
    """By status, in the order of the vocabulary: actions."""
    indicators: int
    measured: int
    reached: int
    """Indicators whose latest value is at the target."""


def advance(plan: Entry[ActionPlan], public: PublicRegister) -> Advance:
    """The counts that tell how far a plan has come."""
    actions = [action for _, action in actions_of(plan) if not action.dropped]
    indicators = [it for action in actions for it in action.indicators]
    statuses = public.vocabularies["action-statuses"].record.terms
    return Advance(
        {term: sum(it.status == term for it in actions) for term in statuses},
        len(indicators),
        sum(bool(it.actual) for it in indicators),
        sum(reached(it) == WHOLE for it in indicators),
    )


@dataclass(frozen=True, slots=True)
class Heard:
    """A recommendation of an event, and what became of it."""

    event: Entry[Event]
    recommendation: Recommendation
    actions: list[tuple[str, Action]]
    """The actions that took it up, each with the key of its plan."""


def heard(public: PublicRegister) -> list[Heard]:
    """Every recommendation of every event that was held, by event."""
    return [
        Heard(event, it, taken_up(event.key, it.id, public))
        for event in public.events.values()
        if event.record.report
        for it in event.record.report.recommendations or ()
    ]
