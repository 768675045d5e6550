"""`dalil check`: validate the register."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.checks import checked
from macros.checks.report import FORMATS
from macros.problems import Problem
from macros.text import DEFAULT, LANGUAGES

from .git import git
from .output import show
from .root import find_root, stop

Format = StrEnum("Format", list(FORMATS))  # type: ignore[misc]
Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]
TEXT, ENGLISH = Format("text"), Language(DEFAULT)


def command(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders to report on; all without.")
    ] = None,
    changed: Annotated[
        str | None, typer.Option(metavar="REV", help="Only files changed since this revision.")
    ] = None,
    format_: Annotated[Format, typer.Option("--format", help="Form of the report.")] = TEXT,
    lang: Annotated[Language, typer.Option(help="Language of the report.")] = ENGLISH,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Check every record, and say where and how to mend what is wrong.

    The whole register is always read, since records refer to each other. Exit code: 0 clean or
    warnings only, 1 errors, 2 wrong usage.

    Example: dalil check data/organisations/ma --lang fr
    """
    home = find_root(root)
    wanted = _wanted(home, paths or [], changed)
    found, records = checked(str(home))
    problems = [problem for problem in found if _is_wanted(problem, wanted)]
    show(FORMATS[format_](problems, records, lang))
    raise typer.Exit(1 if any(problem.is_error for problem in problems) else 0)


def _wanted(home: Path, paths: list[Path], changed: str | None) -> list[str] | None:
    """Paths below the root to report on; `None` for all."""
    if not paths and changed is None:
        return None
    wanted = [_below(home, path) for path in paths]
    return wanted + (_changed(home, changed) if changed is not None else [])


def _below(home: Path, path: Path) -> str:
    absolute = Path.cwd() / path
    if not os.path.lexists(absolute):
        stop(f"there is no file or folder {path}")
    # A link is itself a fault to report on: the way to it is resolved, the link is not.
    link = absolute.is_symlink()
    absolute = absolute.parent.resolve() / absolute.name if link else absolute.resolve()
    if not absolute.is_relative_to(home):
        stop(f"{path} lies outside the register")
    return absolute.relative_to(home).as_posix()


def _changed(home: Path, revision: str) -> list[str]:
    changes = ("diff", "--name-only", "--relative", "-z", "--end-of-options")
    tracked = git(home, *changes, revision, "--")
    new = git(home, "ls-files", "--others", "--exclude-standard", "-z")
    return [path for path in (tracked + new).split("\0") if path]


def _is_wanted(problem: Problem, wanted: list[str] | None) -> bool:
    if wanted is None or "." in wanted:
        return True
    return any(problem.path == path or problem.path.startswith(f"{path}/") for path in wanted)
