"""Facts computed from a record's own facts; each is defined here once."""

from __future__ import annotations

from collections.abc import Iterator

from .model import ActionPlan, Organisation
from .model.plan import Action
from .problems import Loc
from .register import Entry


def latest_status(entry: Entry[Organisation]) -> str:
    """The status by the newest claim; where dates are equal or absent, the one typed last."""
    history = entry.record.status
    return str(max(enumerate(history), key=lambda pair: (pair[1].as_of or "", pair[0]))[1].value)


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


def actions_of(plan: Entry[ActionPlan]) -> Iterator[tuple[Loc, Action]]:
    """Every action of a plan and its place, in order."""
    for first, objective in enumerate(plan.record.objectives):
        for second, action in enumerate(objective.actions):
            yield ("objectives", first, "actions", second), action
