"""A composite indicator: values, weights and methods to scores, and to ranks if they vary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from .aggregate import AGGREGATIONS
from .evidence import Evidence
from .normalise import NORMALISATIONS, positive, ranks
from .numbers import Array, Numbers

CHUNK = 4_000_000
"""How many values are worked on at once, so that memory stays bounded."""
FACTORS = ("evidence", "correction", "weights", "normalisation", "aggregation")
"""What is uncertain; words for them are in `wording/assessment.yml`."""


def scores(
    values: Array,
    weights: Array,
    normalisation: str = "min-max",
    aggregation: str = "linear",
    reference: Array | None = None,
) -> Array:
    """Scores of organisations: more is better, and no scale beyond that.

    `values` are organisations by indicators, with any number of axes before; `weights` are by
    indicator, with the same axes before.
    """
    none = np.full(values.shape[-1], np.nan)
    normal = NORMALISATIONS[normalisation](values, none if reference is None else reference)
    return aggregate(normal, weights, aggregation)


def aggregate(normal: Array, weights: Array, aggregation: str) -> Array:
    """Scores from normalised values; a geometric mean takes them on a scale from 1 to 100."""
    fitting = positive(normal) if aggregation == "geometric" else normal
    return AGGREGATIONS[aggregation](fitting, weights)


@dataclass(frozen=True, slots=True)
class Choices:
    """The uncertain inputs, one of each per draw."""

    evidence: Numbers
    """Which draw of the sources."""
    correction: Array
    weights: Array
    """Draws by indicators."""
    normalisation: Numbers
    aggregation: Numbers

    def __len__(self) -> int:
        return len(self.evidence)

    def part(self, index: Numbers) -> Choices:
        """Some of the draws."""
        return Choices(**{name: getattr(self, name)[index] for name in FACTORS})

    def with_factor(self, factor: str, other: Choices) -> Choices:
        """These choices, one factor taken from others."""
        return replace(self, **{factor: getattr(other, factor)})


@dataclass(frozen=True, slots=True)
class Composite:
    """A dimension's evidence, and the methods to try."""

    evidence: Evidence
    reference: Array
    normalisations: list[str]
    aggregations: list[str]

    def ranks(self, choices: Choices) -> Array:
        """Draws by organisations: the rank, 1 for the highest score."""
        result = np.empty((len(choices), self.evidence.shape[0]))
        for normalisation, aggregation, wanted in self._groups(choices):
            chosen = choices.part(wanted)
            names = (self.normalisations[normalisation], self.aggregations[aggregation])
            values = self.evidence.values(chosen.evidence, chosen.correction)
            result[wanted] = ranks(scores(values, chosen.weights, *names, self.reference))
        return result

    def _groups(self, choices: Choices) -> Iterator[tuple[int, int, Numbers]]:
        """Draws that share their methods, in bounded numbers."""
        width = max(len(self.evidence.cell), self.evidence.always.size)
        most = max(1, CHUNK // width)
        methods = product(range(len(self.normalisations)), range(len(self.aggregations)))
        for normalisation, aggregation in methods:
            fits = (choices.normalisation == normalisation) & (choices.aggregation == aggregation)
            wanted = np.flatnonzero(fits)
            for start in range(0, len(wanted), most):
                yield normalisation, aggregation, wanted[start : start + most]
