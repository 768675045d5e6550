"""Finding the register that a command works on."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

import typer

from macros.changes import recover


def find_root(given: Path | None) -> Path:
    """The folder given, or the nearest one upwards that holds `data/` and `mkdocs.yml`.

    A change of records that was killed half-way is taken back first.
    """
    home = _home(given)
    if recover(str(home)):
        typer.echo("a change that was cut short was taken back", err=True)
    return home


def _home(given: Path | None) -> Path:
    if given is not None:
        if not (given / "data").is_dir():
            stop(f"{given} has no folder data/")
        return given.resolve()
    for folder in (Path.cwd(), *Path.cwd().parents):
        if (folder / "data").is_dir() and (folder / "mkdocs.yml").is_file():
            return folder
    return stop("no register here: run the command inside the project, or name it with --root")


def stop(message: str, code: int = 2) -> NoReturn:
    """End the command with a message; exit code 2 says that it was wrongly used."""
    typer.echo(message, err=True)
    raise typer.Exit(code)
