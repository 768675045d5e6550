"""The history of the records, read from git: what was added and changed, and when it was published.

Only what the public register holds today is named, only if that version was public too, and neither
authors nor messages of commits: they may say more than the records do.
"""

from __future__ import annotations

import datetime
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..publication import PublicRegister
from ..records import RecordError, parse
from ..register import Entry
from ..text import LANGUAGES

LIMIT = 1000
"""How many changes are told, the newest."""
UNPUBLISHED = {"notes"}


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one record in one published revision."""

    date: str
    """Date and time in UTC (ISO 8601)."""
    revision: str
    entry: Entry[Any]
    is_new: bool
    fields: tuple[str, ...]
    """Fields that differ; empty for a new record, or one of which not everything is shown."""
    languages: tuple[str, ...]
    """Languages whose translations differ."""


@dataclass(frozen=True, slots=True)
class _Step:
    """A file in a commit: its path, and its content before and after, by git's name of it."""

    date: str
    revision: str
    path: str
    before: str
    after: str


def revision(root: str) -> str:
    """The commit that the records are of; empty without git, or where they differ from it."""
    status = _git(root, "status", "--porcelain", "--", "data")
    head = _git(root, "rev-parse", "HEAD")
    return "" if status or status is None or head is None else head.decode().strip()


def head(root: str) -> tuple[str, str]:
    """What git says of where history ends, empty without git; and `revision`, which may differ."""
    said = _git(root, "rev-parse", "HEAD", "--is-shallow-repository") or b""
    return said.decode(), revision(root)


def changes(public: PublicRegister, root: str) -> list[Change] | None:
    """The newest changes first; none where git, or the whole history, is not there."""
    if _git(root, "rev-parse", "--is-shallow-repository") != b"false\n":
        return None
    log = _git(
        root, "log", "--first-parent", "-m", "--raw", "--no-renames", "--no-abbrev", "-z",
        "--relative", "--format=%x01%H %ct", "--", "data",
    )  # fmt: skip
    if not log:
        return None
    by_path = {entry.path: entry for entry in public.entries()}
    known = (
        (step, by_path[_record_path(step.path)])
        for step in _steps(log.decode("utf-8", "replace"))
        if _record_path(step.path) in by_path
    )
    with _Contents(root) as contents:
        return _first(_merged(_change(step, entry, contents) for step, entry in known))


def _first(found: Iterator[Change]) -> list[Change]:
    return [change for _, change in zip(range(LIMIT), found, strict=False)]


def _git(root: str, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["git", *arguments], cwd=root, capture_output=True, check=False)
    except OSError:
        return None
    return None if done.returncode else done.stdout


def _steps(log: str) -> Iterator[_Step]:
    """Every file of every commit; `log` is what git says, parts parted by zero bytes."""
    for commit in log.split("\x01")[1:]:
        head, *parts = commit.strip("\n").split("\0")
        name, _, seconds = head.strip().partition(" ")
        date = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC)
        files = [part.lstrip("\n") for part in parts if part.strip("\n")]
        for about, path in sorted(zip(files[::2], files[1::2], strict=True), key=lambda it: it[1]):
            _, _, before, after, _ = about.split(" ")
            yield _Step(f"{date:%Y-%m-%dT%H:%M:%SZ}", name, path, before, after)


def _record_path(path: str) -> str:
    """The path of the record that a file belongs to: its own, or that which it translates."""
    parts = path.split("/")
    return "/".join([parts[0], *parts[3:]]) if parts[1] == "translations" else path


def _change(step: _Step, entry: Entry[Any], contents: _Contents) -> Change | None:
    """The change that readers may know of."""
    if step.path.startswith("data/translations/"):
        language = step.path.split("/")[2]
        told = language in LANGUAGES and _is_shown_in_full(entry)
        return Change(step.date, step.revision, entry, False, (), (language,)) if told else None
    after = contents.public(step.after)
    if after is None:
        return None
    before = contents.public(step.before)
    if before is None:
        return Change(step.date, step.revision, entry, True, (), ())
    names = [*before, *(name for name in after if name not in before)]
    fields = tuple(it for it in names if before.get(it) != after.get(it) and it not in UNPUBLISHED)
    if not fields:
        return None
    shown = fields if _is_shown_in_full(entry) else ()
    return Change(step.date, step.revision, entry, False, shown, ())


def _is_shown_in_full(entry: Entry[Any]) -> bool:
    publication = getattr(entry.record, "publication", None)
    return publication is None or publication.exposure == "full"


def _merged(found: Iterator[Change | None]) -> Iterator[Change]:
    """The changes in order, with a record's and its translations' of one revision as one."""
    revision_, together = "", dict[str, Change]()
    for change in found:
        if change is None:
            continue
        if change.revision != revision_:
            yield from together.values()
            revision_, together = change.revision, {}
        path = change.entry.path
        together[path] = _joined(together[path], change) if path in together else change
    yield from together.values()


def _joined(one: Change, other: Change) -> Change:
    return Change(
        one.date,
        one.revision,
        one.entry,
        one.is_new or other.is_new,
        one.fields + other.fields,
        tuple(dict.fromkeys(one.languages + other.languages)),
    )


class _Contents:
    """Contents of files by git's name of them, through one running git."""

    def __init__(self, root: str) -> None:
        self._git = subprocess.Popen(
            ["git", "cat-file", "--batch"], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> _Contents:
        return self

    def __exit__(self, *error: object) -> None:
        self._git.communicate()

    def public(self, name: str) -> dict[str, Any] | None:
        """The record that a content is; none if it is none, or was not public."""
        if not name.strip("0"):
            return None
        try:
            data = parse(self._read(name), "").data
        except RecordError:
            return None
        publication = data.get("publication")
        stated = publication.values() if isinstance(publication, dict) else ()
        return None if "withheld" in stated else data

    def _read(self, name: str) -> bytes:
        assert self._git.stdin and self._git.stdout
        self._git.stdin.write(f"{name}\n".encode())
        self._git.stdin.flush()
        head = self._git.stdout.readline().split()
        content = self._git.stdout.read(int(head[2]) + 1) if len(head) == 3 else b""
        return content[:-1]
