"""Line and column of problems: a file is only read for them when it has a problem, and once.

Positions are kept by the content of the file.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
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


def located(
    root: str, problems: list[Problem], digests: Mapping[str, str] | None = None
) -> list[Problem]:
    """The problems with line and column filled in, in the order of the files.

    `digests` are those of the files by their path; with them, positions are kept between runs.
    """
    waiting: dict[str, set[Place]] = {}
    for problem in problems:
        if not problem.line:
            waiting.setdefault(problem.path, set()).add((problem.loc, problem.at_key))
    at = _kept(root, waiting, digests) if digests else _found(root, waiting)
    return ordered([it if it.line else _placed(it, at[it.path]) for it in problems])


def _placed(it: Problem, at: Mapping[Place, tuple[int, int]]) -> Problem:
    line, column = at[it.loc, it.at_key]
    return replace(it, line=line, column=column)


def _kept(root: str, waiting: dict[str, set[Place]], digests: Mapping[str, str]) -> dict[str, Any]:
    """Positions by path; files whose positions are known are not read."""
    shelf = Shelf(root, "places", code_version("positions.py", "records.py"))
    known = {path: shelf.get(digests.get(path, "")) or {} for path in waiting}
    fresh = {path: wanted for path, wanted in waiting.items() if wanted - known[path].keys()}
    known |= _found(root, fresh)
    read = {path: digest for path, digest in digests.items() if len(digest) == SHA256}
    shelf.keep({read[path]: at for path, at in known.items() if path in read})
    return known


def _found(root: str, waiting: dict[str, set[Place]]) -> dict[str, Any]:
    work = [(path, sorted(wanted, key=str)) for path, wanted in waiting.items()]
    return dict(zip(waiting, shared(partial(_lines_and_columns, root), work), strict=True))


def _lines_and_columns(root: str, waiting: Sequence[tuple[str, list[Place]]]) -> list[Any]:
    return [
        dict(zip(wanted, locate_all(read_bytes(root, path), wanted), strict=True))
        for path, wanted in waiting
    ]
