"""Record files: strict YAML in, plain data and the place of every value out.

Records use a small part of YAML 1.2: mappings, lists and scalars. Plain scalars follow its JSON
schema for null, booleans and canonical whole numbers; everything else (`NO`, `012`, `1e3`, dates)
stays the text that was typed. Anchors, aliases, tags and several documents are refused, so a file
says what it seems to say and cannot grow when read. https://yaml.org/spec/1.2.2/#102-json-schema
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .lines import scalar
from .problems import Loc, Problem
from .quick import DEPTH_LIMIT, SIZE_LIMIT, USUAL_SIZE, plain

ALIASES_REPORTED = 10
"""Enough to learn from; a file made to explode holds thousands."""


class RecordError(Exception):
    """A file that cannot be read as a record; carries every problem found in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].message())
        self.problems = problems


@dataclass(slots=True)
class RecordFile:
    """One file as it was typed: its path below the root, and its content as plain data."""

    path: str
    data: dict[str, Any]
    problems: list[Problem] = field(default_factory=list)


class _Loader(CParser):
    """libyaml without any implicit types: every scalar stays text until `_scalar` decides."""

    def resolve(self, kind: type[Node], value: str | None, implicit: Any) -> str:
        """The tag of a node that has none of its own."""
        return _DEFAULT_TAGS[kind]

    def descend_resolver(self, parent: Node | None, index: Any) -> None:
        """Nothing: no tag depends on the place of a node."""

    def ascend_resolver(self) -> None:
        """Nothing, as above."""


_DEFAULT_TAGS: dict[type[Node], str] = {
    ScalarNode: "tag:yaml.org,2002:str",
    SequenceNode: "tag:yaml.org,2002:seq",
    MappingNode: "tag:yaml.org,2002:map",
}
_LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # as libyaml counts lines
_ANCHOR = re.compile(r"""(?:^|[\s\[\]{},:"'])&\S""")


def read_bytes(root: str, path: str) -> bytes:
    """The file's bytes, one more than the limit at most, so that a huge file is never held."""
    with open(os.path.join(root, path), "rb", buffering=0) as file:
        content = file.read(USUAL_SIZE)
        is_all = len(content) < USUAL_SIZE
        return content if is_all else content + file.read(SIZE_LIMIT + 1 - USUAL_SIZE)


def parse(content: bytes, path: str) -> RecordFile:
    """The record in the bytes of a file.

    Raises:
        RecordError: the file is too large, not UTF-8, not YAML, or uses YAML that records may not.
    """
    data = plain(content)
    return RecordFile(path, data) if data is not None else thorough(content, path)


def thorough(content: bytes, path: str) -> RecordFile:
    """What `parse` returns, found the slow way, with every problem and its place."""
    node = compose(content, path)
    reader = _Reader(path)
    reader.problems += _anchors(content, path)
    data = reader.mapping(node, (), 0)
    if any(problem.is_error for problem in reader.problems):
        raise RecordError(reader.problems)
    return RecordFile(path, data, reader.problems)


def locate(content: bytes, loc: Loc, at_key: bool = False) -> tuple[int, int]:
    """Line and column, from 1, of the value at `loc`, or of the nearest thing around it."""
    return locate_all(content, [(loc, at_key)])[0]


def locate_all(content: bytes, places: list[tuple[Loc, bool]]) -> list[tuple[int, int]]:
    """What `locate` returns for several places of a file."""
    try:
        root: Node = compose(content, "")
    except RecordError:
        return [(1, 1)] * len(places)
    return [_found(root, loc, at_key) for loc, at_key in places]


def _found(node: Node, loc: Loc, at_key: bool) -> tuple[int, int]:
    place = _place(node)
    for depth, part in enumerate(loc):
        key, child = _child(node, part)
        if child is None:
            continue
        use_key = key is not None and at_key and depth == len(loc) - 1
        place = _place(key if use_key and key is not None else child)
        node = child
    return place


def _child(node: Node, part: str | int) -> tuple[Node | None, Node | None]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key, value
    elif isinstance(node, SequenceNode) and isinstance(part, int) and part < len(node.value):
        return None, node.value[part]
    return None, None


