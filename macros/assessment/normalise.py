"""Normalisations of the OECD/JRC Handbook on Constructing Composite Indicators (2008), step 5.

Each takes values of organisations (last axis but one) by indicators (last axis), any number of axes
before them, and gives values in which more is better. A column without differences tells nothing
and becomes 0, or 1 where nothing but shares of a reference is asked for.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .numbers import Array

CLASSES = 5
NEAR_MEAN = 0.2
"""How far from the mean, as a share of it, a value may lie and still be near it."""

Normalisation = Callable[[Array, Array], Array]
"""From values, and the reference of each indicator (not a number where none is set)."""


def between(values: Array, low: Array, high: Array) -> Array:
    """Min-max with given goalposts: 0 at the low one, 1 at the high one."""
    width = high - low
    result: Array = np.divide(values - low, width, out=np.zeros_like(values), where=width > 0)
    return result


def min_max(values: Array, reference: Array) -> Array:
    """Between the least and the greatest value."""
    low = values.min(axis=-2, keepdims=True)
    return between(values, low, values.max(axis=-2, keepdims=True))


def z_score(values: Array, reference: Array) -> Array:
    """Standard deviations above the mean."""
    apart = values - values.mean(axis=-2, keepdims=True)
    spread = values.std(axis=-2, keepdims=True)
    result: Array = np.divide(apart, spread, out=np.zeros_like(values), where=spread > 1e-12)
    return result


def rank(values: Array, reference: Array) -> Array:
    """Place in the order, from 0 for the least to 1; equal values share their mean place."""
    n = values.shape[-2]
    first, last = _places(values)
    return (first + last) / 2 / max(1, n - 1)


def share_of_reference(values: Array, reference: Array) -> Array:
    """Share of the reference; where none is set, of the greatest value."""
    greatest = np.maximum(values.max(axis=-2, keepdims=True), 0)
    target = np.where(np.isnan(reference), greatest, reference)
    return np.divide(values, target, out=np.zeros_like(values), where=target > 0)


def categorical(values: Array, reference: Array) -> Array:
    """Five classes from 0 to 1, by the share of organisations with a lower value."""
    first, _ = _places(values)
    share = first / values.shape[-2]
    return np.floor(share * CLASSES) / (CLASSES - 1)


def above_below_mean(values: Array, reference: Array) -> Array:
    """1 clearly above the mean, 0 near it, -1 clearly below."""
    mean = values.mean(axis=-2, keepdims=True)
    apart = values - mean
    result: Array = np.where(np.abs(apart) > NEAR_MEAN * np.abs(mean), np.sign(apart), 0.0)
    return result


def positive(values: Array) -> Array:
    """Values from 1 to 100, as a geometric mean needs them."""
    return 1 + 99 * min_max(values, np.array(np.nan))


def ranks(scores: Array) -> Array:
    """Ranks along the last axis, 1 for the greatest; equal scores share their mean rank."""
    first, last = _places(scores[..., np.newaxis])
    result: Array = scores.shape[-1] - (first + last)[..., 0] / 2
    return result


def _places(values: Array) -> tuple[Array, Array]:
    """First and last place, from 0, of each value's group of equals in ascending order."""
    rows = np.moveaxis(values, -2, -1)
    order = np.argsort(rows, axis=-1, kind="stable")
    ascending = np.take_along_axis(rows, order, axis=-1)
    place = np.broadcast_to(np.arange(rows.shape[-1], dtype=float), rows.shape)
    fresh = np.ones(rows.shape, dtype=bool)
    # Sums of chances may differ in their last digits alone: that is no difference.
    fresh[..., 1:] = np.diff(ascending, axis=-1) > 1e-9
    first = np.maximum.accumulate(np.where(fresh, place, 0), axis=-1)
    ends = np.ones(rows.shape, dtype=bool)
    ends[..., :-1] = fresh[..., 1:]
    backwards = np.where(ends, place, np.inf)[..., ::-1]
    last = np.minimum.accumulate(backwards, axis=-1)[..., ::-1]
    return _back(first, order), _back(last, order)


def _back(sorted_values: Array, order: np.ndarray[tuple[int, ...], np.dtype[np.intp]]) -> Array:
    result = np.empty_like(sorted_values)
    np.put_along_axis(result, order, sorted_values, axis=-1)
    return np.moveaxis(result, -1, -2)


NORMALISATIONS: dict[str, Normalisation] = {
    "min-max": min_max,
    "z-score": z_score,
    "rank": rank,
    "reference": share_of_reference,
    "categorical": categorical,
    "above-below-mean": above_below_mean,
}
"""By term of `data/vocabularies/normalisations.yml`."""
