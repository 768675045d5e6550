"""Pairs that people judged to be two organisations."""

from __future__ import annotations

from ..register import Register


def judged_apart(register: Register) -> frozenset[frozenset[str]]:
    """Pairs of keys that are remembered in `data/not-duplicates.yml`."""
    return frozenset(
        frozenset(pair.organisations)
        for entry in register.kinds.get("not-duplicates", {}).values()
        for pair in entry.record.pairs
    )
