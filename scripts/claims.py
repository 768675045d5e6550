"""`dalil claims`: what authored pages state, and whether every claim names its source."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from macros.authored import pages
from macros.claims import claims

from .root import find_root

FOLDERS = ("countries", "studies", "guides")
"""Folders whose pages state facts."""


def command(
    folders: Annotated[
        list[str] | None,
        typer.Argument(help="Folders below docs/; countries, studies and guides if none."),
    ] = None,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Count the words, claims and cited records of chapters, studies and guides.

    Index pages only lead to others and are left out.

    Sentences that state a fact without naming what it rests on are listed below their page. Exit
    code: 0 every claim is cited, 1 some are not.

    Example: dalil claims countries
    """
    wanted = tuple(f"docs/{folder}/" for folder in folders or FOLDERS)
    uncited = 0
    typer.echo(f"{'page':48} {'words':>6} {'claims':>6} {'cited':>6} {'records':>7}")
    for path, page in pages(str(find_root(root))).items():
        if path.startswith(wanted) and not page.original.endswith("/index.md"):
            found = claims(page)
            numbers = (found.words, len(found.sentences), found.cited, len(found.keys))
            typer.echo(f"{path:48} " + " ".join(f"{number:6}" for number in numbers))
            for sentence in found.uncited:
                typer.echo(f"    {sentence}")
            uncited += len(found.uncited)
    raise typer.Exit(1 if uncited else 0)
