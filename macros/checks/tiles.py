"""The tile map of a country: one square for each of its regions, and no square twice."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.faults import near
from ..problems import Problem
from ..register import Register


def tiles(register: Register) -> Iterator[Problem]:
    """A country that has a tile map shows every region on it, in a place of its own."""
    for country in register.countries.values():
        squares = country.record.tiles
        if squares is None:
            continue
        regions = list(country.record.regions)
        for code in squares:
            if code not in regions:
                values = {"value": code, "country": country.path} | near(code, regions)
                yield country.problem("unknown-region", ("tiles", code), values, at_key=True)
        for code in regions:
            if code not in squares:
                yield country.problem("region-without-tile", ("tiles",), at_key=True, value=code)
        first: dict[tuple[int, ...], str] = {}
        for code, square in squares.items():
            other = first.setdefault(tuple(square), code)
            if other != code:
                yield country.problem("tile-taken", ("tiles", code), value=code, first=other)
