"""What organisations need to learn, from their records and their answers to the questionnaire."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from ..derived import ENDED, latest_status
from ..model import Organisation
from ..model.questionnaire import every
from ..publication import PublicRegister
from ..register import Entry

STATEMENT = "statement"
"""The type of the questions on capacities."""
LACKING, UNTOLD = frozenset(("no", "partly")), "not-known"


@dataclass(frozen=True, slots=True)
class Need:
    """A capacity: how many organisations show it in a country, and which modules build it."""

    area: str
    shown: dict[str, int]
    """By country: organisations of which a record shows the capacity."""
    modules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """An area of the questionnaire: what was answered, and which modules strengthen it."""

    area: str
    asked: dict[str, int]
    """By country: organisations that answered to at least one statement of the area."""
    lacking: dict[str, int]
    """By country: those that answered one of them by no or partly."""
    modules: tuple[str, ...]


def needs(public: PublicRegister) -> list[Need]:
    """Every capacity that some module builds, in the order of the vocabulary.

    A capacity that no record shows is not known to be there; it may be.
    """
    found = []
    for area in public.vocabularies["capacity-areas"].record.terms:
        building = _modules(public, "builds", area)
        if building:
            found.append(Need(area, _counted(public, partial(_shows, area)), building))
    return found


def answered(public: PublicRegister) -> list[Answered]:
    """Every area of the questionnaire that some organisation answered on; the latest answers."""
    areas = _areas_of_statements(public)
    found = []
    for area in public.vocabularies["assessment-areas"].record.terms:
        statements = {key for key, of in areas.items() if of == area}
        asked = _counted(public, partial(_answered, statements))
        lacking = _counted(public, partial(_lacks, statements))
        if any(asked.values()):
            found.append(Answered(area, asked, lacking, _modules(public, "strengthens", area)))
    return found


def stated(public: PublicRegister) -> dict[str, dict[str, int]]:
    """By kind of need and country: organisations that say they need it; kinds that some need."""
    kinds = public.vocabularies["need-kinds"].record.terms
    found = {kind: _counted(public, partial(_needs, kind)) for kind in kinds}
    return {kind: counts for kind, counts in found.items() if any(counts.values())}


def organisations_in(public: PublicRegister, country: str) -> int:
    """Organisations of a country that have not ended."""
    return _counted(public, lambda it: it.country == country)[country]


def programme_of(public: PublicRegister, country: str, most: int = 5) -> list[str]:
    """Modules proposed for a country first: those for what the fewest organisations have.

    A module is worth the greatest share that lacks something it is for: of all organisations, those
    whose records do not show a capacity; of those that answered, those that answered no or partly.
    """
    worth: dict[str, float] = {}
    total = organisations_in(public, country)
    shares = [(it.modules, total - it.shown[country], total) for it in needs(public)]
    shares += [(it.modules, it.lacking[country], it.asked[country]) for it in answered(public)]
    for modules, lacking, among in shares:
        for key in modules:
            worth[key] = max(worth.get(key, 0.0), lacking / among if among else 0.0)
    return sorted(worth, key=lambda key: (-worth[key], key))[:most]


def _modules(public: PublicRegister, field: str, area: str) -> tuple[str, ...]:
    return tuple(
        key
        for key, it in sorted(public.modules.items())
        if area in (getattr(it.record, field) or ())
    )


def _counted(
    public: PublicRegister, holds: Callable[[Entry[Organisation]], bool]
) -> dict[str, int]:
    """By country: organisations that have not ended and of which something holds."""
    counts = dict.fromkeys(public.countries, 0)
    for it in public.organisations.values():
        if latest_status(it) not in ENDED and holds(it):
            counts[it.country] += 1
    return counts


def _shows(area: str, it: Entry[Organisation]) -> bool:
    return any(capacity.area == area for capacity in it.record.capacities or ())


def _needs(kind: str, it: Entry[Organisation]) -> bool:
    return any(need.kind == kind for need in it.record.needs or ())


def _answered(statements: set[str], it: Entry[Organisation]) -> bool:
    return bool(_answers(statements, it))


def _lacks(statements: set[str], it: Entry[Organisation]) -> bool:
    return not LACKING.isdisjoint(_answers(statements, it))


def _answers(statements: set[str], it: Entry[Organisation]) -> set[str]:
    """What the organisation last answered to some statements, but for those not known."""
    given = it.record.assessments
    if not given:
        return set()
    latest = max(given, key=lambda one: one.as_of or "")
    return {one.value for one in latest.answers if one.statement in statements} - {UNTOLD}


def _areas_of_statements(public: PublicRegister) -> dict[str, str]:
    """The area of each statement of the questionnaire, by its id."""
    return {
        it.item.id: it.item.area
        for entry in public.questionnaire.values()
        for it in every(entry.record)
        if it.item.type == STATEMENT and it.item.area
    }
