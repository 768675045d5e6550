"""Why an organisation is listed, and what to be careful about, as codes.

Each code has its words in `wording/finder.yml`; the keys and dates that it names are filled in.
"""

from __future__ import annotations

from dataclasses import dataclass

from .facts import WIDE, Helper, Need

Reason = tuple[str, list[str]]
"""A code, and the keys, dates or numbers that its words name."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; "" leaves a part open."""

    need: str = ""
    service: str = ""
    theme: str = ""
    country: str = ""
    region: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An organisation of the answer, why it is listed, and what to be careful about."""

    key: str
    reasons: list[Reason]
    cautions: list[Reason]


@dataclass(frozen=True, slots=True)
class Placed:
    """An organisation, where it stands to the region asked for, and how many squares away."""

    helper: Helper
    tier: str
    distance: int


def item(placed: Placed, need: Need | None, question: Question) -> Item:
    """The organisation as it is listed."""
    helper = placed.helper
    reasons = [*_what(helper, need, question), *_where(placed, question), *_with_whom(helper)]
    return Item(helper.key, reasons, _cautions(helper, need))


def _what(helper: Helper, need: Need | None, question: Question) -> list[Reason]:
    themes = [*(need.themes if need else []), question.theme]
    services = [*(need.services if need else []), question.service]
    helpful = [it for it in (need.helpful if need else []) if it not in services]
    found: list[Reason] = [
        ("themes", [it for it in helper.themes if it in themes]),
        ("services", [it for it in helper.services if it in services]),
        ("helpful", [it for it in helper.services if it in helpful]),
    ]
    return [reason for reason in found if reason[1]]


def _where(placed: Placed, question: Question) -> list[Reason]:
    helper, region = placed.helper, question.region
    if placed.tier == "local":
        return [("seat" if helper.region == region else "serves", [region])]
    found: list[Reason] = []
    if helper.scope in WIDE and placed.tier in ("country", "national"):
        found.append(("wide", [helper.scope]))
    if helper.places:
        found.append(("places", helper.places))
    return found or [("unplaced", [])]


def _with_whom(helper: Helper) -> list[Reason]:
    if helper.with_prosecution:
        return [("prosecution", [])]
    return [("authorities", [])] if helper.cooperates else []


def _cautions(helper: Helper, need: Need | None) -> list[Reason]:
    wanted = [*need.services, *need.helpful] if need else []
    found: list[Reason] = []
    if helper.status != "active":
        found.append(("status", [helper.status]))
    if helper.area_statuses:
        found.append(("area", [part for pair in helper.area_statuses for part in pair]))
    if wanted and not any(it in helper.services for it in wanted):
        found.append(("no-service", []))
    if not helper.newest:
        found.append(("undated", []))
    elif helper.is_old:
        found.append(("old", [helper.newest]))
    if helper.evidence == 0:
        found.append(("single", []))
    return found
