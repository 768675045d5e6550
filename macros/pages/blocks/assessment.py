"""How the assessment is made: thresholds, weights, methods, and how far it carries."""

from __future__ import annotations

from typing import Any

from ...assessment import FACTORS, Estimate, estimates
from ...model import Assessment
from ...text import join, number, pick
from ...words import words
from .common import Place


def assessment(place: Place) -> str:
    """Every indicator, weight, threshold and method, and what the uncertainty analysis found."""
    entry = next(iter(place.public.assessment.values()), None)
    if entry is None:
        return place.block("empty", text=words("blocks", place.lang)["not_recorded"])
    found = estimates(place.public)
    return place.block(
        "assessment",
        thresholds=_thresholds(place, entry.record),
        dimensions=[_dimension(place, name, it) for name, it in entry.record.dimensions.items()],
        methods=_methods(place, entry.record),
        results=[
            _result(place, pick(it.labels, place.lang), found[name])
            for name, it in entry.record.dimensions.items()
        ],
        factors=[words("assessment", place.lang)[factor] for factor in FACTORS],
        words=words("assessment", place.lang),
    )


def _thresholds(place: Place, record: Assessment) -> list[tuple[str, str]]:
    phrases = words("assessment", place.lang)
    correction = record.correction
    out = [place.label("statuses", term) for term in record.left_out]
    own = [place.label("source-kinds", term) for term in record.own_sources]
    spread = phrases["plus-minus"].format(n=number(record.weight_spread, place.lang))
    values = {
        "minimum-sources": number(record.minimum_sources, place.lang),
        "minimum-organisations": number(record.minimum_organisations, place.lang),
        "left-out": join(out, place.lang),
        "own-sources": join(own, place.lang),
        "correction": phrases["correction-range"].format(
            base=number(correction.base, place.lang),
            least=number(correction.least, place.lang),
            most=number(correction.most, place.lang),
        ),
        "weight-spread": spread,
        "draws": number(record.draws, place.lang),
        "interval": phrases["percent"].format(n=number(record.interval, place.lang)),
    }
    return [(phrases[name], value) for name, value in values.items()]


def _dimension(place: Place, name: str, it: Any) -> dict[str, Any]:
    phrases = words("assessment", place.lang)
    total = sum(indicator.weight for indicator in it.indicators.values())
    return {
        "id": f"assessment-{name}",
        "label": pick(it.labels, place.lang),
        "definition": pick(it.definition, place.lang),
        "minimum": phrases["minimum-facts"].format(n=number(it.minimum_facts, place.lang)),
        "rows": [
            {
                "label": pick(indicator.labels, place.lang),
                "definition": pick(indicator.definition, place.lang),
                "weight": number(indicator.weight, place.lang),
                "share": _percent(place, indicator.weight / total),
            }
            for indicator in it.indicators.values()
        ],
    }


def _methods(place: Place, record: Assessment) -> list[dict[str, Any]]:
    phrases = words("assessment", place.lang)

    def use(choice: Any, term: str) -> str:
        if term == choice.base:
            return phrases["for-score"]
        return phrases["for-intervals" if term in choice.tried else "for-none"]

    return [
        {
            "caption": phrases[name],
            "rows": [
                (pick(term.labels, place.lang), pick(term.definition, place.lang), use(choice, key))
                for key, term in place.public.vocabularies[f"{name}s"].record.terms.items()
            ],
        }
        for name, choice in (
            ("normalisation", record.normalisation),
            ("aggregation", record.aggregation),
        )
    ]


def _result(place: Place, label: str, it: Estimate) -> dict[str, Any]:
    return {
        "label": label,
        "counts": [
            number(len(it.standings), place.lang),
            number(len(it.not_assessable), place.lang),
            number(sum(standing.is_upper for standing in it.standings.values()), place.lang),
        ],
        "correlations": [
            number(round(value, 2), place.lang)
            for value in (it.correlation_before, it.correlation_after)
        ],
        "sensitivity": [
            _percent(place, it.sensitivity[factor].alone) if it.sensitivity else ""
            for factor in FACTORS
        ],
    }


def _percent(place: Place, share: float) -> str:
    phrase = words("assessment", place.lang)["percent"]
    return phrase.format(n=number(round(100 * share), place.lang))
