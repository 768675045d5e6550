"""Dates are in the past where they must be, and in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import values_at
from ..model.common import DATE
from ..problems import Loc, Problem
from ..register import Entry, Register

MAY_BE_FUTURE = {"end", "until", "from", "consent_expires", "start", "due"}
PAIRS = (
    ("start", "end"),
    ("since", "until"),
    ("from", "until"),
    ("consent_date", "consent_expires"),
)
SHORT_FORMS: tuple[Loc, ...] = (("founded",), ("amended", "*"))
"""Where a bare date may stand for a claim or an amendment: `founded: 1998`."""
SPANS: tuple[Loc, ...] = (
    ("projects", "*"), ("authority_relations", "*"), ("in_force", "*"), ("publication",), (),
)  # fmt: skip


def future_dates(register: Register) -> Iterator[Problem]:
    """What a source reports has happened."""
    today = register.today.isoformat()
    for entry in register.entries():
        if max(_texts(entry), default="") <= today:
            continue
        for loc, text in _dates(entry):
            if loc[-1] not in MAY_BE_FUTURE and DATE.fullmatch(text) and text > today[: len(text)]:
                yield entry.problem("date-in-future", loc, value=text, today=today)


def _texts(entry: Entry[Any]) -> list[str]:
    """The same as `_dates` without places."""
    return [*entry.held("date").get("", ()), *(text for _, text in _short_forms(entry))]


def _dates(entry: Entry[Any]) -> Iterator[tuple[Loc, str]]:
    yield from ((loc, text) for loc, text, _ in entry.at("date"))
    yield from _short_forms(entry)


def _short_forms(entry: Entry[Any]) -> Iterator[tuple[Loc, str]]:
    for pattern in SHORT_FORMS:
        for loc, value in values_at(entry.data, pattern):
            if isinstance(value, str | int):
                yield loc, str(value)


def order_of_dates(entry: Entry[Any]) -> Iterator[Problem]:
    """An end does not come before its start."""
    for pattern in SPANS:
        for loc, span in values_at(entry.data, pattern):
            for first, last in PAIRS:
                if _reversed(span, first, last):
                    values = {"first": str(span[first]), "last": str(span[last])}
                    yield entry.problem("dates-out-of-order", (*loc, last), values=values)


def _reversed(span: Any, first: str, last: str) -> bool:
    if not isinstance(span, dict) or first not in span or last not in span:
        return False
    start, end = str(span[first]), str(span[last])
    shared = min(len(start), len(end))
    return end[:shared] < start[:shared]
