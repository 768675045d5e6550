"""Following up: which records are to be verified by when, and who asks whom next.

A record's own next step stands in `collection.next`; else its stage says what comes next.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from .checks.evidence import VERIFY_WITHIN_DAYS
from .model import Organisation
from .register import Entry
from .words import words

OWN = "own"
ENDED = ("closed", "merged")
"""Organisations of which nobody is left to be asked."""


@dataclass(frozen=True, slots=True)
class Due:
    """An organisation, when it is to be verified, and the next step."""

    entry: Entry[Organisation]
    due: str
    """The day (ISO 8601); empty for a record that was never verified, which is due at once."""
    step: str
    """The stage that the record is at, or `own` where it names a step of its own."""

    @property
    def last_verified(self) -> str:
        """When it was last verified; empty if never."""
        return self.entry.record.collection.last_verified or ""

    def is_due(self, by: datetime.date) -> bool:
        """Whether it is to be verified on that day or before."""
        return self.due <= by.isoformat()[: len(self.due)]

    def who_asks(self, lang: str) -> tuple[str, str, str]:
        """Who asks whom, and for what, by role."""
        own, wording = self.entry.record.collection.next, words("collection", lang)
        if own:
            return own.by, own.asks, wording["next_own"]
        return tuple(wording[f"{part}_{self.step}"] for part in ("by", "asks", "next"))  # type: ignore[return-value]


def follow_up(entries: Iterable[Entry[Organisation]]) -> list[Due]:
    """Every organisation that still exists, by country and day, the most urgent first."""
    found = [_due(entry) for entry in entries if not _has_ended(entry)]
    return sorted(found, key=lambda it: (it.entry.country, it.due, it.entry.key))


def _has_ended(entry: Entry[Organisation]) -> bool:
    return any(step.value in ENDED and not step.area for step in entry.record.status)


def _due(entry: Entry[Organisation]) -> Due:
    collection = entry.record.collection
    own, last = collection.next, collection.last_verified
    step = OWN if own else str(collection.stage)
    if own and own.due:
        return Due(entry, own.due, step)
    if not last:
        return Due(entry, "", step)
    year, month, day = ([int(part) for part in last.split("-")] + [1, 1])[:3]
    limit = datetime.date(year, month, day) + datetime.timedelta(days=VERIFY_WITHIN_DAYS)
    return Due(entry, limit.isoformat(), step)
