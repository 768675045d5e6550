"""Which fields a record may have at a given place."""

from __future__ import annotations

import types
import typing
from typing import Any

from pydantic import BaseModel

from ..problems import Loc


def fields_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """Names of the fields allowed inside the value at `loc`; empty where any name is allowed."""
    current: Any = model
    for part in loc:
        current = _step(_plain(current), part)
    current = _plain(current)
    if isinstance(current, type) and issubclass(current, BaseModel):
        return [info.alias or name for name, info in current.model_fields.items()]
    return []


def in_order(model: type[BaseModel], loc: Loc) -> list[str]:
    """The same names as records give them: a model's own fields first, those of all kinds last."""
    current: Any = model
    for part in loc:
        current = _step(_plain(current), part)
    current = _plain(current)
    if not (isinstance(current, type) and issubclass(current, BaseModel)):
        return []
    own = [name for name in current.model_fields if name in current.__annotations__]
    inherited = [name for name in current.model_fields if name not in own]
    return [current.model_fields[name].alias or name for name in [*own, *inherited]]


def _step(annotation: Any, part: str | int) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, info in annotation.model_fields.items():
            if part in (name, info.alias):
                return info.annotation
        return None
    args = typing.get_args(annotation)
    return args[-1] if typing.get_origin(annotation) in (list, dict) else annotation


def _plain(annotation: Any) -> Any:
    """An annotation without its marks and without `None`."""
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return _plain(args[0])
    if origin in (typing.Union, types.UnionType):
        return _plain(next(arg for arg in args if arg is not type(None)))
    return annotation
