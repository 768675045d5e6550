"""Aggregations of the OECD/JRC Handbook on Constructing Composite Indicators (2008), step 6."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from .numbers import Array

Aggregation = Callable[[Array, Array], Array]
"""From normalised values (organisations x indicators) and weights (indicators) to scores."""


def linear(values: Array, weights: Array) -> Array:
    """The weighted mean of the indicators."""
    shares = weights / weights.sum(axis=-1, keepdims=True)
    result: Array = (values * shares[..., np.newaxis, :]).sum(axis=-1)
    return result


def geometric(values: Array, weights: Array) -> Array:
    """The weighted geometric mean of the indicators.

    Raises:
        ValueError: a value is not above 0.
    """
    if np.any(values <= 0):
        raise ValueError("a geometric mean needs values above 0")
    return np.exp(linear(np.log(values), weights))


AGGREGATIONS: dict[str, Aggregation] = {"linear": linear, "geometric": geometric}
"""By term of `data/vocabularies/aggregations.yml`."""
