"""What events and actions rest on is in the register, just as they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..derived import latest_status
from ..model import values_at
from ..model.ground import Gap, Ground
from ..problems import Loc, Problem
from ..register import Entry, Register
from ..words import phrase

GONE = ("closed", "merged")
PLACES: dict[str, Loc] = {
    "events": ("rests_on", "*"),
    "action-plans": ("objectives", "*", "actions", "*", "rests_on", "*"),
}
"""Where a kind of record names what it rests on."""


def unfounded_actions(register: Register) -> Iterator[Problem]:
    """Every action rests on something."""
    for entry in register.kinds["action-plans"].values():
        for loc, action in values_at(entry.data, ("objectives", "*", "actions", "*")):
            if not action.get("rests_on"):
                yield entry.problem("rests-on-nothing", loc, value=str(action["id"]))


def of_several(register: Register) -> Iterator[Problem]:
    """An action of a plan for all countries rests on two of them, or on what holds for all."""
    for entry in register.kinds["action-plans"].values():
        for loc, action in values_at(entry.data, ("objectives", "*", "actions", "*")):
            typed = action.get("rests_on") or ()
            places = {_place(Ground.model_validate(it), register) for it in typed}
            if not entry.country and len(places) == 1 and "" not in places:
                values = {"value": str(action["id"]), "country": next(iter(places))}
                yield entry.problem("of-one-country-only", loc, values)


def _place(ground: Ground, register: Register) -> str:
    """The country that a ground speaks of; none for findings and gaps of all countries."""
    if ground.gap:
        return ground.gap.country or (ground.gap.region or "")[:2].lower()
    named = {
        "legislation": ground.law,
        "mechanisms": ground.mechanism,
        "organisations": ground.organisation,
        "events": ground.heard_at,
        "authorities": ground.authority,
    }
    for kind, key in named.items():
        if key in register.kinds[kind]:
            return str(register.kinds[kind][key].country)
    return ""


def grounds(register: Register) -> Iterator[Problem]:
    """Each ground names one thing, and that thing is in the register."""
    for kind, pattern in PLACES.items():
        for entry in register.kinds[kind].values():
            for loc, typed in values_at(entry.data, pattern):
                yield from _ground(entry, loc, Ground.model_validate(typed), register)


def _ground(entry: Entry[Any], loc: Loc, ground: Ground, register: Register) -> Iterator[Problem]:
    heads = (
        ground.finding, ground.law, ground.mechanism, ground.organisation, ground.heard_at,
        ground.gap,
    )  # fmt: skip
    named = sum(head is not None for head in heads)
    if named > 1 or not (named or ground.authority) or not _is_whole(ground):
        yield entry.problem("unclear-ground", loc)
    elif ground.gap:
        found = _filling(ground.gap, entry.country, register)
        if found:
            yield entry.problem("not-a-gap", (*loc, "gap"), other=found[0], n=str(len(found)))
    elif missing := _missing(ground, register):
        record, what = missing
        yield entry.problem("ground-not-found", loc, record=record, what=phrase("report", what))


def _is_whole(ground: Ground) -> bool:
    """Whether it says enough to be looked up."""
    if ground.law:
        return bool(ground.article or ground.concerns)
    if ground.organisation:
        return bool(ground.authority)
    if ground.heard_at:
        return bool(ground.recommendation)
    return ground.gap is None or bool(ground.gap.theme or ground.gap.service or ground.gap.region)


def _missing(ground: Ground, register: Register) -> tuple[str, str] | None:
    """The record that lacks what is said of it, and the name of what it lacks."""
    if law := register.legislation.get(ground.law or ""):
        rules = law.record.provisions or ()
        fits = any(
            ground.article in (None, rule.article) and ground.concerns in (None, rule.concerns)
            for rule in rules
        )
        return None if fits else (law.key, "provision")
    if organisation := register.organisations.get(ground.organisation or ""):
        relations = organisation.record.authority_relations or ()
        related = any(ground.authority in (it.authorities or ()) for it in relations)
        return None if related else (organisation.key, "relation")
    if event := register.kinds["events"].get(ground.heard_at or ""):
        report = event.record.report
        ids = [it.id for it in report.recommendations or ()] if report else []
        return None if ground.recommendation in ids else (event.key, "recommendation")
    return None


def _filling(gap: Gap, country: str, register: Register) -> list[str]:
    """Organisations that work where a gap is said to be."""
    country = gap.country or country
    return [
        key
        for key, entry in register.organisations.items()
        if (not country or entry.country == country)
        and latest_status(entry) not in GONE
        and gap.theme in (None, *entry.record.themes)
        and gap.service in (None, *(entry.record.services or ()))
        and gap.region in (None, entry.record.region, *(entry.record.areas_served or ()))
    ]
