"""Provisions of laws."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..provisions import provisions
from ..publication import PublicRegister

COLUMNS = {
    "law": "string",
    "country": "string",
    "provision": "string",
    "subject": "string",
    "effect": "string",
    "concerns": "string",
    "standing": "string",
}


def rows(public: PublicRegister) -> Iterator[dict[str, Any]]:
    """A row per provision, and how its law stands on the day of the build."""
    for placed in provisions(public):
        yield {
            "law": placed.law.key,
            "country": placed.law.country,
            "provision": placed.id,
            "subject": placed.law.record.subject,
            "effect": placed.provision.effect,
            "concerns": placed.provision.concerns,
            "standing": placed.standing,
        }
