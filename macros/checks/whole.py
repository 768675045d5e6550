"""The register as a whole: nothing lost, nothing twice, nothing unused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ..matching import judged_apart, likely_pairs, named
from ..model import SINGLE_KINDS
from ..problems import Problem
from ..register import Register
from ..text import LANGUAGES, Localised, join
from ..words import phrase

WAITING = (
    "audiences", "event-kinds", "event-statuses", "participant-groups", "evaluation-statements",
    "pillars", "draft-stages", "decisions", "action-statuses",
)  # fmt: skip
"""Lists of steps and forms whose terms wait until the programme comes to them."""


def expected_counts(register: Register) -> Iterator[Problem]:
    """No country has fewer records than its own record expects."""
    for country in register.countries.values():
        expected = country.record.expected
        for kind, least in (expected.model_dump() if expected else {}).items():
            entries = register.kinds[kind].values()
            found = sum(1 for entry in entries if entry.country == country.key)
            broken = any(
                failed == kind and key.startswith(f"{country.key}-")
                for failed, key in register.failed
            )
            if found < least and not broken:
                values = {"found": str(found), "least": str(least)}
                name = phrase("report", kind)
                yield country.problem(
                    "too-few-records", ("expected", kind), kind=name, values=values
                )


@cache
def _in_words(reasons: tuple[str, ...]) -> Localised:
    """Reasons for a likely pair, in every language."""
    phrases = [phrase("duplicates", reason) for reason in reasons]
    return {lang: join([it[lang] for it in phrases], lang) for lang in LANGUAGES}


def likely_duplicates(register: Register) -> Iterator[Problem]:
    """Two organisations of a country that may be one, unless people judged them to be two."""
    every = [named(entry) for entry in register.organisations.values()]
    for pair in likely_pairs(every, judged_apart(register), register.root):
        entry = register.organisations[pair.second.key]
        why = _in_words(pair.reasons)
        yield entry.problem(
            "likely-duplicate", ("names",), at_key=True, other=pair.first.key, why=why
        )


TOOLS = (*SINGLE_KINDS, "vocabularies", "questionnaire")
"""Kinds that set how records are read or asked for; a term they name is not in use by that."""


def unused_terms(register: Register) -> Iterator[Problem]:
    """Terms that no record uses, neither themselves nor by a narrower term."""
    if register.failed:
        return  # a record that cannot be read may use them
    used: dict[str, set[str]] = defaultdict(set)
    for entry in register.entries():
        for name, values in entry.held("term").items() if entry.kind not in TOOLS else ():
            used[name].update(values)
    for name, vocabulary in register.vocabularies.items():
        headings = {term.broader for term in vocabulary.record.terms.values()}
        for term in vocabulary.record.terms if name in used and name not in WAITING else ():
            if term not in used[name] and term not in headings:
                yield vocabulary.problem("unused-term", ("terms", term), at_key=True, value=term)


def unlinked_authorities(register: Register) -> Iterator[Problem]:
    """Official bodies that no other record names."""
    if register.failed:
        return  # a record that cannot be read may name them
    named = {
        value for entry in register.entries() for value in entry.held("key").get("authorities", ())
    }
    for key, entry in register.authorities.items():
        if key not in named:
            yield entry.problem("unlinked-authority", ("names",), at_key=True, value=key)