def compose(content: bytes, path: str) -> MappingNode:
    """The nodes of a file, with the place of each.

    Raises:
        RecordError: the file is too large, not UTF-8 or not a YAML mapping.
    """
    if len(content) > SIZE_LIMIT:
        raise RecordError([_at(path, "file-too-large", 1, 1, limit=str(SIZE_LIMIT // 1024))])
    text = _decode(content, path)
    try:
        node = _Loader(text).get_single_node()
    except yaml.YAMLError as error:
        raise RecordError([_syntax_problem(error, text, path)]) from None
    if node is None:
        raise RecordError([_at(path, "empty-file", 1, 1)])
    if not isinstance(node, MappingNode):
        raise RecordError([_at(path, "not-a-mapping", *_place(node))])
    return node


def _anchors(content: bytes, path: str) -> list[Problem]:
    """Every anchor and alias; the nodes do not tell, and `&Co` would vanish from a text."""
    text = content.decode("utf-8-sig")
    if not _ANCHOR.search(text):
        return []
    loader, found = _Loader(text), []
    while loader.check_event():
        event = loader.get_event()
        if event is not None and getattr(event, "anchor", None):
            found.append(_at(path, "alias", *_place(event)))
        if len(found) == ALIASES_REPORTED:
            break
    return found


def _decode(content: bytes, path: str) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise RecordError([_at(path, "not-utf8", 1, 1, found="UTF-16")])
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace").split("\n")
        found = f"0x{content[error.start]:02X}"
        place = (len(before), len(before[-1]) + 1)
        raise RecordError([_at(path, "not-utf8", *place, found=found)]) from None


def _syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    if isinstance(error, yaml.reader.ReaderError):  # counts in bytes, gives the character's number
        before = text.encode()[: error.position].decode().split("\n")
        found = f"U+{int(error.character):04X}"
        return _at(path, "control-character", len(before), len(before[-1]) + 1, found=found)
    if not isinstance(error, yaml.MarkedYAMLError):
        return _at(path, "yaml-syntax", 1, 1, reason=str(error))
    code, mark = _diagnosis(error, text)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    return _at(path, code, line, column, reason=_reason(error), limit=str(DEPTH_LIMIT))


_DIAGNOSES = (
    ("another document", "several-documents"),
    ("maximum nesting depth", "too-deep"),
    ("undefined alias", "alias"),
    ("scanning a quoted scalar, found unexpected", "unclosed-quote"),
    ("parsing a flow", "unclosed-bracket"),
    ("cannot start any token", "reserved-character"),
    ("parsing a block node, did not find expected node content", "reserved-character"),
    ("mapping values are not allowed", "indentation"),
    ("block sequence entries are not allowed", "indentation"),
    ("did not find expected key", "indentation"),
    ("did not find expected '-'", "indentation"),
    ("could not find expected ':'", "indentation"),
)
"""Words of libyaml and the fault that an editor knows them by."""


def _diagnosis(error: yaml.MarkedYAMLError, text: str) -> tuple[str, yaml.Mark | None]:
    """The code of a fault of syntax, and where it begins."""
    mark, reason = error.problem_mark or error.context_mark, _reason(error)
    code = next((code for words, code in _DIAGNOSES if words in reason), "yaml-syntax")
    if code in ("unclosed-quote", "unclosed-bracket"):
        return code, error.context_mark or mark
    before = [*_LINE_END.split(text), ""][mark.line][: mark.column + 1] if mark else ""
    if mark and before.lstrip(" -").startswith("\t"):
        return "tab", mark
    if "mapping values" in reason and ": " in before[:-1]:
        return "colon-in-text", mark
    if "expected key" in reason and before[:-1].endswith(("'", '"')):
        return "quote-in-text", mark
    return code, mark


def _reason(error: yaml.MarkedYAMLError) -> str:
    return ", ".join(part for part in (error.context, error.problem) if part)


def _at(path: str, code: str, line: int, column: int, **values: str) -> Problem:
    return Problem(path, code, (), values, line, column)


def _place(node: Node | yaml.Event) -> tuple[int, int]:
    mark = node.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (1, 1)


class _Reader:
    """Turns the nodes of one file into plain data and notes what records may not use."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def mapping(self, node: MappingNode, loc: Loc, depth: int) -> dict[str, Any]:
        data: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for key_node, value_node in node.value:
            key = self._key(key_node, loc)
            if key is None:
                continue
            if key in data:
                self._note("duplicate-key", key_node, (*loc, key), first=str(lines[key]), value=key)
                continue
            lines[key] = key_node.start_mark.line + 1
            data[key] = self._value(value_node, (*loc, key), depth + 1)
        return data

    def _key(self, node: Node, loc: Loc) -> str | None:
        if isinstance(node, ScalarNode) and self._allowed(node, loc):
            return str(node.value)
        if not isinstance(node, ScalarNode):
            self._note("key-not-text", node, loc)
        return None

    def _value(self, node: Node, loc: Loc, depth: int) -> Any:
        if not self._allowed(node, loc):
            return None
        if depth > DEPTH_LIMIT:
            self._note("too-deep", node, loc, limit=str(DEPTH_LIMIT))
            return None
        if isinstance(node, MappingNode):
            return self._filled(self.mapping(node, loc, depth), node, loc)
        if isinstance(node, SequenceNode):
            items = [self._value(item, (*loc, i), depth + 1) for i, item in enumerate(node.value)]
            return self._filled(items, node, loc)
        return self._filled(_scalar(node), node, loc)

    def _filled(self, value: Any, node: Node, loc: Loc) -> Any:
        blank = isinstance(value, str) and not value.strip()
        if value is None or blank or value == [] or (value == {} and not node.value):
            self._note("empty-value", node, loc)
        return value

    def _allowed(self, node: Node, loc: Loc) -> bool:
        if id(node) in self._seen:  # an alias, reported by `_anchors`
            return False
        self._seen.add(id(node))
        if node.tag != _DEFAULT_TAGS[type(node)]:
            self._note("tag", node, loc, value=str(node.tag).replace("tag:yaml.org,2002:", "!!"))
            return False
        return True

    def _note(self, code: str, node: Node, loc: Loc, **values: str) -> None:
        self.problems.append(Problem(self.path, code, loc, values, *_place(node)))


def _scalar(node: Node) -> Any:
    return scalar(node.value, not node.style) if isinstance(node, ScalarNode) else None
