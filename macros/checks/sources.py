"""Every claim rests on a source that the record names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from ..model import KINDS
from ..model.faults import near
from ..model.fields import fields_at
from ..problems import Loc, Problem
from ..register import Entry

SOURCED_FIELDS = (
    "founded", "status", "registrations", "members", "staff", "volunteers", "branches",
    "people_reached", "sponsors", "projects", "achievements", "authority_relations", "capacities",
    "provisions", "in_force", "registered_csos", "results", "limits", "says_on_cooperation",
)  # fmt: skip
"""Lists whose items each name a source, unless a source `supports` the whole field."""


def source_ids(entry: Entry[Any]) -> Iterator[Problem]:
    """A named source is one of the record's own."""
    known = list(entry.sources)
    if set(entry.held("source").get("", ())) <= entry.sources.keys():
        return
    if not isinstance(entry.data.get("sources", {}), dict):
        return  # of the wrong form, which is reported already
    for loc, value, _ in entry.at("source"):
        if value not in known:
            values = {"value": value} | near(value, known)
            yield entry.problem("unknown-source", loc, values=values)


def missing_sources(entry: Entry[Any]) -> Iterator[Problem]:
    """Each item of a sourced list names its source, or is a remark of the register's own."""
    supported = _supported(entry)
    for name in SOURCED_FIELDS:
        items = entry.data.get(name, [])
        if name in supported:
            continue
        if name == "founded" and isinstance(items, str | int):  # the short form: `founded: 1998`
            yield entry.problem("missing-source", (name,), field=name)
        for index, item in enumerate(items if isinstance(items, list) else ()):
            if isinstance(item, dict) and "source" not in item and "own_remark" not in item:
                yield entry.problem("missing-source", (name, index), field=name)


def supported_fields(entry: Entry[Any]) -> Iterator[Problem]:
    """What a source `supports` is a field of the record."""
    fields = _fields(entry.kind)
    for loc, value in _supports(entry):
        if value not in fields:
            values = {"value": value} | near(value, fields)
            yield entry.problem("unknown-field", loc, values=values)


@cache
def _fields(kind: str) -> list[str]:
    return fields_at(KINDS[kind], ())


def unused_sources(entry: Entry[Any]) -> Iterator[Problem]:
    """A source that nothing rests on is noticed."""
    if entry.kind not in ("organisations", "legislation"):
        return
    used = set(entry.held("source").get("", ()))
    for name, source in entry.sources.items():
        if name not in used and not source.get("supports"):
            yield entry.problem("unused-source", ("sources", name), at_key=True, value=name)


def undated_interviews(entry: Entry[Any]) -> Iterator[Problem]:
    """An interview or questionnaire says when it was held."""
    for name, source in entry.sources.items():
        if source.get("kind") in ("interview", "questionnaire") and "date" not in source:
            yield entry.problem("undated-interview", ("sources", name), value=name)


def _supports(entry: Entry[Any]) -> Iterator[tuple[Loc, str]]:
    for name, source in entry.sources.items():
        supports = source.get("supports")
        for index, value in enumerate(supports if isinstance(supports, list) else ()):
            yield ("sources", name, "supports", index), str(value)


def _supported(entry: Entry[Any]) -> set[str]:
    return {value for _, value in _supports(entry)}
