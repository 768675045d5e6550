"""Which fields a record may have at a given place."""

from __future__ import annotations

import types
import typing
from typing import Annotated, Any, Literal

from pydantic import BaseModel

from ..problems import Loc
from .common import Mark


def fields_at(model: type[BaseModel], loc: Loc) -> list[str]:
    """Names of the fields allowed inside the value at `loc`; empty where any name is allowed."""
    current: Any = model
    for part in loc:
        current = _step(plain_type(current), part)
    current = plain_type(current)
    if isinstance(current, type) and issubclass(current, BaseModel):
        return [info.alias or name for name, info in current.model_fields.items()]
    return []


def in_order(model: type[BaseModel], loc: Loc) -> list[str]:
    """The same names as records give them: a model's own fields first, those of all kinds last."""
    current: Any = model
    for part in loc:
        current = _step(plain_type(current), part)
    current = plain_type(current)
    if not (isinstance(current, type) and issubclass(current, BaseModel)):
        return []
    own = [name for name in current.model_fields if name in current.__annotations__]
    inherited = [name for name in current.model_fields if name not in own]
    return [current.model_fields[name].alias or name for name in [*own, *inherited]]


Shape = Literal["text", "texts", "item", "items", "list", "value"]
"""A text with its languages or a list of such; a mapping of fields or a list; values or a value."""


def shape(model: type[BaseModel], name: str) -> Shape:
    """What a field of a model holds."""
    annotation = annotation_at(model, (name,))
    if is_text(annotation):
        return "text"
    plain = plain_type(annotation)
    if isinstance(plain, type) and issubclass(plain, BaseModel):
        return "item"
    if typing.get_origin(plain) is not list:
        return "value"
    inner = typing.get_args(plain)[0]
    if is_text(inner):
        return "texts"
    inner = plain_type(inner)
    return "items" if isinstance(inner, type) and issubclass(inner, BaseModel) else "list"


def annotation_at(model: type[BaseModel], loc: Loc) -> Any:
    """The type of the value at a place, with its marks; `None` where there is no such field."""
    current: Any = model
    for part in loc:
        current = _step(plain_type(current), part)
    return current


def is_text(annotation: Any) -> bool:
    """Whether it is a text with its languages, possibly absent."""
    if typing.get_origin(annotation) is typing.Annotated:
        marks = [it.kind for it in typing.get_args(annotation)[1:] if isinstance(it, Mark)]
        return "localised" in marks
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        return any(is_text(arg) for arg in typing.get_args(annotation))
    return False


def _step(annotation: Any, part: str | int) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name, info in annotation.model_fields.items():
            if part in (name, info.alias):
                # Pydantic keeps the marks of a field that must be there beside its type.
                return (
                    Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation
                )
        return None
    args = typing.get_args(annotation)
    return args[-1] if typing.get_origin(annotation) in (list, dict) else annotation


def plain_type(annotation: Any) -> Any:
    """An annotation without its marks and without `None`."""
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return plain_type(args[0])
    if origin in (typing.Union, types.UnionType):
        return plain_type(next(arg for arg in args if arg is not type(None)))
    return annotation
