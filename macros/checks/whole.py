"""The register as a whole: nothing lost, nothing twice, nothing unused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from ..model import SINGLE_KINDS, Organisation
from ..problems import Problem
from ..register import Entry, Register
from ..text import fold, without_article
from ..words import phrase


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


def likely_duplicates(register: Register) -> Iterator[Problem]:
    """Two organisations of a country with the same name, letters folded."""
    homes: dict[tuple[str, str], list[Entry[Organisation]]] = defaultdict(list)
    for entry in register.organisations.values():
        names = {_folded(name) for name in entry.record.names.values()}
        for name in names:
            homes[entry.country, name].append(entry)
    for entries in homes.values():
        for first, second in pairwise(entries):
            yield second.problem("likely-duplicate", ("names",), at_key=True, other=first.key)


def _folded(name: str) -> str:
    return " ".join(without_article(fold(name)).split())


def unused_terms(register: Register) -> Iterator[Problem]:
    """Terms that no record uses, neither themselves nor by a narrower term."""
    if register.failed:
        return  # a record that cannot be read may use them
    used: dict[str, set[str]] = defaultdict(set)
    for entry in register.entries():
        settings = entry.kind == "vocabularies" or entry.kind in SINGLE_KINDS
        for _, value, name in entry.at("term") if not settings else ():
            used[name].add(value)
    for name, vocabulary in register.vocabularies.items():
        headings = {term.broader for term in vocabulary.record.terms.values()}
        for term in vocabulary.record.terms if name in used else ():
            if term not in used[name] and term not in headings:
                yield vocabulary.problem("unused-term", ("terms", term), at_key=True, value=term)


def unlinked_authorities(register: Register) -> Iterator[Problem]:
    """Official bodies that no other record names."""
    if register.failed:
        return  # a record that cannot be read may name them
    named = {
        value
        for entry in register.entries()
        for _, value, kind in entry.at("key")
        if kind == "authorities"
    }
    for key, entry in register.authorities.items():
        if key not in named:
            yield entry.problem("unlinked-authority", ("names",), at_key=True, value=key)
