"""`dalil report`: the evaluative report, of all countries or of one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from macros.documents.evaluative_report import REGION

from . import document
from .document import ENGLISH, HERE, PDF, Format, Kind, Language

KIND = Kind("report")


def command(
    country: Annotated[
        str, typer.Argument(metavar="[CC]", help="Two-letter country code; without, all countries.")
    ] = REGION,
    lang: Annotated[Language, typer.Option(help="Language of the report.")] = ENGLISH,
    format_: Annotated[Format, typer.Option("--format", help="Form of the file.")] = PDF,
    out: Annotated[Path, typer.Option(help="File, or the folder to write it into.")] = HERE,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Write the evaluative report, and print where it is.

    Example: dalil report ma --lang fr --format docx
    """
    document.command(KIND, country, lang, format_, out, root)
