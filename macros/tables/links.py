"""Links between organisations and official bodies, whatever record they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..publication import PublicRegister

COLUMNS = {"country": "string", "organisation": "string", "kind": "string", "other": "string"}
"""`kind` says what the other is, and by what they are linked: relation, mechanism or membership."""


def rows(public: PublicRegister) -> Iterator[dict[str, Any]]:
    """A row per organisation and official body or umbrella organisation that it is linked to."""
    for key, entry in public.organisations.items():
        record = entry.record
        relations = record.authority_relations or ()
        bodies = dict.fromkeys(body for it in relations for body in it.authorities or ())
        for kind, others in (("relation", bodies), ("membership", record.member_of or ())):
            for other in others:
                yield {
                    "country": entry.country,
                    "organisation": key,
                    "kind": kind,
                    "other": other,
                }
    for mechanism in public.mechanisms.values():
        for key in dict.fromkeys(mechanism.record.participants or ()):
            for other in dict.fromkeys(mechanism.record.authorities or ()):
                yield {
                    "country": public.organisations[key].country,
                    "organisation": key,
                    "kind": "mechanism",
                    "other": other,
                }
