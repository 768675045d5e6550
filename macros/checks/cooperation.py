"""Evidence on cooperation says how strong it is, and what it is about."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from ..register import Register

NO_RESULT = ("none-seen", "anecdotal")
NEEDED = {"benefit": ("strength", "for_whom"), "safeguard": ("topic",)}
"""Fields that a finding of a kind cannot do without."""


def strengths_of_results(register: Register) -> Iterator[Problem]:
    """A practice without results says so, and one with results says how strong they are."""
    for entry in register.kinds["practices"].values():
        strength = entry.record.results_strength
        if strength not in NO_RESULT and not entry.record.results:
            yield entry.problem("strength-without-results", ("results_strength",), value=strength)
        if strength == "none-seen" and entry.record.results:
            yield entry.problem("results-without-strength", ("results_strength",), value=strength)


def incomplete_findings(register: Register) -> Iterator[Problem]:
    """A benefit says how strong it is and for whom, a safeguard what it protects."""
    for entry in register.kinds["findings"].values():
        for name in NEEDED.get(entry.record.kind, ()):
            if getattr(entry.record, name) is None:
                values = {"value": name, "kind": entry.record.kind}
                yield entry.problem("incomplete-finding", ("kind",), values=values)


def topics_of_crimes(register: Register) -> Iterator[Problem]:
    """The scope for a type of crime stands in the file of that name, so that links find it."""
    for key, entry in register.kinds["crimes"].items():
        if entry.record.topic != key:
            yield entry.problem("topic-and-file-differ", ("topic",), value=entry.record.topic)
