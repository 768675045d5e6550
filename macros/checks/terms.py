"""Terms, keys, regions and areas must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from ..model import KINDS, Vocabulary, places
from ..model.faults import near
from ..problems import Loc, Problem
from ..register import Entry, Register
from ..words import phrase


def terms(register: Register) -> Iterator[Problem]:
    """Every term is one of its vocabulary."""
    known = {name: entry.record.terms.keys() for name, entry in register.vocabularies.items()}
    for entry in register.entries():
        held = entry.held("term")
        if all(set(values) <= known[name] for name, values in held.items() if name in known):
            continue
        for loc, value, name in entry.at("term"):
            vocabulary = register.vocabularies.get(name)
            if vocabulary and value not in vocabulary.record.terms:
                yield _unknown_term(entry, loc, value, vocabulary)


def _unknown_term(entry: Entry[Any], loc: Loc, value: str, home: Entry[Vocabulary]) -> Problem:
    known = list(home.record.terms)
    one = home.record.one or home.record.labels
    values = {"value": value, "vocabulary": home.path} | near(value, known)
    return entry.problem("unknown-term", loc, list=one, values=values)


EVERYWHERE = (
    "vocabularies", "countries", "authorities", "organisations", "legislation", "mechanisms",
    "translations",
)  # fmt: skip
"""Kinds that every register is made for; the lists of others are wanted where it has any."""


def vocabularies(register: Register) -> Iterator[Problem]:
    """Every vocabulary that records draw their terms from is there."""
    kinds = [kind for kind in KINDS if kind in EVERYWHERE or register.kinds.get(kind)]
    wanted = {mark.of for kind in kinds for _, mark in places(KINDS[kind], "term")}
    for name in sorted(wanted):
        if name not in register.vocabularies and ("vocabularies", name) not in register.failed:
            path = f"data/vocabularies/{name}.yml"
            yield Problem(path, "missing-vocabulary", values={"value": name}, line=1, column=1)


def broader_terms(register: Register) -> Iterator[Problem]:
    """A broader term is a term of the same list, and the way up ends."""
    for entry in register.vocabularies.values():
        known = entry.record.terms
        for name, term in known.items():
            if not term.broader:
                continue
            loc = ("terms", name, "broader")
            if term.broader not in known:
                yield _unknown_term(entry, loc, term.broader, entry)
            elif _returns(name, {key: value.broader for key, value in known.items()}):
                yield entry.problem("circle", loc, value=name)


def parents(register: Register) -> Iterator[Problem]:
    """Nothing is part of itself, directly or through others."""
    above: dict[str, str | None] = {key: e.record.parent for key, e in register.authorities.items()}
    for key, entry in register.authorities.items():
        if entry.record.parent and _returns(key, above):
            yield entry.problem("circle", ("parent",), value=key)


def _returns(start: str, above: dict[str, str | None]) -> bool:
    seen, current = {start}, above.get(start)
    while current:
        if current == start:
            return True
        if current in seen:
            return False
        seen.add(current)
        current = above.get(current)
    return False


def keys(register: Register) -> Iterator[Problem]:
    """Every key leads to a record of the right kind, and not to the record itself."""
    for entry in register.entries():
        if all(_lead(entry, kind, to, register) for kind, to in entry.held("key").items()):
            continue
        for loc, value, kind in entry.at("key"):
            if value in register.kinds[kind] or (kind, value) in register.failed:
                if value == entry.key and kind == entry.kind:
                    yield entry.problem("refers-to-itself", loc, value=value)
                continue
            values = {"value": value} | near(value, list(register.kinds[kind]))
            yield entry.problem("unknown-record", loc, kind=phrase("report", kind), values=values)


def _lead(entry: Entry[Any], kind: str, keys: list[str], register: Register) -> bool:
    """Whether all keys lead to other records."""
    known = register.kinds[kind]
    return all(it in known for it in keys) and not (kind == entry.kind and entry.key in keys)


def regions(register: Register) -> Iterator[Problem]:
    """Region codes and areas are those of the record's own country."""
    for entry in register.entries():
        country = register.countries.get(entry.country)
        if not country:
            continue
        yield from _listed(entry, "region", "unknown-region", country.record.regions, country.path)
        areas = country.record.areas or {}
        yield from _listed(entry, "area", "unknown-area", areas, country.path)


def _listed(
    entry: Entry[Any], mark: str, code: str, allowed: Collection[str], home: str
) -> Iterator[Problem]:
    if all(value in allowed for value in entry.held(mark).get("", ())):
        return
    for loc, value, _ in entry.at(mark):
        if value not in allowed:
            values = {"value": value, "country": home} | near(value, list(allowed))
            yield entry.problem(code, loc, values=values)


def countries(register: Register) -> Iterator[Problem]:
    """A record's country has a record of its own."""
    reported = set()
    for entry in register.entries():
        code = entry.country
        known = not code or code in register.countries or ("countries", code) in register.failed
        if not known and code not in reported:
            reported.add(code)
            values = {"value": code} | near(code, list(register.countries))
            yield entry.problem("unknown-country", values=values)
