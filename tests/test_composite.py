"""Composite indicators as the OECD/JRC handbook computes them, down to its published example."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from macros.assessment.aggregate import AGGREGATIONS, geometric, linear
from macros.assessment.composite import aggregate, scores
from macros.assessment.evidence import Case, gather
from macros.assessment.normalise import NORMALISATIONS, between, ranks

NONE = np.array(np.nan)


@pytest.fixture(scope="module")
def tai() -> dict[str, Any]:
    """The Technology Achievement Index: 23 countries, 8 indicators, goalposts, weights, ranks."""
    text = (Path(__file__).parent / "tai.yml").read_text("utf-8")
    example: dict[str, Any] = yaml.safe_load(text)["tai"]
    return example


def normalised(tai: dict[str, Any]) -> np.ndarray[Any, Any]:
    """The example's values between its goalposts, two of them in logarithms."""
    logs = np.array(tai["goalposts"]["log10"])
    low, high = (np.array(tai["goalposts"][end], dtype=float) for end in ("min", "max"))
    low[logs], high[logs] = np.log10(low[logs]), np.log10(high[logs])
    values = np.array(list(tai["data"].values()), dtype=float)
    return between(np.minimum(values, high), low, high)


def test_published_ranks_of_all_23_countries_come_out(tai: dict[str, Any]) -> None:
    found = ranks(linear(normalised(tai), np.array(tai["weights"]["EW"])))
    assert dict(zip(tai["data"], found, strict=True)) == tai["expected_ranks_equal_weights"]


@pytest.mark.parametrize("weights", ["EW", "FA", "BAP", "AHP"])
@pytest.mark.parametrize("aggregation", AGGREGATIONS)
def test_leaders_of_the_example_lead_whatever_the_weights(
    tai: dict[str, Any], weights: str, aggregation: str
) -> None:
    """No published figure: a check of sense for weight sets and means without published ranks."""
    result = aggregate(normalised(tai), np.array(tai["weights"][weights]), aggregation)
    found = dict(zip(tai["data"], ranks(result), strict=True))
    assert max(found["Finland"], found["United States"]) <= 5
    assert min(found["Slovenia"], found["Hungary"], found["Czech Republic"]) >= 18


def test_geometric_mean_rewards_balance(tai: dict[str, Any]) -> None:
    """Handbook, step 6: compensation is constant in linear aggregation, not in geometric."""
    even, uneven, weights = [[50.0, 50.0]], [[99.0, 1.0]], np.array([1.0, 1.0])
    assert linear(np.array(even), weights) == linear(np.array(uneven), weights)
    assert geometric(np.array(even), weights) > geometric(np.array(uneven), weights)


def test_geometric_mean_refuses_values_of_nothing() -> None:
    with pytest.raises(ValueError, match="above 0"):
        geometric(np.array([[0.0, 1.0]]), np.array([1.0, 1.0]))


VALUES = np.array([[0.0], [1.0], [1.0], [4.0]])


@pytest.mark.parametrize(
    ("method", "wanted"),
    [
        ("min-max", [0, 0.25, 0.25, 1]),
        ("z-score", [-1, -1 / 3, -1 / 3, 5 / 3]),
        ("rank", [0, 0.5, 0.5, 1]),
        ("reference", [0, 0.25, 0.25, 1]),
        ("categorical", [0, 0.25, 0.25, 0.75]),
        ("above-below-mean", [-1, -1, -1, 1]),
    ],
)
def test_normalisation_by_hand(method: str, wanted: list[float]) -> None:
    found = NORMALISATIONS[method](VALUES, NONE)[:, 0]
    right = np.array(wanted) * (1.5 / VALUES.std() if method == "z-score" else 1)
    assert found == pytest.approx(right)


def test_share_of_a_reference_takes_the_reference_that_is_set() -> None:
    assert NORMALISATIONS["reference"](VALUES, np.array([8.0]))[3, 0] == 0.5


@pytest.mark.parametrize("method", NORMALISATIONS)
def test_column_without_differences_tells_nothing(method: str) -> None:
    found = NORMALISATIONS[method](np.full((4, 1), 3.0), NONE)
    assert np.ptp(found) == 0
    assert np.all(np.isfinite(found))


@pytest.mark.parametrize("method", NORMALISATIONS)
@pytest.mark.parametrize("aggregation", AGGREGATIONS)
def test_more_of_one_indicator_never_lowers_a_score(method: str, aggregation: str) -> None:
    random = np.random.default_rng(5)
    for _ in range(200):
        values = random.integers(0, 5, (6, 3)).astype(float)
        weights = random.uniform(0.5, 2, 3)
        before = ranks(scores(values, weights, method, aggregation))[0]
        values[0, random.integers(0, 3)] += 1
        assert ranks(scores(values, weights, method, aggregation))[0] <= before


def test_equal_scores_share_their_mean_rank() -> None:
    assert list(ranks(np.array([3.0, 1.0, 3.0, 2.0]))) == [1.5, 4, 1.5, 3]


def test_ranks_of_many_draws_are_those_of_each() -> None:
    random = np.random.default_rng(1)
    draws = random.integers(0, 4, (50, 9)).astype(float)
    assert np.array_equal(ranks(draws), np.stack([ranks(draw) for draw in draws]))


def case(sources: int, *seen_in: str) -> Case:
    names = [f"s{number}" for number in range(sources)]
    return Case("xa-case", names, [[frozenset(it.split()) for it in seen_in]], len(seen_in))


def corrected(sources: int, *seen_in: str, by: float = 1.0) -> float:
    evidence = gather([case(sources, *seen_in)], 3, 1, 10)
    return float(evidence.values(np.array([0]), np.array([by]))[0, 0, 0])


def test_fact_counts_by_the_chance_of_finding_it() -> None:
    assert corrected(6, "s0") == pytest.approx(0.5)
    assert corrected(6, "s0 s1") == pytest.approx(0.75)
    assert corrected(6, "s0", "s1") == pytest.approx(1.0)


def test_fact_that_rests_on_all_sources_counts_whole() -> None:
    assert corrected(9, "") == 1


def test_without_correction_facts_count_as_they_are() -> None:
    assert corrected(9, "s0", "s1", by=0) == 2


@pytest.mark.parametrize("by", [0, 0.25, 0.5, 1])
def test_further_sources_never_raise_a_count(by: float) -> None:
    counts = [corrected(n, "s0", "s1", "s0 s2", by=by) for n in range(3, 20)]
    assert counts == sorted(counts, reverse=True)


def test_drawn_counts_gather_around_the_record_as_it_is() -> None:
    evidence = gather([case(6, "s0", "s1", "s2")], 3, 1, 4000)
    drawn = evidence.values(np.arange(1, 4001), np.full(4000, 0.0))[:, 0, 0]
    assert drawn.mean() == pytest.approx(3 * (1 - (5 / 6) ** 6), abs=0.03)
    assert drawn.min() < 3 <= drawn.max()
