"""The settings of the assessment fit together, and terms lead to terms."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.assessment import COUNTABLE
from ..model.faults import near
from ..problems import Problem
from ..register import Register

LEADS_TO = {("relation-kinds", "stance"): "stances", ("themes", "topic"): "prosecution-topics"}
"""By vocabulary and attribute of its terms: the vocabulary that the attribute's value is of."""


def counted_fields(register: Register) -> Iterator[Problem]:
    """What an indicator counts is a field that can be counted."""
    for entry in register.assessment.values():
        for name, dimension in entry.record.dimensions.items():
            for key, indicator in dimension.indicators.items():
                for index, field in enumerate(indicator.counts):
                    if field not in COUNTABLE:
                        loc = ("dimensions", name, "indicators", key, "counts", index)
                        values = {"value": field} | near(field, list(COUNTABLE))
                        yield entry.problem("unknown-field", loc, values=values)


def tried_choices(register: Register) -> Iterator[Problem]:
    """The base of a choice is among what is tried, so that its interval holds it."""
    for entry in register.assessment.values():
        for name in ("normalisation", "aggregation"):
            choice = getattr(entry.record, name)
            if choice.base not in choice.tried:
                yield entry.problem("base-not-tried", (name, "base"), value=choice.base)
        correction = entry.record.correction
        if not correction.least <= correction.base <= correction.most:
            loc = ("correction", "base")
            yield entry.problem("base-not-tried", loc, value=str(correction.base))


def attributes(register: Register) -> Iterator[Problem]:
    """An attribute of a term that names a term of another list names one that exists."""
    for (name, attribute), other in LEADS_TO.items():
        home, target = register.vocabularies.get(name), register.vocabularies.get(other)
        known = list(target.record.terms) if target else []
        for term, it in home.record.terms.items() if home else ():
            value = (it.attributes or {}).get(attribute)
            if home and target and value is not None and value not in known:
                loc = ("terms", term, "attributes", attribute)
                values = {"value": value, "vocabulary": target.path} | near(value, known)
                one = target.record.one or target.record.labels
                yield home.problem("unknown-term", loc, list=one, values=values)
