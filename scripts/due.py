"""`dalil due`: records to verify again, and who asks whom."""

from __future__ import annotations

import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.followup import Due, follow_up
from macros.register import load
from macros.text import DEFAULT, LANGUAGES, date, pick
from macros.words import words

from .output import show
from .root import find_root, stop

Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]
ENGLISH = Language(DEFAULT)


def command(
    by: Annotated[str, typer.Option(metavar="DATE", help="Due on this day or before.")] = "",
    country: Annotated[str, typer.Option(help="Only records of this country.")] = "",
    lang: Annotated[Language, typer.Option(help="Language of the list.")] = ENGLISH,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """List what is to be verified, by country and day, with the next step and who takes it.

    Each line is tabbed: key, name, stage, last verified, who asks, whom, next step.

    Example: dalil due --by 2026-06-30 --country ye
    """
    register = load(str(find_root(root)))
    try:
        limit = datetime.date.fromisoformat(by) if by else register.today
    except ValueError:
        stop(f"{by} is no date: write it as 2026-06-30")
    if country and country not in register.countries:
        stop(f"there is no country {country}")
    stages = register.vocabularies["collection-stages"].record.terms
    found = [it for it in follow_up(register.organisations.values()) if it.is_due(limit)]
    for it in found:
        if not country or it.entry.country == country:
            label = pick(stages[it.entry.record.collection.stage].labels, lang)
            show(_line(it, label, lang))
    if not found:
        show(words("collection", lang)["due_none"])


def _line(it: Due, stage: str, lang: str) -> str:
    last = date(it.last_verified, lang) if it.last_verified else words("collection", lang)["never"]
    name = pick(it.entry.record.names, lang)
    return "\t".join([it.entry.key, name, stage, last, *it.who_asks(lang)])
