"""Sources, and which fields of a record rest on which of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import Organisation
from ..publication import PublicRegister
from ..register import Entry

SOURCES = {
    "organisation": "string",
    "country": "string",
    "source": "string",
    "kind": "string",
    "year": "Int64",
}
BEHIND = {
    "organisation": "string",
    "country": "string",
    "field": "string",
    "source": "string",
    "kind": "string",
}
FIELDS = (
    "themes", "services", "region", "areas_served", "founded", "legal_form", "status", "sponsors",
    "projects", "achievements", "authority_relations", "capacities",
)  # fmt: skip
"""Fields that questions ask about."""


def source_rows(public: PublicRegister) -> Iterator[dict[str, Any]]:
    """A row per source of an organisation's record."""
    for key, entry in public.organisations.items():
        for name, source in entry.record.sources.items():
            yield {
                "organisation": key,
                "country": entry.country,
                "source": f"{key}#{name}",
                "kind": source.kind,
                "year": int(source.date[:4]) if source.date else None,
            }


def behind_rows(public: PublicRegister) -> Iterator[dict[str, Any]]:
    """A row per organisation, field and source that the field rests on."""
    for key, entry in public.organisations.items():
        kinds = {name: source.kind for name, source in entry.record.sources.items()}
        for field in FIELDS:
            if getattr(entry.record, field):
                for name in _rests_on(entry, field):
                    yield {
                        "organisation": key,
                        "country": entry.country,
                        "field": field,
                        "source": f"{key}#{name}",
                        "kind": kinds[name],
                    }


def _rests_on(entry: Entry[Organisation], field: str) -> list[str]:
    """The sources that items of a field name and those that support it; all, where none does."""
    sources = entry.record.sources
    value = getattr(entry.record, field)
    items = value if isinstance(value, list) else ()
    named = {getattr(item, "source", None) for item in items}
    found = [name for name, it in sources.items() if name in named or field in (it.supports or ())]
    return found or list(sources)
