"""How well a record is founded: warnings that are published with it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..problems import Problem
from ..register import Register

VERIFY_WITHIN_DAYS = 365
SOURCES_WITHIN_YEARS = 5
ADDED_UP = ("members", "staff", "volunteers", "branches", "people_reached")


def single_source(register: Register) -> Iterator[Problem]:
    """An organisation known from one source only."""
    for entry in register.organisations.values():
        if len(entry.record.sources) == 1:
            yield entry.problem("single-source", ("sources",), at_key=True)


def old_sources(register: Register) -> Iterator[Problem]:
    """An organisation whose newest dated source is years old; undated sources say nothing."""
    limit = register.today.year - SOURCES_WITHIN_YEARS
    for entry in register.organisations.values():
        years = [int(s.date[:4]) for s in entry.record.sources.values() if s.date]
        if years and max(years) < limit:
            values = {"newest": str(max(years)), "limit": str(SOURCES_WITHIN_YEARS)}
            yield entry.problem("old-sources", ("sources",), at_key=True, values=values)


def overdue_verification(register: Register) -> Iterator[Problem]:
    """A record that was never verified, or not for a year."""
    limit = register.today - datetime.timedelta(days=VERIFY_WITHIN_DAYS)
    for entry in register.organisations.values():
        last = entry.record.collection.last_verified
        if last is None:
            yield entry.problem("never-verified", ("collection",), at_key=True)
        elif last < limit.isoformat()[: len(last)]:
            yield entry.problem("overdue-verification", ("collection", "last_verified"), value=last)


def conflicting_years(register: Register) -> Iterator[Problem]:
    """Sources that give different years for the same founding event."""
    for entry in register.organisations.values():
        years: dict[str, set[str]] = {}
        for claim in entry.record.founded or ():
            years.setdefault(claim.event, set()).add(claim.value[:4])
        for found in years.values():
            if len(found) > 1:
                yield entry.problem(
                    "conflicting-years", ("founded",), at_key=True, value=", ".join(sorted(found))
                )


def umbrella_figures(register: Register) -> Iterator[Problem]:
    """Figures of an umbrella body may contain those of its members."""
    for entry in register.organisations.values():
        for name in ADDED_UP:
            if entry.record.is_umbrella and name in entry.data:
                yield entry.problem("umbrella-figures", (name,), at_key=True)


def expired_consents(register: Register) -> Iterator[Problem]:
    """A consent that has run out: the record is not published until it is renewed."""
    for entry in register.organisations.values():
        expires = entry.record.publication.consent_expires
        if expires and expires < register.today.isoformat()[: len(expires)]:
            yield entry.problem(
                "consent-expired", ("publication", "consent_expires"), value=expires
            )


def undated_consents(register: Register) -> Iterator[Problem]:
    """A consent that was granted has a date."""
    for entry in register.organisations.values():
        publication = entry.record.publication
        if publication.consent == "granted" and not publication.consent_date:
            yield entry.problem("consent-undated", ("publication", "consent"))
