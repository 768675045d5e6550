"""`dalil pack`: what those who hold an event need on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import document
from .document import ENGLISH, HERE, PDF, Format, Kind, Language

KIND = Kind("pack")


def command(
    event: Annotated[str, typer.Argument(help="Key of the event: country and file name.")],
    lang: Annotated[Language, typer.Option(help="Language of the pack.")] = ENGLISH,
    format_: Annotated[Format, typer.Option("--format", help="PDF, Word or HTML file.")] = PDF,
    out: Annotated[Path, typer.Option(help="File, or the folder to write it into.")] = HERE,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Write the pack of an event: concept paper, agenda, participants, guide and forms.

    Example: dalil pack ye-families-of-detained-persons --lang ar --format docx
    """
    document.command(KIND, event, lang, format_, out, root)
