"""Relations between organisations and official bodies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..publication import PublicRegister

COLUMNS = {
    "organisation": "string",
    "country": "string",
    "authority": "string",
    "authority_kind": "string",
    "kind": "string",
    "stance": "string",
    "year": "Int64",
    "relation": "string",
    "source": "string",
}


def rows(public: PublicRegister) -> Iterator[dict[str, Any]]:
    """A row per relation and official body; `relation` is the same where one names several."""
    kinds = public.vocabularies["relation-kinds"].record.terms
    bodies = public.authorities
    for key, entry in public.organisations.items():
        for index, relation in enumerate(entry.record.authority_relations or ()):
            year = relation.year or relation.since
            for authority in relation.authorities or (None,):
                yield {
                    "organisation": key,
                    "country": entry.country,
                    "authority": authority,
                    "authority_kind": bodies[authority].record.kind if authority else None,
                    "kind": relation.kind,
                    "stance": (kinds[relation.kind].attributes or {}).get("stance"),
                    "year": int(year[:4]) if year else None,
                    "relation": f"{key}#{index}",
                    "source": f"{key}#{relation.source}" if relation.source else None,
                }
