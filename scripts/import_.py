"""`dalil import`: a listing of organisations, from any spreadsheet, to records."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.changes import write_all
from macros.checks.report import as_text
from macros.collection.ledger import Ledger
from macros.collection.listing import Listing
from macros.collection.listing_map import guessed, map_text, read_map
from macros.collection.sheets import Sheet, SheetError, read
from macros.collection.summary import held_back, summary
from macros.collection.trees import Trees
from macros.model.listing import ListingMap
from macros.problems import printable
from macros.register import Register, load
from macros.text import DEFAULT, LANGUAGES
from macros.words import words

from .output import save, show
from .root import find_root, stop

Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]
ENGLISH = Language(DEFAULT)


def command(
    file: Annotated[Path, typer.Argument(help="The listing: CSV, XLSX, XLS or ODS.")],
    country: Annotated[str, typer.Option(help="Country of the rows, if no column says it.")] = "",
    map_: Annotated[
        Path | None, typer.Option("--map", help="The map that a person has confirmed.")
    ] = None,
    save_map: Annotated[
        Path | None, typer.Option(help="Write the guessed map here, to be confirmed.")
    ] = None,
    write: Annotated[bool, typer.Option("--write", help="Write the records.")] = False,
    lang: Annotated[Language, typer.Option(help="Language of the summary.")] = ENGLISH,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Take a listing into records: first a guessed map, then a dry run, then --write.

    Nothing on file is overwritten, rows that are likely on file are held back for a decision, and
    every cell is accounted for. All records are written or none. Exit code: 0 everything was used,
    1 something was not, 2 wrong usage.

    Example: dalil import listing.xlsx --map listing.map.yml --write
    """
    home = find_root(root)
    register = load(str(home))
    if country and country not in register.countries:
        stop(f"there is no country {printable(country)} in data/countries/")
    if write and map_ is None:
        stop("--write needs --map: save the guessed map with --save-map, read it, mend it")
    try:
        sheets = read(file)
        plan = read_map(map_) if map_ else _guess(file, sheets, country, save_map)
        plan = plan.model_copy(update={"country": country}) if country else plan
        if write and plan.source is None:
            stop("the map names no source: records need one")
        listing = _taken(register, plan, sheets)
    except (SheetError, ValueError) as error:
        stop(printable(str(error), limit=300))
    _finish(home, register, listing, write, lang)


def _guess(file: Path, sheets: list[Sheet], country: str, save_map: Path | None) -> ListingMap:
    data = guessed(sheets, file.name, country)
    text = map_text(data)
    if save_map is not None:
        if save_map.exists():
            stop(f"{save_map} exists already")
        save(save_map, text.encode())
    show(text)
    return ListingMap.model_validate(data)


def _taken(register: Register, plan: ListingMap, sheets: list[Sheet]) -> Listing:
    listing = Listing(register, plan, Ledger(), Trees(register))
    listing.take(sheets)
    listing.ledger.close(sheets)
    return listing


def _finish(home: Path, register: Register, listing: Listing, write: bool, lang: str) -> None:
    wording = words("summary", lang)
    show(summary("import_title", listing.updates, listing.ledger, register, lang))
    if listing.held:
        show(held_back(listing.held, lang))
    if errors := listing.trees.errors():
        show(f"{wording['errors']}\n\n{as_text(errors, len(register), lang)}")
        raise typer.Exit(1)
    if write:
        changed = write_all(str(home), listing.trees.texts())
        show("\n".join([wording["written"].format(n=len(changed)), *changed]))
    else:
        show(wording["dry_run"])
    ledger = listing.ledger
    raise typer.Exit(1 if ledger.of("unusable") or ledger.of("conflict") or listing.held else 0)
