"""`dalil format`: the canonical layout of records."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from macros.canonical import formatted
from macros.changes import write_all
from macros.problems import printable
from macros.records import RecordError, read_bytes
from macros.register import place_of_file

from .root import find_root, stop


def command(
    paths: Annotated[
        list[Path] | None, typer.Argument(help="Files or folders; all records without.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only say which files would change.")
    ] = False,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Lay out records: fields in order, short values on one line. Comments and values stay.

    Exit code: 0 done, or nothing to do; 1 with --check, if a file would change, or if a file could
    not be read; 2 wrong usage.

    Example: dalil format --check data/organisations/ma
    """
    home = find_root(root)
    changed: dict[str, str] = {}
    is_faulty = False
    for path in _records(home, paths or [home / "data"]):
        try:
            before = read_bytes(str(home), path)
            after = formatted(before, _kind(path), path)
        except RecordError as error:
            first = error.problems[0]
            typer.echo(f"{first.safe_path}:{first.line}: {first.message()}", err=True)
            is_faulty = True
        except ValueError as error:
            typer.echo(printable(str(error)), err=True)
            is_faulty = True
        else:
            if after.encode() != before:
                changed[path] = after
    if not check:
        write_all(str(home), changed)
    for path in changed:
        typer.echo(printable(path, limit=300))
    raise typer.Exit(1 if is_faulty or (check and changed) else 0)


def _records(home: Path, paths: list[Path]) -> list[str]:
    """Paths of record files below those given, in order."""
    found = set()
    for path in paths:
        absolute = (Path.cwd() / path).resolve()
        if not absolute.is_relative_to(home):
            stop(f"{path} lies outside the register")
        if not absolute.exists():
            stop(f"there is no file or folder {path}")
        for file in sorted(absolute.rglob("*.yml")) if absolute.is_dir() else [absolute]:
            inside = file.relative_to(home).as_posix()
            if file.is_file() and not file.is_symlink() and place_of_file(inside):
                found.add(inside)
    return sorted(found)


def _kind(path: str) -> str:
    place = place_of_file(path)
    return place[0] if place else ""
