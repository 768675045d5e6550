"""A tentative list of participants: organisations that fit the topic, balanced, with reasons.

Chosen one by one: what an organisation brings to the topic, less what it has in common with those
already chosen (region, umbrella, stance towards the prosecution). The same register always gives
the same list. It is a proposal: nobody in it has been asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..derived import ENDED, actions_of, latest_status
from ..model import Event, Organisation
from ..model.ground import Ground
from ..publication import PublicRegister
from ..register import Entry

SEATS = {
    "focus-group": 12, "roundtable": 10, "discussion-session": 14, "workshop": 12, "training": 16,
    "interview-round": 10,
}  # fmt: skip
"""Organisations proposed by kind of event: few enough for everyone to speak."""
THEME, SAME_REGION, RELATED = 2.0, 1.0, 0.5
"""Worth of a shared theme, of a seat in the event's region, of a relation with the prosecution."""
NEIGHBOUR, ONE_UMBRELLA, SAME_STANCE = 0.6, 1.5, 0.4
"""What each one already chosen from the same region, umbrella or stance takes away."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An organisation that is proposed, and what speaks for it."""

    key: str
    themes: tuple[str, ...]
    services: tuple[str, ...]
    region: str
    relations: tuple[str, ...]
    """Kinds of its recorded relations with the prosecution."""
    umbrellas: frozenset[str]
    stances: frozenset[str]
    """How those relations stand: cooperative, administrative, adversarial."""

    def worth(self, event: Event, chosen: list[Proposal]) -> float:
        """What it adds to the list as it is so far."""
        own = len(self.themes) * THEME + bool(self.relations) * RELATED
        own += bool(event.region and event.region == self.region) * SAME_REGION
        for other in chosen:
            own -= bool(self.region and self.region == other.region) * NEIGHBOUR
            own -= bool(self._circle & other._circle) * ONE_UMBRELLA
            own -= bool(self.stances & other.stances) * SAME_STANCE
        return own

    @property
    def _circle(self) -> frozenset[str]:
        return self.umbrellas | {self.key}


def participants(entry: Entry[Event], public: PublicRegister) -> list[Proposal]:
    """The organisations proposed for an event, in the order in which they were chosen."""
    left = [
        _proposal(it, entry.record, public)
        for it in public.organisations.values()
        if it.country == entry.country and latest_status(it) not in ENDED
    ]
    left = sorted((it for it in left if it.themes), key=lambda it: it.key)
    chosen: list[Proposal] = []
    while left and len(chosen) < SEATS[entry.record.kind]:
        best = max(left, key=lambda it: it.worth(entry.record, chosen))
        left.remove(best)
        chosen.append(best)
    return chosen


def _proposal(it: Entry[Organisation], event: Event, public: PublicRegister) -> Proposal:
    record = it.record
    relations = [
        relation.kind
        for relation in record.authority_relations or ()
        if any(_is_prosecution(key, public) for key in relation.authorities or ())
    ]
    kinds = public.vocabularies["relation-kinds"].record.terms
    stances = {(kinds[kind].attributes or {}).get("stance", "") for kind in relations}
    return Proposal(
        it.key,
        tuple(term for term in event.themes if term in record.themes),
        tuple(record.services or ()),
        record.region or "",
        tuple(dict.fromkeys(relations)),
        frozenset(record.member_of or ()),
        frozenset(stances - {""}),
    )


def _is_prosecution(key: str, public: PublicRegister) -> bool:
    entry = public.authorities.get(key)
    return entry is not None and entry.record.kind == "prosecution"


def authorities(entry: Entry[Event], public: PublicRegister) -> dict[str, list[str]]:
    """Official bodies proposed, each with why: `founded` if the event rests on what it does or is
    part of, `deciding` if it decides on actions of the event's plan.
    """
    found: dict[str, list[str]] = {}
    for ground in entry.record.rests_on or ():
        for key in _bodies(ground, public):
            found.setdefault(key, []).append("founded")
    plan = public.action_plans.get(entry.record.plan or "")
    for _, action in actions_of(plan) if plan else ():
        for approval in action.approvals:
            found.setdefault(approval.authority, []).append("deciding")
    return {key: list(dict.fromkeys(reasons)) for key, reasons in found.items()}


def _bodies(ground: Ground, public: PublicRegister) -> Iterable[str]:
    mechanism = public.mechanisms.get(ground.mechanism or "")
    if mechanism:
        yield from mechanism.record.authorities or ()
    if ground.authority:
        yield ground.authority
