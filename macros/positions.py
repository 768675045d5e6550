"""Line and column of problems: a file is only read for them when it has a problem, and once.

Positions are kept by the content of the file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from .parallel import shared
from .problems import Loc, Problem, ordered
from .records import locate_all, read_bytes
from .store import Shelf, code_version

SHA256 = 64
"""Digits of a digest; files that are no records have a word in its place."""
Place = tuple[Loc, bool]
"""Where a problem is, and whether at the name of the value there."""
Waiting = dict[str, set[Place]]
"""By path, the places that are wanted."""
Found = dict[str, dict[Place, tuple[int, int]]]
"""By path, line and column of places."""
Fields = Mapping[str, list[str]]
"""The fields of records by the paths of their files, in the order in which they stand there."""
_OTHER_BREAKS = ("\r", "\x85", "\u2028", "\u2029")
_BEGINS_A_LINE = re.compile(r"(?: *(?:#.*)?\n)*(?=[^\s#])")
"""The first sign of a file, after blank lines and comments, begins its line."""
_BEGUN = re.compile(r"\n(?=[^ #\n])([^:\n]*)")


def located(
    root: str,
    problems: list[Problem],
    digests: Mapping[str, str] | None = None,
    fields: Fields | None = None,
) -> list[Problem]:
    """The problems with line and column filled in, in the order of the files.

    `digests` are those of the files by their path; with them, positions are kept between runs.
    With `fields`, most positions are found without the parser.
    """
    waiting: Waiting = {}
    for problem in problems:
        if not problem.line:
            waiting.setdefault(problem.path, set()).add((problem.loc, problem.at_key))
    find = partial(_found, root, fields or {})
    at = _kept(root, waiting, digests, find) if digests else find(waiting)
    return ordered([it if it.line else _placed(it, at[it.path]) for it in problems])


def _placed(it: Problem, at: Mapping[Place, tuple[int, int]]) -> Problem:
    line, column = at[it.loc, it.at_key]
    return Problem(it.path, it.code, it.loc, it.values, line, column, it.at_key)


def _kept(
    root: str, waiting: Waiting, digests: Mapping[str, str], find: Callable[[Waiting], Found]
) -> Found:
    """Positions by path; files whose positions are known are not read."""
    shelf = Shelf(root, "places", code_version("positions.py", "records.py"))
    known = {path: shelf.get(digests.get(path, "")) or {} for path in waiting}
    fresh = {path: wanted for path, wanted in waiting.items() if wanted - known[path].keys()}
    known |= find(fresh)
    read = {path: digest for path, digest in digests.items() if len(digest) == SHA256}
    shelf.keep({read[path]: at for path, at in known.items() if path in read})
    return known


def _found(root: str, fields: Fields, waiting: Waiting) -> Found:
    work = [(path, sorted(wanted, key=str)) for path, wanted in waiting.items()]
    return dict(zip(waiting, shared(partial(_lines_and_columns, root, fields), work), strict=True))


def _lines_and_columns(
    root: str, fields: Fields, waiting: Sequence[tuple[str, list[Place]]]
) -> list[Any]:
    found = []
    for path, wanted in waiting:
        content = read_bytes(root, path)
        at = at_fields(content, fields.get(path, []), wanted) or locate_all(content, wanted)
        found.append(dict(zip(wanted, at, strict=True)))
    return found


def at_fields(content: bytes, fields: list[str], places: list[Place]) -> list[tuple[int, int]]:
    """What `records.locate_all` returns for names of fields; nothing where the parser must tell.

    If the first key of a file begins its line, so do all. If then no more lines begin without a
    space than there are fields, and with the same names, these are the lines of the fields.
    """
    text = content.decode("utf-8-sig", "replace")
    if not all(loc == () or (len(loc) == 1 and at_key) for loc, at_key in places):
        return []
    if not fields or not _BEGINS_A_LINE.match(text) or any(it in text for it in _OTHER_BREAKS):
        return []
    begun = list(_begun(text))
    if [name for name, _ in begun] != fields:
        return []
    lines: dict[str | int, int] = dict(begun)
    return [(lines.get(loc[0] if loc else fields[0], begun[0][1]), 1) for loc, _ in places]


def _begun(text: str) -> Iterator[tuple[str, int]]:
    """What stands before the colon in each line that begins without a space, and its number."""
    text, number, counted = f"\n{text}", 0, 0
    for line in _BEGUN.finditer(text):
        number += text.count("\n", counted, line.start(1))
        counted = line.start(1)
        yield line[1], number
