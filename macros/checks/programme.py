"""Events and action plans say nothing that has not happened, and hang together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..derived import actions_of
from ..model import ActionPlan
from ..model.faults import near
from ..problems import Loc, Problem
from ..register import Entry, Register


def reports_of_held_events(register: Register) -> Iterator[Problem]:
    """An event has a report if it was held, and only then; what was held lies in the past."""
    today = register.today.isoformat()
    for entry in register.kinds["events"].values():
        record = entry.record
        held = record.status == "held"
        if record.report and not held:
            yield entry.problem("report-of-no-event", ("report",), at_key=True)
        if held and not record.report:
            yield entry.problem("held-without-report", ("status",))
        start = record.start
        if held and not (start and start <= today[: len(start)]):
            yield entry.problem("held-without-date", ("status",))


def unanswered_recommendations(register: Register) -> Iterator[Problem]:
    """A recommendation is taken up by an action, or it is said why not."""
    taken_up = {
        (ground.heard_at, ground.recommendation)
        for plan in register.kinds["action-plans"].values()
        for _, action in actions_of(plan)
        for ground in action.rests_on or ()
    }
    for entry in register.kinds["events"].values():
        report = entry.record.report
        for index, it in enumerate(report.recommendations or () if report else ()):
            if (entry.key, it.id) not in taken_up and not it.not_taken_up:
                loc = ("report", "recommendations", index)
                yield entry.problem("recommendation-unanswered", loc, value=it.id)


def ids(register: Register) -> Iterator[Problem]:
    """Actions, drafts and recommendations are told apart by their ids."""
    for plan in register.kinds["action-plans"].values():
        yield from _twice(plan, ((loc, action.id) for loc, action in actions_of(plan)))
        drafts = enumerate(plan.record.drafts)
        yield from _twice(plan, ((("drafts", at), draft.version) for at, draft in drafts))
    for event in register.kinds["events"].values():
        report = event.record.report
        found = enumerate(report.recommendations or () if report else ())
        yield from _twice(event, ((("report", "recommendations", at), it.id) for at, it in found))


def _twice(entry: Entry[Any], named: Iterable[tuple[Loc, str]]) -> Iterator[Problem]:
    seen = set()
    for loc, name in named:
        if name in seen:
            yield entry.problem("same-id-twice", loc, value=name)
        seen.add(name)


def versions(register: Register) -> Iterator[Problem]:
    """Comments and earlier wordings name drafts and actions of their own plan."""
    for plan in register.kinds["action-plans"].values():
        drafts = [draft.version for draft in plan.record.drafts]
        known = [action.id for _, action in actions_of(plan)]
        for at, comment in enumerate(plan.record.comments or ()):
            place: Loc = ("comments", at)
            yield from _named(plan, (*place, "version"), comment.version, drafts, "unknown-draft")
            yield from _named(plan, (*place, "action"), comment.action, known, "unknown-action")
        for loc, action in actions_of(plan):
            for name in ("added", "dropped"):
                version = getattr(action, name)
                yield from _named(plan, (*loc, name), version, drafts, "unknown-draft")
            for at, wording in enumerate(action.earlier or ()):
                place = (*loc, "earlier", at, "version")
                yield from _named(plan, place, wording.version, drafts, "unknown-draft")


def _named(
    plan: Entry[ActionPlan], loc: Loc, value: str | None, known: list[str], code: str
) -> Iterator[Problem]:
    if value is not None and value not in known:
        yield plan.problem(code, loc, {"value": value} | near(value, known))


def months(register: Register) -> Iterator[Problem]:
    """An action ends after it begins, and its milestones lie between."""
    for plan in register.kinds["action-plans"].values():
        for loc, action in actions_of(plan):
            if action.end < action.start:
                values = {"first": str(action.start), "last": str(action.end)}
                yield plan.problem("months-out-of-order", (*loc, "end"), values)
                continue
            for at, milestone in enumerate(action.milestones or ()):
                if not action.start <= milestone.month <= action.end:
                    values = {"first": str(action.start), "last": str(action.end)}
                    place = (*loc, "milestones", at, "month")
                    yield plan.problem("months-out-of-order", place, values)


def decisions(register: Register) -> Iterator[Problem]:
    """A decision is entered with its date and source; a plan is approved when its actions are."""
    for plan in register.kinds["action-plans"].values():
        approved = plan.record.drafts[-1].stage == "approved"
        for loc, action in actions_of(plan):
            for at, it in enumerate(action.approvals):
                place = (*loc, "approvals", at, "decision")
                if it.decision != "pending" and not (it.date and it.source):
                    yield plan.problem("decision-without-source", place, value=it.decision)
                elif it.decision == "pending" and approved and not action.dropped:
                    yield plan.problem("approved-without-decision", place, value=action.id)


def invitations(register: Register) -> Iterator[Problem]:
    """An invitation goes to an organisation or to an official body."""
    for entry in register.kinds["events"].values():
        for index, it in enumerate(entry.record.invited or ()):
            if bool(it.organisation) == bool(it.authority):
                yield entry.problem("unclear-invitation", ("invited", index))


def counts(register: Register) -> Iterator[Problem]:
    """Women are among those who came to an event, those who passed among those who were tested."""
    for entry in register.kinds["events"].values():
        report = entry.record.report
        for index, it in enumerate(report.attendance if report else ()):
            yield from _within(entry, ("attendance", index, "women"), it.women, it.attended)
        for index, one in enumerate(report.results or () if report else ()):
            yield from _within(entry, ("results", index, "passed"), one.passed, one.took)


def _within(entry: Entry[Any], loc: Loc, part: int | None, whole: int) -> Iterator[Problem]:
    if part is not None and part > whole:
        values = {"value": str(part), "other": str(whole)}
        yield entry.problem("part-larger-than-whole", ("report", *loc), values)
