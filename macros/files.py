"""The files of the register: which there are, and what is in them, read once per content.

Files that have not changed are not read again (`store.py`); new ones are read on all cores.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from .parallel import shared
from .problems import Problem
from .quick import SIZE_LIMIT, plain
from .records import read_bytes
from .store import Digests, Shelf, code_version


@dataclass(frozen=True, slots=True)
class Found:
    """A file below the root, the digest of its bytes, and its content as plain data.

    Where something in it is unusual, `data` is `None`; where it cannot be read, `digest` is empty.
    """

    path: str
    digest: str
    data: dict[str, Any] | None


def contents(root: str, data: str, problems: list[Problem]) -> list[Found]:
    """Every record file in order; what else lies there is added to the problems."""
    listed = list(_listed(root, data, problems))
    digests = Digests(root)
    shelf = Shelf(root, "records", code_version("quick.py", "lines.py"))
    known = {path: digests.known(path, stat) for path, stat in listed}
    unread = [path for path, digest in known.items() if not shelf.get(digest)]
    fresh = dict(zip(unread, shared(partial(_read, root, shelf), unread), strict=True))
    found = []
    for path, _ in listed:
        digest, content = fresh.get(path) or (known[path], None)
        found.append(Found(path, digest, content or shelf.get(digest)))
    digests.keep((it.path, stat, it.digest) for it, (_, stat) in zip(found, listed, strict=True))
    shelf.keep({it.digest: it.data for it in found if it.data})
    return found


def digests_of(root: str, data: str) -> dict[str, str]:
    """The digest of every file by its path, and what is wrong with whatever else lies there.

    Files that have not changed are not read.
    """
    others: list[Problem] = []
    listed = list(_listed(root, data, others))
    kept = Digests(root)
    found = {problem.path: problem.code for problem in others}
    return found | {path: kept.known(path, stat) or _digest(root, path) for path, stat in listed}


def _digest(root: str, path: str) -> str:
    try:
        return hashlib.sha256(read_bytes(root, path)).hexdigest()
    except OSError:
        return ""


def _read(root: str, shelf: Shelf, paths: Sequence[str]) -> list[tuple[str, Any]]:
    return [_read_one(root, shelf, path) for path in paths]


def _read_one(root: str, shelf: Shelf, path: str) -> tuple[str, dict[str, Any] | None]:
    try:
        content = read_bytes(root, path)
    except OSError:
        return "", None
    digest = hashlib.sha256(content).hexdigest()
    usual = len(content) <= SIZE_LIMIT and not shelf.get(digest)
    return digest, plain(content) if usual else None


def _listed(
    root: str, folder: str, problems: list[Problem]
) -> Iterator[tuple[str, os.stat_result]]:
    """Path and state of every file, a folder's own files before those of the folders in it."""
    try:
        entries = sorted(os.scandir(os.path.join(root, folder)), key=lambda entry: entry.name)
    except OSError:
        return
    inner = [entry for entry in entries if entry.is_dir(follow_symlinks=False)]
    for entry in entries:
        path = f"{folder}/{entry.name}"
        if entry.is_symlink():
            problems.append(Problem(path, "link", line=1, column=1))
        elif entry.is_file() and not entry.name.startswith("."):
            yield path, entry.stat()
        elif not entry.is_file() and entry not in inner:  # a pipe would wait for ever
            problems.append(Problem(path, "not-a-record-file", line=1, column=1))
    for entry in inner:
        yield from _listed(root, f"{folder}/{entry.name}", problems)
