"""Terms, keys, regions and areas must exist."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from ..register import Entry, Register, nearest
from ..text import DEFAULT, pick


def terms(register: Register) -> Iterator[Problem]:
    """Every term is one of its vocabulary."""
    for entry in register.entries():
        for loc, value, name in entry.at("term"):
            vocabulary = register.vocabularies.get(name)
            if vocabulary and value not in vocabulary.record.terms:
                yield entry.problem(
                    "unknown-term",
                    loc,
                    value=value,
                    list=pick(vocabulary.record.one or vocabulary.record.labels, DEFAULT),
                    vocabulary=vocabulary.path,
                    suggestion=nearest(value, list(vocabulary.record.terms)),
                )


def broader_terms(register: Register) -> Iterator[Problem]:
    """A broader term is a term of the same list, and the way up ends."""
    for entry in register.vocabularies.values():
        known = entry.record.terms
        for name, term in known.items():
            if not term.broader:
                continue
            loc = ("terms", name, "broader")
            if term.broader not in known:
                near = nearest(term.broader, list(known))
                yield entry.problem(
                    "unknown-term", loc, value=term.broader, list=entry.key, vocabulary=entry.path,
                    suggestion=near,
                )  # fmt: skip
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
        for loc, value, kind in entry.at("key"):
            if value in register.kinds[kind] or value in register.failed:
                if value == entry.key and kind == entry.kind:
                    yield entry.problem("refers-to-itself", loc, value=value)
                continue
            near = nearest(value, list(register.kinds[kind]))
            yield entry.problem("unknown-record", loc, value=value, kind=kind, suggestion=near)


def regions(register: Register) -> Iterator[Problem]:
    """Region codes and areas are those of the record's own country."""
    for entry in register.entries():
        country = register.countries.get(entry.country)
        if not country:
            continue
        yield from _listed(entry, "region", "unknown-region", list(country.record.regions), country.path)
        yield from _listed(entry, "area", "unknown-area", list(country.record.areas or {}), country.path)


def _listed(entry: Entry, mark: str, code: str, allowed: list[str], home: str) -> Iterator[Problem]:  # type: ignore[type-arg]
    for loc, value, _ in entry.at(mark):
        if value not in allowed:
            near = nearest(value, allowed)
            yield entry.problem(code, loc, value=value, country=home, suggestion=near)


def countries(register: Register) -> Iterator[Problem]:
    """A record's country has a record of its own."""
    reported = set()
    for entry in register.entries():
        missing = entry.country and entry.country not in register.countries
        if missing and entry.country not in reported and entry.country not in register.failed:
            reported.add(entry.country)
            near = nearest(entry.country, list(register.countries))
            yield entry.problem("unknown-country", value=entry.country, suggestion=near)
