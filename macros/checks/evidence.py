"""How well a record is founded: warnings that are published with it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from ..model import Organisation
from ..problems import Problem
from ..register import Entry, Register

VERIFY_WITHIN_DAYS = 365
SOURCES_WITHIN_YEARS = 5
ADDED_UP = ("members", "staff", "volunteers", "branches", "people_reached")


def single_source(entry: Entry[Any]) -> Iterator[Problem]:
    """An organisation known from one source only."""
    if isinstance(entry.record, Organisation) and len(entry.record.sources) == 1:
        yield entry.problem("single-source", ("sources",), at_key=True)


def old_sources(register: Register) -> Iterator[Problem]:
    """An organisation whose newest dated source is years old; undated sources say nothing."""
    limit = register.today.year - SOURCES_WITHIN_YEARS
    for entry in register.organisations.values():
        years = [int(s.date[:4]) for s in entry.record.sources.values() if s.date]
        if years and max(years) < limit:
            values = {"newest": str(max(years)), "limit": str(SOURCES_WITHIN_YEARS)}
            yield entry.problem("old-sources", ("sources",), at_key=True, values=values)


def never_verified(entry: Entry[Any]) -> Iterator[Problem]:
    """A record that was never verified."""
    record = entry.record
    if isinstance(record, Organisation) and record.collection.last_verified is None:
        yield entry.problem("never-verified", ("collection",), at_key=True)


def overdue_verification(register: Register) -> Iterator[Problem]:
    """A record that was not verified for a year."""
    limit = register.today - datetime.timedelta(days=VERIFY_WITHIN_DAYS)
    for entry in register.organisations.values():
        last = entry.record.collection.last_verified
        if last is not None and last < limit.isoformat()[: len(last)]:
            yield entry.problem("overdue-verification", ("collection", "last_verified"), value=last)


def conflicting_years(entry: Entry[Any]) -> Iterator[Problem]:
    """Sources that give different years for the same founding event."""
    if not isinstance(entry.record, Organisation):
        return
    years: dict[str, set[str]] = {}
    for claim in entry.record.founded or ():
        years.setdefault(claim.event, set()).add(claim.value[:4])
    for found in years.values():
        if len(found) > 1:
            value = ", ".join(sorted(found))
            yield entry.problem("conflicting-years", ("founded",), at_key=True, value=value)


def umbrella_figures(entry: Entry[Any]) -> Iterator[Problem]:
    """Figures of an umbrella body may contain those of its members."""
    if isinstance(entry.record, Organisation) and entry.record.is_umbrella:
        for name in ADDED_UP:
            if name in entry.data:
                yield entry.problem("umbrella-figures", (name,), at_key=True)


def expired_consents(register: Register) -> Iterator[Problem]:
    """A consent that has run out: the record is not published until it is renewed."""
    for entry in register.organisations.values():
        expires = entry.record.publication.consent_expires
        if expires and expires < register.today.isoformat()[: len(expires)]:
            yield entry.problem(
                "consent-expired", ("publication", "consent_expires"), value=expires
            )


def undated_consents(entry: Entry[Any]) -> Iterator[Problem]:
    """A consent that was granted has a date."""
    if isinstance(entry.record, Organisation):
        publication = entry.record.publication
        if publication.consent == "granted" and not publication.consent_date:
            yield entry.problem("consent-undated", ("publication", "consent"))
