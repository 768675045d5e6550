"""What changed in records between two states of their files, in plain words, as Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .plain import Records, in_words
from .problems import Loc, printable
from .records import RecordError, parse
from .register import place_of_file
from .words import words

NAMED = ("names", "titles", "labels")
_MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file before and after; `None` where it was not, or is no more."""

    path: str
    before: bytes | None
    after: bytes | None


def described(changes: list[FileChange], records: Records, lang: str) -> str:
    """All changes of records as Markdown; an empty text if there are none."""
    found = [text for change in changes if (text := _record(change, records, lang))]
    if not found:
        return ""
    return "\n\n".join([f"## {words('differences', lang)['title']}", *found]) + "\n"


def _record(change: FileChange, records: Records, lang: str) -> str:
    place = place_of_file(change.path)
    if place is None:
        return ""
    wording = words("differences", lang)
    before, after = _data(change.before), _data(change.after)
    if before is None or after is None:
        return f"### `{change.path}`\n\n- {wording['unreadable']}"
    kind = place[0]
    name = _name(after or before, lang)
    if not before:
        state = wording["new"]
    elif not after:
        state = wording["removed"]
    else:
        state = ""
    lines = list(_compare(before, after, kind, (), records, lang)) if before and after else []
    if not lines and not state:
        return ""
    head = f"### {escaped(name)} · `{change.path}`" + (f" · {state}" if state else "")
    return "\n".join([head, "", *lines]).rstrip()


def _data(content: bytes | None) -> dict[str, Any] | None:
    """The record's data; empty where there is no file, `None` where it cannot be read."""
    if content is None:
        return {}
    try:
        return parse(content, "").data
    except RecordError:
        return None


def _name(data: dict[str, Any], lang: str) -> str:
    for field in NAMED:
        names = data.get(field)
        if isinstance(names, dict) and names:
            return str(names.get(lang) or next(iter(names.values())))
    return ""


def _compare(
    before: Any, after: Any, kind: str, loc: Loc, records: Records, lang: str
) -> Iterator[str]:
    """A line for each value that came, went or became another; list items by what they say."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in dict.fromkeys([*before, *after]):
            if before.get(key) != after.get(key):
                here = (*loc, key)
                yield from _compare(before.get(key), after.get(key), kind, here, records, lang)
        return
    if isinstance(before, list) and isinstance(after, list):
        yield from _compare_lists(before, after, kind, loc, records, lang)
        return
    wording, where = words("differences", lang), f"`{where_of(loc)}`"

    def said(value: Any) -> str:
        return escaped(in_words(value, kind, loc, records, lang) or str(value))

    if before is None:
        yield f"- {wording['added']} {where}{wording['colon']}{said(after)}"
    elif after is None:
        yield f"- {wording['taken_away']} {where}{wording['colon']}{said(before)}"
    else:
        yield f"- {wording['changed']} {where}{wording['colon']}{said(before)} → {said(after)}"


def _compare_lists(
    before: list[Any], after: list[Any], kind: str, loc: Loc, records: Records, lang: str
) -> Iterator[str]:
    """Items that are in one list only; one changed item is compared within."""
    gone = [(n, item) for n, item in enumerate(before) if item not in after]
    new = [(n, item) for n, item in enumerate(after) if item not in before]
    for (_, old), (number, item) in zip(gone, new, strict=False):
        yield from _compare(old, item, kind, (*loc, number), records, lang)
    for number, item in gone[len(new) :]:
        yield from _compare(item, None, kind, (*loc, number), records, lang)
    for number, item in new[len(gone) :]:
        yield from _compare(None, item, kind, (*loc, number), records, lang)


def where_of(loc: Loc) -> str:
    """A place as an editor would say it; the number of an item, which moves, is left out."""
    return printable(".".join(str(part) for part in loc if isinstance(part, str)))


def escaped(text: str) -> str:
    """Text of a record, so that it cannot format Markdown."""
    return printable(" ".join(text.split()), limit=300).translate(_MARKDOWN)
