"""Counts corrected for how much was read, and for which sources happened to be found.

Whoever reads more sources finds more facts. So facts are counted as ecologists count species in
samples of unequal size, by rarefaction: the number expected if every organisation had been looked
at with the same effort (Coleman 1981, Mathematical Biosciences 54; Gotelli and Colwell 2001,
Ecology Letters 4(4)). Sources are the samples. With `n` sources and a common effort of `m`, each
source counts as read with the chance (m/n)^c. At a correction `c` of 1 facts are taken to grow in
proportion to the sources, at 0 not at all. Further sources without new facts make the chance
smaller and so can never raise a count.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass

import numpy as np

from .counts import Unit
from .numbers import Array, Numbers


@dataclass(frozen=True, slots=True)
class Case:
    """What is on record of an organisation in one dimension."""

    key: str
    sources: list[str]
    units: list[list[Unit]]
    """What each indicator counts."""
    n_facts: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """The units of all organisations side by side, in the order of organisations and indicators."""

    shape: tuple[int, int]
    """Numbers of organisations and of indicators."""
    seen_in: Numbers
    """By draw and unit: how often the unit's sources were drawn. Draw 0 is the record as it is."""
    effort: Array
    """By unit: m/n of its organisation."""
    cell: Numbers
    """By unit: the cell (organisation x indicator, counted through) that it adds to."""
    always: Array
    """By organisation and indicator: units that rest on all sources, which count as they are."""

    def values(self, draws: Numbers, correction: Array) -> Array:
        """Corrected counts: draws by organisations by indicators."""
        chance = self.effort ** correction[:, np.newaxis]
        found = 1 - (1 - chance) ** self.seen_in[draws]
        n = self.shape[0] * self.shape[1]
        totals = np.zeros((len(draws), n))
        if len(self.cell):
            starts = np.flatnonzero(np.diff(self.cell, prepend=-1))
            totals[:, self.cell[starts]] = np.add.reduceat(found, starts, axis=1)
        return totals.reshape(len(draws), *self.shape) + self.always


def gather(cases: list[Case], effort: int, seed: int, draws: int) -> Evidence:
    """The evidence of all cases, with as many draws of their sources beside the record as it is."""
    n_indicators = len(cases[0].units)
    seen_in, efforts, cells = [], [], []
    always = np.zeros((len(cases), n_indicators))
    for row, case in enumerate(cases):
        times = _times(case, seed, draws)
        place = {name: index for index, name in enumerate(case.sources)}
        for column, units in enumerate(case.units):
            always[row, column] = sum(not unit for unit in units)
            for unit in filter(None, units):
                seen_in.append(times[:, [place[name] for name in sorted(unit)]].sum(axis=1))
                efforts.append(effort / len(case.sources))
                cells.append(row * n_indicators + column)
    stacked = np.stack(seen_in, axis=1) if seen_in else np.zeros((draws + 1, 0), dtype=np.int64)
    return Evidence(
        (len(cases), n_indicators), stacked, np.array(efforts), np.array(cells, dtype=int), always
    )


def _times(case: Case, seed: int, draws: int) -> Numbers:
    """How often each source is drawn, with replacement; in draw 0 each once.

    Every organisation has random numbers of its own, so that its draws do not depend on others.
    """
    random = np.random.default_rng([seed, zlib.crc32(case.key.encode())])
    n = len(case.sources)
    drawn = random.multinomial(n, np.full(n, 1 / n), size=draws)
    return np.concatenate([np.ones((1, n), dtype=np.int64), drawn])
