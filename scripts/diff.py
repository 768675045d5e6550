"""`dalil diff`: what changed in the records, in plain words."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.differences import FileChange, described
from macros.register import load
from macros.text import DEFAULT, LANGUAGES
from macros.words import words

from .git import git, git_bytes
from .output import show
from .root import find_root

Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]
ENGLISH = Language(DEFAULT)


def command(
    revision: Annotated[str, typer.Argument(metavar="REV", help="Since which revision.")] = "HEAD",
    lang: Annotated[Language, typer.Option(help="Language of the list.")] = ENGLISH,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Say what changed in the records since a revision, as Markdown for a pull request.

    Example: dalil diff origin/main --lang ar
    """
    home = find_root(root)
    changes = [_change(home, revision, path) for path in _paths(home, revision)]
    text = described(changes, load(str(home)), lang)
    show(text or words("differences", lang)["nothing"])


def _paths(home: Path, revision: str) -> list[str]:
    """Files below `data/` that differ, in order."""
    options = ("--name-only", "--no-renames", "--relative", "-z", "--end-of-options")
    tracked = git(home, "diff", *options, revision, "--", "data")
    new = git(home, "ls-files", "--others", "--exclude-standard", "-z", "--", "data")
    return sorted({path for path in (tracked + new).split("\0") if path})


def _change(home: Path, revision: str, path: str) -> FileChange:
    known = git(home, "ls-tree", "--name-only", "-z", "--end-of-options", revision, "--", path)
    # A name that begins with ./ is taken from this folder, wherever the repository begins.
    before = git_bytes(home, "show", f"{revision}:./{path}") if known else None
    file = home / path
    after = file.read_bytes() if file.is_file() and not file.is_symlink() else None
    return FileChange(path, before, after)
