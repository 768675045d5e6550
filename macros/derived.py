"""Facts computed from a record's own facts; each is defined here once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from .model import ActionPlan, Law, Model, Organisation
from .model.law import Force
from .model.organisation import Status
from .model.plan import Action
from .problems import Loc
from .register import Entry
from .text import Localised

NAMING = ("names", "titles", "statement")
"""Fields that say what a record is called; each kind has one of them."""


def names_of(record: Model) -> Localised:
    """What a record is called: its names, a law's titles, a finding's statement."""
    found: Localised = next(getattr(record, name) for name in NAMING if hasattr(record, name))
    return found


OWN_SOURCES = ("website", "interview", "questionnaire")
"""Kinds of source that are the organisation itself."""
ENDED = ("closed", "merged")
"""Statuses of organisations that are no more."""


def latest_status(entry: Entry[Organisation]) -> str:
    """The status by the newest claim; where dates are equal or absent, the one typed last."""
    history = entry.record.status
    return str(max(enumerate(history), key=lambda pair: (pair[1].as_of or "", pair[0]))[1].value)


def status_by_area(entry: Entry[Organisation]) -> dict[str, Status]:
    """The newest claim for each part of the country; that without an area is under ""."""
    newest: dict[str, Status] = {}
    for claim in entry.record.status:
        known = newest.get(claim.area or "")
        if known is None or (claim.as_of or "") >= (known.as_of or ""):
            newest[claim.area or ""] = claim
    return newest


def force_on(law: Law, day: datetime.date) -> list[Force]:
    """The steps of a law's history that hold on a day, one for each part of the country.

    A step that names no beginning has begun, one that names no end lasts; a bare year or month
    begins with its first day. Where no step has begun yet, the first to come stands for its area.
    """
    by_area: dict[str, list[Force]] = {}
    for step in law.in_force or ():
        by_area.setdefault(step.area or "", []).append(step)
    return [step for steps in by_area.values() for step in _holding(steps, day)]


def _holding(steps: list[Force], day: datetime.date) -> list[Force]:
    begun = [step for step in steps if not step.start or _is_past(step.start, day)]
    open_ = [step for step in begun if not step.until or not _is_past(step.until, day)]
    if open_:
        return [max(enumerate(open_), key=lambda pair: (pair[1].start or "", pair[0]))[1]]
    return [min(steps, key=lambda step: step.start or "")] if not begun else begun[-1:]


def _is_past(date: str, day: datetime.date) -> bool:
    return date <= day.isoformat()[: len(date)]


def standing(law: Law, day: datetime.date) -> str:
    """Whether a law applies on a day: `now`, `later`, `past` or `unknown`.

    `now` if it is in force in any part of the country, `later` for drafts and laws that wait for
    their date, `past` for what was repealed or replaced.
    """
    states = {_state(step, day) for step in force_on(law, day)}
    for found in ("now", "later", "past"):
        if found in states:
            return found
    return "unknown"


def _state(step: Force, day: datetime.date) -> str:
    if step.value == "not-yet" or (step.start and not _is_past(step.start, day)):
        return "later"
    if step.value in ("repealed", "replaced") or (step.until and _is_past(step.until, day)):
        return "past"
    return "now" if step.value == "in-force" else "unknown"


def evidence_level(entry: Entry[Organisation]) -> str:
    """How well the record is founded, as `data/vocabularies/evidence-levels.yml` defines it."""
    if entry.record.collection.stage in ("answered", "interviewed", "confirmed"):
        return "confirmed"
    kinds = [source.kind for source in entry.record.sources.values()]
    if len(kinds) < 2:
        return "single"
    return "independent" if any(kind != "website" for kind in kinds) else "several"


def newest_source(entry: Entry[Organisation]) -> str:
    """The date of the newest dated source; empty where no source has a date."""
    return max((source.date for source in entry.record.sources.values() if source.date), default="")


def founding_years(entry: Entry[Organisation]) -> list[int]:
    """Every year a source gives for the founding, registration or first activity, in order."""
    return sorted({int(claim.value[:4]) for claim in entry.record.founded or ()})


def used_sources(entry: Entry[Organisation]) -> set[str]:
    """The sources that at least one fact of the record rests on."""
    named = {value for _, value, _ in entry.at("source")}
    return named | {name for name, source in entry.record.sources.items() if source.supports}


def actions_of(plan: Entry[ActionPlan]) -> Iterator[tuple[Loc, Action]]:
    """Every action of a plan and its place, in order."""
    for first, objective in enumerate(plan.record.objectives):
        for second, action in enumerate(objective.actions):
            yield ("objectives", first, "actions", second), action
