"""What organisations need to learn: capacities that records show, and modules that build them."""

from __future__ import annotations

from dataclasses import dataclass

from ..derived import ENDED, latest_status
from ..publication import PublicRegister


@dataclass(frozen=True, slots=True)
class Need:
    """A capacity: how many organisations show it in a country, and which modules build it."""

    area: str
    shown: dict[str, int]
    """By country: organisations of which a record shows the capacity."""
    modules: tuple[str, ...]


def needs(public: PublicRegister) -> list[Need]:
    """Every capacity that some module builds, in the order of the vocabulary.

    A capacity that no record shows is not known to be there; it may be. Answers to the
    questionnaire count as soon as they are in the records.
    """
    found = []
    for area in public.vocabularies["capacity-areas"].record.terms:
        building = tuple(
            key for key, it in sorted(public.modules.items()) if area in (it.record.builds or ())
        )
        if building:
            shown = {code: _showing(public, code, area) for code in public.countries}
            found.append(Need(area, shown, building))
    return found


def organisations_in(public: PublicRegister, country: str) -> int:
    """Organisations of a country that have not ended."""
    return sum(
        it.country == country and latest_status(it) not in ENDED
        for it in public.organisations.values()
    )


def _showing(public: PublicRegister, country: str, area: str) -> int:
    return sum(
        any(capacity.area == area for capacity in it.record.capacities or ())
        for it in public.organisations.values()
        if it.country == country and latest_status(it) not in ENDED
    )


def programme_of(public: PublicRegister, country: str, most: int = 5) -> list[str]:
    """Modules proposed for a country first: those that build what the fewest records show."""
    worth: dict[str, float] = {}
    for need in needs(public):
        total = organisations_in(public, country)
        lacking = 1 - need.shown[country] / total if total else 1.0
        for key in need.modules:
            worth[key] = max(worth.get(key, 0.0), lacking)
    return sorted(worth, key=lambda key: (-worth[key], key))[:most]
