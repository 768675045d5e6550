"""Checks: one function per rule, all listed here, every problem of every file in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..problems import Problem, ordered
from ..register import Register, located
from . import (
    dates,
    evidence,
    grounds,
    languages,
    privacy,
    programme,
    sources,
    terms,
    translations,
    whole,
)

Check = Callable[[Register], Iterator[Problem]]

CHECKS: list[Check] = [
    terms.vocabularies,
    terms.terms,
    terms.broader_terms,
    terms.keys,
    terms.parents,
    terms.regions,
    terms.countries,
    sources.source_ids,
    sources.missing_sources,
    sources.supported_fields,
    sources.undated_interviews,
    sources.unused_sources,
    dates.future_dates,
    dates.order_of_dates,
    languages.scripts,
    translations.translations,
    translations.translated_scripts,
    translations.missing_languages,
    privacy.personal_contacts,
    privacy.personal_addresses,
    privacy.markup,
    evidence.single_source,
    evidence.old_sources,
    evidence.overdue_verification,
    evidence.conflicting_years,
    evidence.umbrella_figures,
    evidence.undated_consents,
    evidence.expired_consents,
    grounds.unfounded_actions,
    grounds.grounds,
    programme.reports_of_held_events,
    programme.unanswered_recommendations,
    programme.ids,
    programme.versions,
    programme.months,
    programme.decisions,
    programme.invitations,
    whole.expected_counts,
    whole.likely_duplicates,
    whole.unused_terms,
    whole.unlinked_authorities,
]


def check(register: Register) -> list[Problem]:
    """Every problem of the register: those of form found on loading and those of meaning."""
    found = [problem for rule in CHECKS for problem in rule(register)]
    return ordered([*register.problems, *located(register.root, found)])
