"""How far the information on each organisation has come."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..publication import PublicRegister

COLUMNS = {
    "organisation": "string",
    "country": "string",
    "stage": "string",
    "last_verified": "string",
}


def rows(public: PublicRegister) -> Iterator[dict[str, Any]]:
    """A row per organisation."""
    for key, entry in public.organisations.items():
        collection = entry.record.collection
        yield {
            "organisation": key,
            "country": entry.country,
            "stage": collection.stage,
            "last_verified": collection.last_verified,
        }
