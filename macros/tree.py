"""A record as it was typed: its values in their order, with the comments that stand beside them.

For writing records by program without losing a word of what people wrote. Reading for use goes
through `records.parse`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .lines import scalar
from .records import compose

_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(slots=True)
class Branch:
    """A value with the comments above and beside it; the items of a list have empty keys."""

    kind: Literal["mapping", "list", "scalar"]
    value: Any = None
    items: list[tuple[str, Branch]] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    """Whole lines above it: comments, and empty lines as empty texts."""
    beside: str = ""
    first: int = -1
    last: int = -1
    """Lines it takes in the file, from 0; -1 for what was not read from one."""
    typed: tuple[str, Any] | None = None
    """The lines of a field, or of an item of it, as they were typed, and their value."""

    def get(self, key: str) -> Branch | None:
        """The value of a key."""
        return next((branch for name, branch in self.items if name == key), None)

    def put(self, key: str, branch: Branch) -> None:
        """Set a key that is not there yet, or replace its value."""
        names = [name for name, _ in self.items]
        if key in names:
            self.items[names.index(key)] = (key, branch)
        else:
            self.items.append((key, branch))

    def data(self) -> Any:
        """The value as plain data."""
        if self.kind == "mapping":
            return {key: branch.data() for key, branch in self.items}
        if self.kind == "list":
            return [branch.data() for _, branch in self.items]
        return self.value

    def as_typed(self) -> list[str]:
        """Its lines in the file, while its value is still what they say."""
        if self.typed is None or self.typed[1] != self.data():
            return []
        return self.typed[0].split("\n")

    def has_comments(self) -> bool:
        """Whether any comment stands inside it."""
        return any(it.above or it.beside or it.has_comments() for _, it in self.items)


@dataclass(slots=True)
class Tree:
    """A whole record: its fields, and the lines after the last of them."""

    root: Branch
    tail: list[str]


def grown(value: Any) -> Branch:
    """A branch of plain data."""
    if isinstance(value, dict):
        return Branch("mapping", items=[(key, grown(each)) for key, each in value.items()])
    if isinstance(value, list):
        return Branch("list", items=[("", grown(each)) for each in value])
    return Branch("scalar", value)


def read(content: bytes, path: str = "") -> Tree:
    """The record in the bytes of a file, with its comments.

    Raises:
        RecordError: it is no YAML mapping.
    """
    node = compose(content, path)
    lines = _LINE_END.split(content.decode("utf-8-sig"))
    root = _branch(node)
    places = list(_places(root))
    tail = []
    for number, text, is_whole_line in _comments(lines, list(_scalars(node))):
        if not is_whole_line:
            _beside(places, number, text)
        elif home := next((it for it in places if it.first > number), None):
            home.above.append(text)
        else:
            tail.append(text)
    _remember(root, lines)
    return Tree(root, tail)


def _remember(root: Branch, lines: list[str]) -> None:
    """Keep the lines of fields and of their items, so that what is not touched stays as typed."""
    for _, value in root.items:
        value.typed = ("\n".join(lines[value.first : value.last + 1]), value.data())
        for name, item in value.items:
            text = "\n".join(lines[item.first : item.last + 1])
            begins = f"  {name}:" if name else "  - "
            if text.startswith(begins) and item.first > value.first:
                item.typed = (text, item.data())


def _branch(node: Node) -> Branch:
    branch = Branch("scalar", first=node.start_mark.line, last=_last_line(node))
    if isinstance(node, MappingNode):
        branch.kind = "mapping"
        for key, value in node.value:
            branch.items.append((str(key.value), _branch(value)))
            branch.items[-1][1].first = key.start_mark.line
    elif isinstance(node, SequenceNode):
        branch.kind = "list"
        branch.items = [("", _branch(it)) for it in node.value]
    elif isinstance(node, ScalarNode):
        branch.value = scalar(node.value, not node.style)
    is_flow = isinstance(node, MappingNode | SequenceNode) and node.flow_style
    if branch.items and not is_flow:
        # A block's own end lies where the next thing begins.
        branch.last = max(item.last for _, item in branch.items)
    return branch


def _last_line(node: Node) -> int:
    """The last line of a value; the end of a block lies at the beginning of the line after it."""
    start, end = node.start_mark.line, node.end_mark
    return max(start, int(end.line - 1 if end.column == 0 else end.line))


def _places(branch: Branch) -> Iterator[Branch]:
    for _, each in branch.items:
        yield each
        yield from _places(each)


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    for child in node.value if isinstance(node, MappingNode | SequenceNode) else ():
        for part in child if isinstance(child, tuple) else (child,):
            yield from _scalars(part)


def _comments(lines: list[str], scalars: list[ScalarNode]) -> Iterator[tuple[int, str, bool]]:
    """Line, text and whether it fills the line; empty lines between values count as such."""
    inside, spans = set(), dict[int, list[tuple[int, int]]]()
    for node in scalars:
        start, end = node.start_mark, node.end_mark
        inside |= set(range(start.line + 1, _last_line(node) + 1))
        stop = end.column if end.line == start.line else 10**6
        # After the sign of a block (`>-`) a comment may stand on the same line.
        stop = start.column + 2 if node.style in ("|", ">") else stop
        spans.setdefault(start.line, []).append((start.column, stop))
    for number, line in enumerate(lines[:-1] if lines and not lines[-1] else lines):
        if number in inside:
            continue
        if not line.strip():
            yield number, "", True
        for found in re.finditer(r"(?:^|(?<=\s))#", line):
            if not any(a <= found.start() < b for a, b in spans.get(number, ())):
                yield number, line[found.start() :].rstrip(), not line[: found.start()].strip()
                break


def _beside(places: list[Branch], number: int, text: str) -> None:
    """Give a comment at the end of a line to what stands on that line."""
    starting = [it for it in places if it.first == number]
    whole = [it for it in starting if it.last == number]
    ending = [it for it in places if it.last == number]
    home = (whole or starting[-1:] or ending or places[-1:])[0]
    home.beside = f"{home.beside} {text}".strip()
