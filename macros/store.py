"""What is kept between runs: parsed files and results, each by the content it was made from.

A cache and no more: whatever is missing, cut short, altered or of another version counts as absent.
Files are written aside and renamed, so runs at the same time do not disturb each other; each
begins with a checksum, since `marshal` must not be given anything but what it wrote.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import time
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

FOLDER = os.path.join(".cache", "register")
BUCKETS = 64
SETTLED = 2.0
"""Seconds after which a change that keeps a file's size would show in its time of change."""
LEFT_BEHIND = 3600.0
"""Seconds after which a file written aside is one that a killed run left."""

_SUM = 32


def code_version(*modules: str) -> str:
    """What identifies the code that made a result: files of this package, Python, libraries.

    `modules` are paths below `macros/`, of files or folders.
    """
    digest = hashlib.sha256(sys.version.encode())
    for library in ("pydantic", "pyyaml", "minijinja", "babel", "rapidfuzz"):
        digest.update(f"{library} {version(library)}".encode())
    here = Path(__file__).parent
    for module in modules:
        found = here / module
        for path in sorted(found.rglob("*")) if found.is_dir() else [found]:
            if path.suffix in (".py", ".yml", ".html"):
                digest.update(path.read_bytes())
    return digest.hexdigest()


def read(path: str, made_by: str) -> Any:
    """The value kept in a file; `None` where there is none that can be trusted."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError:
        return None
    payload = content[_SUM:]
    if content[:_SUM] != _checksum(made_by, payload):
        return None
    return marshal.loads(payload)


def write(path: str, made_by: str, value: Any) -> None:
    """Keep a value of plain data; where the disk does not let us, nothing is kept."""
    payload = marshal.dumps(value)
    aside = f"{path}.{os.getpid()}.part"
    try:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(aside, "wb") as file:
            file.write(_checksum(made_by, payload) + payload)
        os.replace(aside, path)
    except OSError:
        return


def forget(path: str) -> None:
    """Keep nothing under a path any more."""
    if os.path.exists(path):
        os.remove(path)


def _checksum(made_by: str, payload: bytes) -> bytes:
    return hashlib.sha256(made_by.encode() + payload).digest()


class Digests:
    """SHA-256 of files; a file whose size, times and number on the disk are as before is not read.

    The way git does it: a file that was changed just before it was read is read again next time,
    since a second change could hide behind the same time.
    """

    def __init__(self, root: str) -> None:
        self._path = os.path.join(root, FOLDER, "files")
        self._rows: dict[str, tuple[Any, ...]] = read(self._path, sys.version) or {}
        self._kept = self._rows
        self._now = time.time() - SETTLED

    def known(self, path: str, stat: os.stat_result) -> str:
        """The digest of a file that has not changed; empty where it must be read."""
        row = self._kept.get(path)
        return row[-1] if row is not None and row[:-1] == _signature(stat) else ""

    def keep(self, files: Iterable[tuple[str, os.stat_result, str]]) -> None:
        """Remember the digests of all files there are."""
        limit = self._now * 1e9
        rows = {
            path: (*_signature(stat), digest)
            for path, stat, digest in files
            if max(stat.st_mtime_ns, stat.st_ctime_ns) < limit
        }
        if rows != self._rows:
            write(self._path, sys.version, rows)


def _signature(stat: os.stat_result) -> tuple[int, int, int, int]:
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


class Shelf:
    """Values by the digest of what they were made from, in a few files."""

    def __init__(self, root: str, name: str, made_by: str) -> None:
        self._folder, self._name, self._made_by = os.path.join(root, FOLDER), name, made_by
        self._values: dict[str, Any] = {}
        self._kept: list[set[str]] = []
        for bucket in range(BUCKETS):
            found = read(self._file(bucket), made_by) or {}
            self._kept.append(set(found))
            self._values |= found

    def _file(self, bucket: int) -> str:
        return os.path.join(self._folder, f"{self._name}-{bucket:02x}")

    def get(self, digest: str) -> Any:
        """The value made from that content; `None` where there is none."""
        return self._values.get(digest)

    def keep(self, values: dict[str, Any]) -> None:
        """Keep these values and no others; only files with a change are written."""
        wanted: list[dict[str, Any]] = [{} for _ in range(BUCKETS)]
        for digest, value in values.items():
            wanted[int(digest[:4], 16) % BUCKETS][digest] = value
        for bucket, found in enumerate(wanted):
            if set(found) != self._kept[bucket]:
                write(self._file(bucket), self._made_by, found)
        _tidy(self._folder)


def _tidy(folder: str) -> None:
    """Remove what killed runs left behind."""
    try:
        for entry in os.scandir(folder):
            if entry.name.endswith(".part") and entry.stat().st_mtime < time.time() - LEFT_BEHIND:
                os.remove(entry.path)
    except OSError:
        return
