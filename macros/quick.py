"""An ordinary record file in one pass: plain data by its lines, else from the parser's events.

Faster than building nodes first. Whatever is unusual (a duplicate key, an
anchor, a tag, an empty value, a fault of syntax) is left to `records.py`, which says what it is;
where this module answers, both answers are the same.
"""

from __future__ import annotations

from collections.abc import Callable
from sys import intern
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    StreamStartEvent,
)

from .lines import from_lines, scalar

SIZE_LIMIT = 256 * 1024
USUAL_SIZE = 16 * 1024
"""Room for most files; to make room for the limit each time takes longer than reading."""
DEPTH_LIMIT = 24
_Next = Callable[[], Event | None]


class _Unusual(Exception):
    """The file needs the thorough reader."""


def plain(content: bytes) -> dict[str, Any] | None:
    """The data of a file in which nothing is unusual; `None` leaves it to the thorough reader."""
    if len(content) > SIZE_LIMIT:
        return None
    try:
        data = from_lines(content)
        return data if data is not None else from_events(content)
    except (_Unusual, UnicodeDecodeError, yaml.YAMLError):
        return None


def from_events(content: bytes) -> dict[str, Any]:
    """The same from the parser's events; an exception leaves it to the thorough reader."""
    following: _Next = CParser(content.decode("utf-8-sig")).get_event
    _expect(following(), StreamStartEvent)
    _expect(following(), DocumentStartEvent)
    root = following()
    _expect(root, MappingStartEvent)
    data = _mapping(root, following, 0)
    _expect(following(), DocumentEndEvent)
    _expect(following(), StreamEndEvent)
    return data


def _expect(event: Event | None, kind: type[Event]) -> None:
    if type(event) is not kind:
        raise _Unusual


def _mapping(start: Any, following: _Next, depth: int) -> dict[str, Any]:
    if start.anchor or start.tag:
        raise _Unusual
    data: dict[str, Any] = {}
    while True:
        key: Any = following()
        if type(key) is MappingEndEvent:
            break
        if type(key) is not ScalarEvent or key.anchor or key.tag or key.value in data:
            raise _Unusual
        data[intern(key.value)] = _value(following(), following, depth + 1)
    if not data:
        raise _Unusual
    return data


def _value(event: Any, following: _Next, depth: int) -> Any:
    kind = type(event)
    if kind is ScalarEvent:
        text: str = event.value
        if event.anchor or event.tag or not text.strip():
            raise _Unusual
        value = scalar(text, not event.style)
        if value is None:
            raise _Unusual
        return value
    if depth >= DEPTH_LIMIT:
        raise _Unusual
    if kind is MappingStartEvent:
        return _mapping(event, following, depth)
    if kind is SequenceStartEvent:
        return _sequence(event, following, depth)
    raise _Unusual


def _sequence(start: Any, following: _Next, depth: int) -> list[Any]:
    if start.anchor or start.tag:
        raise _Unusual
    items = []
    while type(event := following()) is not SequenceEndEvent:
        items.append(_value(event, following, depth + 1))
    if not items:
        raise _Unusual
    return items
