"""`dalil document`: a document for paper, Word or a screen."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.checks import check
from macros.documents.kinds import FORMATS, KINDS, file_name
from macros.documents.made import one
from macros.publication import PublicRegister, publish
from macros.register import load
from macros.text import DEFAULT, LANGUAGES

from .output import save
from .root import find_root, stop

Kind = StrEnum("Kind", list(KINDS))  # type: ignore[misc]
Format = StrEnum("Format", list(FORMATS))  # type: ignore[misc]
Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]
ENGLISH, PDF, HERE = Language(DEFAULT), Format(next(iter(FORMATS))), Path()


def command(
    kind: Annotated[Kind, typer.Argument(help="Kind of document.")],
    key: Annotated[str, typer.Argument(help="Country code, or key of a record.")],
    lang: Annotated[Language, typer.Option(help="Language of the document.")] = ENGLISH,
    format_: Annotated[Format, typer.Option("--format", help="PDF, Word or HTML file.")] = PDF,
    out: Annotated[Path, typer.Option(help="File, or the folder to write it into.")] = HERE,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Make one document from what may be published, and print where it is.

    The study in a country file is a page of the site: it is taken from `site/`, if that was built.

    Example: dalil document country-file ma --lang ar --format docx
    """
    home = find_root(root)
    public = _public(home)
    if key not in KINDS[kind].keys(public):
        stop(f"there is no {kind} of {key}")
    document = one(public, kind, key, lang, str(home / "site"))
    target = out / Path(file_name(kind, document.name, lang, format_)).name if out.is_dir() else out
    if not target.parent.is_dir():
        stop(f"there is no folder {target.parent}")
    save(target, FORMATS[format_](document))
    typer.echo(target)


def _public(home: Path) -> PublicRegister:
    register = load(str(home))
    problems = check(register)
    if any(problem.is_error for problem in problems):
        stop("the register has errors, nothing is published; dalil check names them", 1)
    return publish(register, problems)
