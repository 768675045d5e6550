"""A record file in the layout of `dalil format`, read line by line, without a parser.

Three times faster than any parser, since records repeat their lines and each is taken apart once.
What is not known for certain (a comment at the end of a line, a text over several lines, double
quotes, lists in lists) is left to `quick.py`; where this module answers, both answers are the same.
"""

from __future__ import annotations

import re
from sys import intern
from typing import Any

SHORT = 24
"""Characters up to which equal texts, such as terms and dates, are one object in memory."""
BEGINS_NO_TEXT = frozenset("-0123456789ntf~")
"""What the constants and numbers begin with; all else is text."""
_CONSTANTS: dict[str, bool | None] = {
    "": None,
    "null": None,
    "~": None,
    "true": True,
    "false": False,
}
_WHOLE_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")

_KEPT_LINES = 2**15
_EASY = bytes([ord("\n"), *range(ord(" "), ord("~") + 1), *range(0x80, 0x100)])
_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
_NO_LINES = ("\u2028", "\u2029", "\ufeff", "\ufffe", "\uffff")
"""What YAML takes for the end of a line, or refuses."""

_KEY = "[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}+"
_FIRST = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`\0]"""
"""What a plain scalar may begin with, whatever comes next."""
_PLAIN = f"({_FIRST}[^:#]*+(?:(?:(?<! )#|:(?! |$))[^:#]*+)*+)"
_SIGNS = r",?\[\]{}"
_PLAIN_IN_FLOW = (
    f"({_FIRST}[^:#{_SIGNS}]*+(?:(?:(?<! )#|:(?![ {_SIGNS}]|$))[^:#{_SIGNS}]*+)*+(?<! ))"
)
_QUOTED = "'((?:[^']|'')++)'"
_LINE = re.compile(
    "( {0,18}+)"  # so there are not too many levels either
    f"(- )?(?:({_KEY}):(?: |$))?"
    rf"(?:{_PLAIN}|{_QUOTED}|([{{\[].*+)|\0(.++))?"
)
_FLOW_ITEM = re.compile(f"(?:({_KEY}): )?(?:{_PLAIN_IN_FLOW}|{_QUOTED})(?:, (?!$)|$)|(.)")
_FOLDED = re.compile(rf"^( *+)(- )?((?:{_KEY}: )?)>-\n((?:\1 +[^ \n].*\n)++)", re.M)

_Line = tuple[int, bool, str | None, Any, bool]
"""Depth, whether an item begins, key, value, and whether that is a mapping or list; a key without a
value opens what stands below, without a key (`None`) nothing is said."""
_UNKNOWN: _Line = (-1, False, "", None, False)
_NOTHING: _Line = (0, False, None, None, False)


def scalar(text: str, is_plain: bool) -> Any:
    """The value of a scalar: plain ones may be null, a boolean or a whole number, others are text.

    Source: the JSON schema of YAML 1.2, https://yaml.org/spec/1.2.2/#102-json-schema, with
    numbers of at most eighteen digits.
    """
    if is_plain and (not text or text[0] in BEGINS_NO_TEXT):
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if _WHOLE_NUMBER.fullmatch(text):
            return int(text)
    return intern(text) if len(text) <= SHORT else text


def from_lines(content: bytes) -> dict[str, Any] | None:
    """The data of a file in which every line is of a usual kind; else `None`.

    Raises:
        UnicodeDecodeError: the file is not UTF-8.
    """
    if content.translate(None, _EASY) or _CONTROL.search(content):
        return None
    text = content.decode()
    if any(sign in text for sign in _NO_LINES):
        return None
    if ">-\n" in text:
        text = _FOLDED.sub(_on_one_line, text)
    return _nested(text)


def _nested(text: str) -> dict[str, Any] | None:
    root: dict[str, Any] = {}
    at, here, opened = 0, root, ""  # type: int, Any, str
    above: list[tuple[int, Any]] = []
    for depth, is_item, key, value, is_flow in map(_LINES.__getitem__, text.split("\n")):
        if key is None:
            continue
        if opened:
            if depth <= at:
                return None
            above.append((at, here))
            here[opened] = here = [] if is_item else {}
            at, opened = depth, ""
        elif depth < at:
            while depth < at and above:
                at, here = above.pop()
        if depth != at or is_item != (type(here) is list):
            return None
        if is_item and key:
            above.append((at, here))
            here.append({})
            at, here = depth + 2, here[-1]
        if is_flow:
            value = value.copy()  # records share their lines, and nothing that could be changed
        if not key:
            here.append(value)
        elif key in here:
            return None
        elif value is None:
            opened = key
        else:
            here[key] = value
    return root if root and not opened else None


class _Lines(dict[str, _Line]):
    """Lines that were taken apart already."""

    def __missing__(self, line: str) -> _Line:
        if len(self) >= _KEPT_LINES:
            self.clear()
        found = self[line] = _parts(line)
        return found


_LINES = _Lines()


def _parts(line: str) -> _Line:
    if not line or line[0] == "#":
        return _NOTHING
    match = _LINE.fullmatch(line)
    if not match or line[-1] == " ":
        return _UNKNOWN
    indent, dash, key, plain, quoted, flow, folded = match.groups()
    value = _flow(flow) if flow else folded
    if plain or quoted:
        value = _text(plain, quoted)
    opens = key and not (plain or quoted or flow)
    if (value is None and not opens) or not (key or dash):
        return _UNKNOWN
    return len(indent), bool(dash), intern(key) if key else "", value, bool(flow)


def _text(plain: str | None, quoted: str | None) -> Any:
    """The value of a scalar; `None` for a blank one too."""
    if plain:
        return scalar(plain, True)
    text = (quoted or "").replace("''", "'")
    return scalar(text, False) if text.strip() else None


def _flow(text: str) -> dict[str, Any] | list[Any] | None:
    """The value of `{key: value, ...}` or `[value, ...]` with scalars in it; else `None`."""
    found = _FLOW_ITEM.findall(text[1:-1])
    values = [_text(plain, quoted) for _, plain, quoted, _ in found]
    if not values or None in values:
        return None
    keys = [key for key, *_ in found]
    if text[0] == "[" and text[-1] == "]":
        return None if any(keys) else values
    if text[0] == "{" and text[-1] == "}" and all(keys) and len(set(keys)) == len(keys):
        return dict(zip(map(intern, keys), values, strict=True))
    return None


def _on_one_line(match: re.Match[str]) -> str:
    """A folded text on the line of its key, behind a sign that no file holds."""
    indent, dash, key, text = match.groups()
    parent = len(indent) + (2 if dash and key else 0)
    margin = " " * (len(text) - len(text.lstrip(" ")))
    lines = text[:-1].split("\n")
    words = [line.removeprefix(margin) for line in lines]
    as_deep = all(
        len(line) - len(it) == len(margin) and it[0] != " " and it[-1] != " "
        for line, it in zip(lines, words, strict=True)
    )
    if len(margin) <= parent or not as_deep or not "".join(words).strip():
        return match[0]
    return f"{indent}{dash or ''}{key}\0{' '.join(words)}\n"
