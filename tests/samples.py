"""Records made from the model itself: every field filled, every value with a mark of its own."""

from __future__ import annotations

import itertools
import types
import typing
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from macros.model import KINDS, Mark
from macros.register import Register

KEYS = {
    "organisations": "xa-lantern-union",
    "authorities": "xa-public-prosecution",
    "legislation": "xa-societies-law-1966",
}


class Sample:
    """Fills a kind of record from its model; `marker` tells which values came from which place."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.numbers = itertools.count(700001)

    def record(self, kind: str) -> dict[str, Any]:
        """Every field of a kind of record."""
        filled: dict[str, Any] = self.model(KINDS[kind], ())
        return filled

    def model(self, model: type[BaseModel], at: tuple[str, ...]) -> dict[str, Any]:
        data = {}
        for name, info in model.model_fields.items():
            key = info.alias or name
            data[key] = self.value(info.annotation, tuple(info.metadata), (*at, key))
        return data

    def value(self, annotation: Any, metadata: tuple[Any, ...], at: tuple[str, ...]) -> Any:
        marks = [item for item in metadata if isinstance(item, Mark)]
        if marks and marks[0].kind not in ("source-ids", "localised"):
            return self.marked(marks[0], at)
        if marks and marks[0].kind == "localised":
            return {"en": marker(at)}
        origin, args = typing.get_origin(annotation), typing.get_args(annotation)
        if origin is typing.Annotated:
            return self.value(args[0], (*metadata, *args[1:]), at)
        if origin in (typing.Union, types.UnionType):
            return self.value(next(arg for arg in args if arg is not type(None)), (), at)
        if origin is list:
            return [self.value(args[0], (), at)]
        if origin is dict:
            return {"s1": self.value(args[1], (), at)}
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return self.model(annotation, at)
        return self.plain(annotation, at)

    def plain(self, annotation: Any, at: tuple[str, ...]) -> Any:
        if annotation is bool:
            return True
        if annotation is int or at[-1] in ("phone", "hotline"):
            return next(self.numbers)
        return "themes" if at[-1] == "supports" else marker(at)

    def marked(self, mark: Mark, at: tuple[str, ...]) -> str:
        place = "-".join(at).replace("_", "-")
        if mark.kind == "term":
            return next(iter(self.register.vocabularies[mark.of].record.terms))
        return {
            "key": KEYS.get(mark.of, ""),
            "region": "XA-S",
            "area": "south",
            "source": "s1",
            "date": "2019",
            "url": f"https://marker-{place}.example.org/",
            "email": f"marker-{place}@example.org",
        }[mark.kind]


def marker(at: tuple[str, ...]) -> str:
    """The text that stands at a place of a filled record."""
    return "marker " + " ".join(at).replace("_", " ")


def values(data: Any) -> Iterator[str]:
    """Every value in plain data, as text."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield str(key)
            yield from values(value)
    elif isinstance(data, list | tuple | frozenset | set):
        for value in data:
            yield from values(value)
    else:
        yield str(data)
