"""`dalil new`: a commented template for a record."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.model import KINDS, SLUG
from macros.model.template import template
from macros.text import DEFAULT, LANGUAGES

from .root import find_root, stop

FOLDERS = {
    "organisation": "organisations",
    "authority": "authorities",
    "law": "legislation",
    "mechanism": "mechanisms",
    "event": "events",
}
Kind = StrEnum("Kind", list(FOLDERS))  # type: ignore[misc]
Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]
ENGLISH = Language(DEFAULT)


def command(
    kind: Annotated[Kind, typer.Argument(help="Kind of record.")],
    country: Annotated[str, typer.Argument(help="Two-letter country code.")],
    slug: Annotated[str, typer.Argument(help="Name of the file: small letters and hyphens.")],
    lang: Annotated[Language, typer.Option(help="Language of the explanations.")] = ENGLISH,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Write a template for a new record, every field explained.

    Example: dalil new organisation ma atlas-centre
    """
    home = find_root(root)
    known = home / "data" / "countries"
    if not SLUG.fullmatch(country) or not (known / f"{country}.yml").is_file():
        stop(f"there is no country {country} in data/countries/")
    if not SLUG.fullmatch(slug):
        stop(f"{slug} cannot be a file name: use small letters a-z, digits and single hyphens")
    folder = FOLDERS[kind]
    target = home / "data" / folder / country / f"{slug}.yml"
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(template(KINDS[folder], lang))
    except FileExistsError:
        stop(f"{target.relative_to(home)} exists already")
    typer.echo(target.relative_to(home).as_posix())
