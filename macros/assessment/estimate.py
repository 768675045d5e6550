"""From the public register to an estimate for every dimension of the assessment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..derived import latest_status, used_sources
from ..model import Assessment, Organisation
from ..model.assessment import Dimension
from ..publication import PublicRegister
from ..register import Entry
from .composite import Choices, Composite, scores
from .counts import counts, units
from .evidence import Case, Evidence, gather
from .facts import Fact, facts, mechanism_facts
from .normalise import ranks
from .numbers import Array
from .uncertainty import Ranges, Share, choose, correlation, sensitivity

VALUES = 600_000
"""Draws times organisations: very large registers are drawn less often, but at least 100 times."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an organisation stands in one dimension: never a rank without its interval.

    Ranks run from 1 (most on record) to the number of organisations assessed.
    """

    median: float
    low: float
    high: float
    is_upper: bool
    """Whether the whole interval lies in the upper half."""
    score: float
    """By the base methods, from 0 to 1, for tests and correlations; not for readers."""
    counts: tuple[int, ...]
    """What each indicator counts on record, before any correction."""
    n_facts: int
    n_sources: int


@dataclass(frozen=True, slots=True)
class Estimate:
    """One dimension for all organisations."""

    standings: dict[str, Standing]
    not_assessable: dict[str, str]
    """By organisation: why not (a phrase of `wording/assessment.yml`)."""
    correlation_before: float
    """Of plain counts with the number of sources (Spearman)."""
    correlation_after: float
    """Of the score with the number of sources (Spearman)."""
    sensitivity: dict[str, Share]
    """By uncertain choice."""


def assess(public: PublicRegister) -> dict[str, Estimate]:
    """By dimension: the estimate; nothing where the register has no `data/assessment.yml`."""
    settings = next(iter(public.assessment.values()), None)
    if settings is None:
        return {}
    taking_part = mechanism_facts(public)
    found = {
        key: facts(entry, public) + taking_part.get(key, [])
        for key, entry in public.organisations.items()
    }
    return {
        name: _estimate(dimension, settings.record, public, found)
        for name, dimension in settings.record.dimensions.items()
    }


def _estimate(
    dimension: Dimension,
    settings: Assessment,
    public: PublicRegister,
    found: dict[str, list[Fact]],
) -> Estimate:
    reasons: dict[str, str] = {}
    cases = []
    for key, entry in public.organisations.items():
        case = _case(entry, dimension, settings, found[key], public.today.year)
        if reason := _reason(entry, case, dimension, settings):
            reasons[key] = reason
        else:
            cases.append(case)
    if len(cases) < settings.minimum_organisations:
        few = {case.key: "too-few-organisations" for case in cases}
        return Estimate({}, few | reasons, 0.0, 0.0, {})
    return _compare(cases, reasons, dimension, settings)


def _case(
    entry: Entry[Organisation],
    dimension: Dimension,
    settings: Assessment,
    found: list[Fact],
    today: int,
) -> Case:
    sources = entry.record.sources
    own = frozenset(name for name, it in sources.items() if it.kind in settings.own_sources)
    indicators = dimension.indicators.values()
    counted = [[it for it in found if counts(each, it, own, today)] for each in indicators]
    wanted = [units(each, facts) for each, facts in zip(indicators, counted, strict=True)]
    n_facts = len({(fact.field, fact.place) for facts in counted for fact in facts})
    return Case(entry.key, list(sources), wanted, n_facts)


def _reason(
    entry: Entry[Organisation], case: Case, dimension: Dimension, settings: Assessment
) -> str:
    """Why an organisation is not assessable; empty where it is."""
    if latest_status(entry) in settings.left_out:
        return "left-out"
    if len(used_sources(entry)) < settings.minimum_sources:
        return "too-few-sources"
    return "too-few-facts" if case.n_facts < dimension.minimum_facts else ""


def _compare(
    cases: list[Case], reasons: dict[str, str], dimension: Dimension, settings: Assessment
) -> Estimate:
    draws = max(100, min(settings.draws, VALUES // len(cases)))
    evidence = gather(cases, settings.minimum_sources, settings.seed, 2 * draws)
    weights = np.array([float(it.weight) for it in dimension.indicators.values()])
    reference = np.array([float(it.reference or "nan") for it in dimension.indicators.values()])
    normalisation, aggregation = settings.normalisation, settings.aggregation
    composite = Composite(evidence, reference, normalisation.tried, aggregation.tried)
    first, second = _choices(settings, weights, draws)
    drawn = composite.ranks(first)
    plain, base = (
        scores(values[0], weights, normalisation.base, aggregation.base, reference)
        for values in (_as_recorded(evidence, 0), _as_recorded(evidence, settings.correction.base))
    )
    n_sources = ranks(np.array([float(len(case.sources)) for case in cases]))
    return Estimate(
        _standings(cases, drawn, base, settings.interval),
        reasons,
        correlation(ranks(plain), n_sources),
        correlation(ranks(base), n_sources),
        sensitivity(composite, drawn, first, second, ranks(base)),
    )


def _as_recorded(evidence: Evidence, correction: int) -> Array:
    """The counts of the records as they are, corrected by a percentage."""
    return evidence.values(np.array([0]), np.array([correction / 100]))


def _choices(settings: Assessment, weights: Array, draws: int) -> tuple[Choices, Choices]:
    """Two independent sets of draws, as the sensitivity analysis needs them."""
    correction = settings.correction
    ranges = Ranges(
        weights,
        settings.weight_spread / 100,
        (correction.least / 100, correction.most / 100),
        len(settings.normalisation.tried),
        len(settings.aggregation.tried),
    )
    random = np.random.default_rng(settings.seed)
    return choose(draws, 1, ranges, random), choose(draws, 1 + draws, ranges, random)


def _standings(cases: list[Case], drawn: Array, base: Array, interval: int) -> dict[str, Standing]:
    tail = (100 - interval) / 2
    low, median, high = np.percentile(drawn, [tail, 50, 100 - tail], axis=0)
    middle = (len(cases) + 1) / 2
    return {
        case.key: Standing(
            float(median[index]),
            float(low[index]),
            float(high[index]),
            bool(high[index] < middle),
            float(base[index]),
            tuple(len(each) for each in case.units),
            case.n_facts,
            len(case.sources),
        )
        for index, case in enumerate(cases)
    }
