"""Sentences that lead to what stands beside the report: studies, practices, plans, events."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from ...derived import actions_of
from ..content import Sentence
from ..writer import Writer

NO_RESULT = "none-seen"
"""The strength of results of a practice for which no result was seen."""


def benefits(writer: Writer) -> Sentence | None:
    """How well it is established what cooperation brings, with the study that tells it."""
    findings = [it.record for it in writer.public.findings.values()]
    counts = Counter(it.strength for it in findings if it.kind == "benefit")
    if not counts:
        return None
    return writer.say(
        "contribution-elsewhere",
        benefits=writer.link(writer.word("contribution-benefits"), "studies/benefits/"),
        **{name: counts[name] for name in ("measured", "reported", "argued")},
    )


def safeguards(writer: Writer) -> Sentence | None:
    """How many safeguards are on record, with the study on them."""
    n = sum(it.record.kind == "safeguard" for it in writer.public.findings.values())
    link = writer.link(writer.word("dialogue-safeguards-link"), "studies/safeguards/")
    return writer.say("dialogue-safeguards", n=n, link=link) if n else None


def plans(writer: Writer) -> Sentence | None:
    """The action plans of the report's countries: their actions, and how many are approved."""
    found = [
        it for it in writer.public.action_plans.values() if writer.country in (None, it.country)
    ]
    if not found:
        return None
    actions = [action for it in found for _, action in actions_of(it) if not action.dropped]
    approved = sum(any(it.decision == "approved" for it in one.approvals) for one in actions)
    return writer.say(
        "dialogue-plans",
        plans=writer.names("action-plans", (it.key for it in found)),
        actions=len(actions),
        approved=approved,
    )


def calendar(writer: Writer) -> Sentence | None:
    """How many events are on record, and how many of them were held."""
    statuses = [
        it.record.status
        for it in writer.public.events.values()
        if writer.country in (None, it.country)
    ]
    link = writer.link(writer.word("focus-calendar-link"), "events/")
    if not statuses:
        return None
    return writer.say(
        "focus-calendar", link=link, events=len(statuses), held=statuses.count("held")
    )


def elsewhere(writer: Writer, forms: Collection[str]) -> Sentence | None:
    """Practices of these forms, by form, and for how many of them no result was seen."""
    found = [it.record for it in writer.public.practices.values() if it.record.form in forms]
    if not found:
        return None
    counts = Counter(it.form for it in found)
    unseen = sum(it.results_strength == NO_RESULT for it in found)
    named = {form: (writer.term("cooperation-forms", form), n) for form, n in counts.most_common()}
    linked = writer.items(named, {form: f"practices/#{form}" for form in named})
    return writer.say("point-practices", forms=linked, unseen=unseen)
