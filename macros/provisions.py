"""Provisions in their laws: which apply today, to which step and in which part of a country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .derived import force_on, standing
from .model import Law
from .model.law import Force, Provision
from .publication import PublicRegister
from .register import Entry

STANDINGS = ("now", "later", "unknown", "past")
"""How a law stands on the day of the build, in the order in which readers need them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A provision with the law it is part of, and how that law stands."""

    law: Entry[Law]
    index: int
    """Its place in the law's list, from 0."""
    provision: Provision
    standing: str

    @property
    def id(self) -> str:
        """A name that no other provision has, such as `eg-law-149-2019-3`."""
        return f"{self.law.key}-{self.index + 1}"


def laws(public: PublicRegister, country: str | None = None) -> list[Entry[Law]]:
    """Laws by country, those that apply first, then by year; laws without a year at the end."""
    entries = [law for law in public.legislation.values() if country in (None, law.country)]

    def order(law: Entry[Law]) -> tuple[str, int, str, str]:
        place = STANDINGS.index(standing(law.record, public.today))
        return law.country, place, law.record.year or "9999", law.key

    return sorted(entries, key=order)


def provisions(public: PublicRegister, country: str | None = None) -> Iterator[Placed]:
    """Every provision, in the order of `laws`."""
    for law in laws(public, country):
        stands = standing(law.record, public.today)
        for index, provision in enumerate(law.record.provisions or ()):
            yield Placed(law, index, provision, stands)


def where_in_force(public: PublicRegister, law: Entry[Law]) -> list[str]:
    """The parts of the country that a law is in force in; none where it is the whole country."""
    steps = [step for step in force_on(law.record, public.today) if step.value == "in-force"]
    return [] if any(not step.area for step in steps) else [step.area or "" for step in steps]


def still_to_come(public: PublicRegister, law: Entry[Law]) -> list[Force]:
    """Steps of a law's history whose date lies ahead of the build."""
    today = public.today.isoformat()
    return [
        it for it in law.record.in_force or () if it.start and it.start > today[: len(it.start)]
    ]
