"""`dalil duplicates`: organisations that may be one."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.matching import judged_apart, likely_pairs, named
from macros.register import load
from macros.text import DEFAULT, LANGUAGES, join, number
from macros.words import words

from .output import show
from .root import find_root

Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]
ENGLISH = Language(DEFAULT)


def command(
    lang: Annotated[Language, typer.Option(help="Language of the reasons.")] = ENGLISH,
    everything: Annotated[
        bool, typer.Option("--all", help="Also pairs that were judged to be two.")
    ] = False,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """List organisations that may be one, with reasons and confidence, most alike first.

    Exit code: 0 none, 1 some, 2 wrong usage.

    Example: dalil duplicates --lang fr
    """
    register = load(str(find_root(root)))
    known = frozenset[frozenset[str]]() if everything else judged_apart(register)
    pairs = likely_pairs((named(it) for it in register.organisations.values()), known)
    wording = words("duplicates", lang)
    for pair in pairs:
        reasons = join([wording[reason] for reason in pair.reasons], lang)
        line = wording["line"].format(
            first=pair.first.key,
            second=pair.second.key,
            confidence=wording[pair.confidence],
            score=number(round(pair.score), lang),
            reasons=reasons,
        )
        show(line)
    show(wording["remember"] if pairs else wording["none"])
    raise typer.Exit(1 if pairs else 0)
