"""`dalil export`: the database, spreadsheets and other files to download."""

from __future__ import annotations

import os
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.checks import check
from macros.exports import FORMATS, edition, export
from macros.publication import publish
from macros.register import load

from .root import find_root, stop

Format = StrEnum("Format", list(FORMATS))  # type: ignore[misc]


def command(
    out: Annotated[Path, typer.Argument(help="Folder to write to; it is made if need be.")],
    format_: Annotated[
        list[Format] | None, typer.Option("--format", help="Only this format; may be repeated.")
    ] = None,
    site: Annotated[
        str, typer.Option(help="Address of the site, for links in the files; relative without.")
    ] = "",
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Write the register as a database, spreadsheets, JSON and feeds.

    Only what may be published is written, and nothing while the register has errors. Files of the
    same names are replaced, others left alone. Exit code: 0 written, 1 errors, 2 wrong usage.

    Example: dalil export /tmp/register --format sqlite --format xlsx
    """
    home = find_root(root)
    if out.exists() and not out.is_dir():
        stop(f"{out} is not a folder")
    register = load(str(home))
    problems = check(register)
    if any(problem.is_error for problem in problems):
        typer.echo("the register has errors, nothing is written: see dalil check", err=True)
        raise typer.Exit(1)
    public = publish(register, problems)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".part-") as folder:
        formats = tuple(format_) if format_ else tuple(FORMATS)
        files = export(public, edition(public, str(home), site), folder, formats)
        _move(Path(folder), out)
    for file in files:
        if not file.table:
            typer.echo(f"{out / file.path}  {file.size:,}")


def _move(folder: Path, out: Path) -> None:
    """Put every file in its place at once, so that none is ever seen half written."""
    for path in sorted(folder.rglob("*")):
        target = out / path.relative_to(folder)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        else:
            os.replace(path, target)
