"""Provisions of laws."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..publication import PublicRegister

COLUMNS = {
    "law": "string",
    "country": "string",
    "provision": "string",
    "subject": "string",
    "effect": "string",
    "concerns": "string",
    "is_replaced": "bool",
}


def rows(public: PublicRegister) -> Iterator[dict[str, Any]]:
    """A row per provision, and whether another law has taken the place of its own."""
    for key, entry in public.legislation.items():
        for index, rule in enumerate(entry.record.provisions or ()):
            yield {
                "law": key,
                "country": entry.country,
                "provision": f"{key}#{index}",
                "subject": entry.record.subject,
                "effect": rule.effect,
                "concerns": rule.concerns,
                "is_replaced": bool(entry.record.replaced_by),
            }
