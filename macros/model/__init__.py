"""The kinds of record, and the marks that tell checks what a value means."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel

from ..problems import Loc
from .assessment import Assessment
from .authority import Authority
from .common import SLUG, Mark, Model
from .country import Country
from .crime import Crime
from .distinct import NotDuplicates
from .event import Event
from .finding import Finding
from .instrument import Instrument
from .law import Law
from .mechanism import Mechanism
from .organisation import Organisation
from .plan import ActionPlan
from .practice import Practice
from .questionnaire import Questionnaire
from .training import Module
from .translation import Translation
from .vocabulary import Vocabulary

KINDS: dict[str, type[Model]] = {
    "vocabularies": Vocabulary,
    "assessment": Assessment,
    "countries": Country,
    "authorities": Authority,
    "organisations": Organisation,
    "legislation": Law,
    "mechanisms": Mechanism,
    "practices": Practice,
    "instruments": Instrument,
    "findings": Finding,
    "crimes": Crime,
    "questionnaire": Questionnaire,
    "not-duplicates": NotDuplicates,
    "modules": Module,
    "events": Event,
    "action-plans": ActionPlan,
    "translations": Translation,
}
"""Folder below `data/` and the model of the files in it.

Those of a country lie in `<kind>/<cc>/`; translations lie in `translations/<language>/`, and below
it as the records they belong to.
"""

OWN_KINDS = tuple(kind for kind in KINDS if kind not in ("translations", "not-duplicates"))
"""Kinds whose records stand for themselves; translations and pairs belong to others."""

FLAT_KINDS = (
    "vocabularies", "countries", "practices", "instruments", "findings", "crimes", "questionnaire",
    "modules", "action-plans",
)  # fmt: skip
"""Kinds whose files lie in their folder, without one per country."""
SINGLE_KINDS = ("assessment", "not-duplicates")
"""Kinds that are one file: `data/<kind>.yml`. They set how records are read; they are none."""


def values_at(data: Any, pattern: Loc) -> list[tuple[Loc, Any]]:
    """Every value that a pattern of keys reaches; `*` stands for each item or key there.

    Example:
        `("projects", "*", "themes", "*")` finds `(("projects", 0, "themes", 1), "drugs")`, ...
    """
    found: list[tuple[Loc, Any]] = []
    _reach(data, pattern, (), found)
    return found


def _reach(value: Any, pattern: Loc, at: Loc, found: list[tuple[Loc, Any]]) -> None:
    for part in pattern[len(at) :]:
        if part == "*":
            for key, it in _items(value):
                _reach(it, pattern, (*at, key), found)
            return
        if not isinstance(value, dict) or part not in value:
            return
        value, at = value[part], (*at, part)
    found.append((at, value))


def _items(value: Any) -> Iterable[tuple[str | int, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


@cache
def places(model: type[BaseModel], mark: str) -> list[tuple[Loc, Mark]]:
    """Where a kind of record holds values with a mark: patterns for `values_at`."""
    return [(pattern, found) for pattern, found in marked_places(model) if found.kind == mark]


def marked_places(model: type[BaseModel]) -> Iterator[tuple[Loc, Mark]]:
    """Where a kind of record holds values with any mark."""
    for name, info in model.model_fields.items():
        yield from _walk(info.annotation, tuple(info.metadata), (info.alias or name,))


def _walk(annotation: Any, metadata: tuple[Any, ...], at: Loc) -> list[tuple[Loc, Mark]]:
    found = [(at, item) for item in metadata if isinstance(item, Mark)]
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return found + _walk(args[0], args[1:], at)
    if origin in (typing.Union, types.UnionType):
        return found + [hit for arg in args for hit in _walk(arg, (), at)]
    if origin is list:
        return found + _walk(args[0], (), (*at, "*"))
    if origin is dict:
        return found + _walk(args[1], (), (*at, "*"))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, info in annotation.model_fields.items():
            found += _walk(info.annotation, tuple(info.metadata), (*at, info.alias or name))
    return found


__all__ = [
    "FLAT_KINDS", "KINDS", "OWN_KINDS", "SINGLE_KINDS", "SLUG", "ActionPlan", "Assessment",
    "Authority", "Country", "Crime", "Event", "Finding", "Instrument", "Law", "Mark", "Mechanism",
    "Model", "Module", "NotDuplicates", "Organisation", "Practice", "Questionnaire",
    "Translation", "Vocabulary", "marked_places", "places", "values_at",
]  # fmt: skip
