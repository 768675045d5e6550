"""The values of a record by what they mean, found in one walk: most rules need no more of it.

Without the places of the values, which `places` and `values_at` tell, and for all marks at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import BaseModel

from . import marked_places

Held = dict[str, dict[str, list[Any]]]
"""By mark, and by what the mark is of: every value as text; of `localised`, the languages too."""


@dataclass(slots=True)
class _Node:
    """Numbers of the marks at a place, and what may stand below it; `*` is each item or key."""

    texts: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)
    below: dict[str | int, _Node] = field(default_factory=dict)


def held(model: type[BaseModel], data: dict[str, Any]) -> Held:
    """The values of a record by their marks."""
    marks, root = _tree(model)
    values: list[list[Any]] = [[] for _ in marks]
    _gather(data, root, values)
    found: Held = {}
    for (kind, of), those in zip(marks, values, strict=True):
        if those:
            found.setdefault(kind, {})[of] = those
    return found


@cache
def _tree(model: type[BaseModel]) -> tuple[list[tuple[str, str]], _Node]:
    """The marks of a kind of record, and the places of each as a tree."""
    numbers: dict[tuple[str, str], int] = {}
    root = _Node()
    for pattern, mark in marked_places(model):
        node = root
        for part in pattern:
            node = node.below.setdefault(part, _Node())
        marks = node.texts if mark.kind == "localised" else node.others
        marks.append(numbers.setdefault((mark.kind, mark.of), len(numbers)))
    return list(numbers), root


def _gather(value: Any, node: _Node, values: list[list[Any]]) -> None:
    below = node.below
    if isinstance(value, str | int):
        for number in node.others:
            values[number].append(str(value))
    elif isinstance(value, list):
        if "*" in below:
            for item in value:
                _gather(item, below["*"], values)
    elif isinstance(value, dict):
        for number in node.texts:
            values[number].append(value)
        if "*" in below:
            for item in value.values():
                _gather(item, below["*"], values)
        for key in value.keys() & below.keys():
            _gather(value[key], below[key], values)
