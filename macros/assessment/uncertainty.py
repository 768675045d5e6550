"""Uncertainty and sensitivity: the handbook's step 7, by draws of everything that was chosen.

Sensitivity follows Saisana, Saltelli and Tarantola (2005), Journal of the Royal Statistical Society
A 168(2): variance-based measures of the mean shift in rank, with the estimators of Jansen (1999).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .composite import FACTORS, Choices, Composite
from .numbers import Array


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the variance of the ranks a factor explains, between 0 and 1."""

    alone: float
    with_others: float


@dataclass(frozen=True, slots=True)
class Ranges:
    """Between which limits choices are drawn."""

    weights: Array
    spread: float
    """How far a weight may lie from its own value, as a share of it."""
    correction: tuple[float, float]
    n_normalisations: int
    n_aggregations: int


def choose(draws: int, skip: int, ranges: Ranges, random: np.random.Generator) -> Choices:
    """Draws of every uncertain choice; `skip` is how many draws of the evidence are passed over."""
    near = random.uniform(1 - ranges.spread, 1 + ranges.spread, (draws, len(ranges.weights)))
    return Choices(
        evidence=np.arange(skip, skip + draws),
        correction=random.uniform(*ranges.correction, draws),
        weights=ranges.weights * near,
        normalisation=random.integers(0, ranges.n_normalisations, draws),
        aggregation=random.integers(0, ranges.n_aggregations, draws),
    )


def sensitivity(
    composite: Composite, ranks: Array, first: Choices, second: Choices, at: Array
) -> dict[str, Share]:
    """By factor: its share of the variance of the mean shift in rank from the ranks `at`.

    `ranks` are those of the first choices.
    """
    before = _shift(ranks, at)
    after = _shift(composite.ranks(second), at)
    variance = float(np.var(np.concatenate([before, after])))
    found = {}
    for factor in FACTORS:
        mixed = _shift(composite.ranks(first.with_factor(factor, second)), at)
        found[factor] = _share(before, after, mixed, variance)
    return found


def _shift(ranks: Array, at: Array) -> Array:
    result: Array = np.abs(ranks - at).mean(axis=-1)
    return result


def _share(before: Array, after: Array, mixed: Array, variance: float) -> Share:
    if variance == 0:
        return Share(0.0, 0.0)
    alone = 1 - float(np.mean((after - mixed) ** 2)) / (2 * variance)
    with_others = float(np.mean((before - mixed) ** 2)) / (2 * variance)
    return Share(min(1.0, max(0.0, alone)), min(1.0, with_others))


def correlation(first: Array, second: Array) -> float:
    """Spearman's rank correlation; 0 where one of the two does not vary."""
    if np.ptp(first) == 0 or np.ptp(second) == 0:
        return 0.0
    return float(np.corrcoef(first, second)[0, 1])
