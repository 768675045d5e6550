"""Text to YAML in the layout that editors know: short texts on a line, long ones folded."""

from __future__ import annotations

import json
import re
import textwrap

WIDTH = 100

# Plain scalars: nothing that YAML reads as a sign, a comment, a constant or a number.
_PLAIN = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~](?:[^#:\n]|:(?=\S)|(?<=\S)#)*")
_NOT_TEXT = re.compile(r"-?\d+|true|false|null|yes|no|on|off|", re.I)
_KEEPS_NOTHING = re.compile(r"[\t\r\n\x7f-\x9f\u2028\u2029\ufeff]|  |^\s|\s$")
"""What plain and quoted scalars would lose: line breaks, runs of spaces, spaces at the ends."""
_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")
# Only spaces may become line breaks; these stand in for spaces that must stay where they are.
_KEPT = {"\u00a0": "\ue000", "\u202f": "\ue001"}


def pair(key: str, text: str, indent: int = 0) -> str:
    """`key: text`, so many spaces in; the text reads back as it was.

    Runs of spaces and line breaks become one space, since folding keeps no others.
    """
    text = re.sub(r"[ \t\r\n]+", " ", text).strip()
    line = f"{' ' * indent}{key}: {one_line(text)}"
    if len(line) <= WIDTH:
        return line
    margin = " " * (indent + 2)
    return "\n".join([f"{' ' * indent}{key}: >-", *(margin + it for it in _folded(text, margin))])


def one_line(text: str) -> str:
    """The text as a scalar on one line, quoted only where YAML would misread it."""
    if _PLAIN.fullmatch(text) and not _NOT_TEXT.fullmatch(text) and not text.endswith(" "):
        return text
    return quoted(text)


def in_flow(text: str) -> str:
    """The text as a scalar inside braces or brackets, where commas and brackets are signs too."""
    if _KEEPS_NOTHING.search(text):
        return escaped(text)
    plain = one_line(text)
    return plain if plain.startswith("'") or not re.search(r"[,?\[\]{}]", text) else quoted(text)


def quoted(text: str) -> str:
    """The text in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def lines_of(key: str, text: str, indent: int = 0) -> list[str]:
    """`key: text` on as many lines as it needs; the text reads back exactly, line breaks too."""
    if _KEEPS_NOTHING.search(text):
        return [f"{' ' * indent}{key}: {escaped(text)}"]
    return pair(key, text, indent).split("\n")


def escaped(text: str) -> str:
    """The text in double quotes, in which every sign can be written."""
    made = json.dumps(text, ensure_ascii=False)
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", made)


def _folded(text: str, margin: str) -> list[str]:
    for kept, sign in _KEPT.items():
        text = text.replace(kept, sign)
    width = WIDTH - len(margin)
    lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return [_restored(line) for line in lines]


def _restored(line: str) -> str:
    for kept, sign in _KEPT.items():
        line = line.replace(sign, kept)
    return line
