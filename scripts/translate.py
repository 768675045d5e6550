"""`dalil translate`: texts to translators' tools and back."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros import authored
from macros.interchange import Imported, exported, exported_glossary, imported, written
from macros.problems import printable
from macros.register import load, today
from macros.text import LANGUAGES

from .root import find_root, stop

app = typer.Typer(no_args_is_help=True, help="Texts to translators' tools and back, as PO files.")
Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]
State = StrEnum("State", ["translated", "reviewed"])
TRANSLATED = State("translated")
LISTED = 20
"""How many left-out messages are named."""


@app.command("export")
def export(
    out: Annotated[Path, typer.Argument(help="The PO file to write.")],
    lang: Annotated[Language, typer.Option(help="Language to translate into.")],
    country: Annotated[str, typer.Option(help="Only records of this country.")] = "",
    everything: Annotated[
        bool, typer.Option("--all", help="Also texts whose translation is up to date.")
    ] = False,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Write the texts that lack a current translation, for Poedit, Weblate or another tool.

    Example: dalil translate export ye-ar.po --lang ar --country ye
    """
    _write(out, exported(load(str(find_root(root))), lang, country, everything))


@app.command("glossary")
def glossary(
    out: Annotated[Path, typer.Argument(help="The PO file to write.")],
    lang: Annotated[Language, typer.Option(help="Language to translate into.")],
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Write the glossary for the same tools: terms, meanings, words of countries, words to avoid.

    Example: dalil translate glossary glossary-ar.po --lang ar
    """
    _write(out, exported_glossary(load(str(find_root(root))), lang))


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="The PO file, translated.")],
    lang: Annotated[Language, typer.Option(help="Language of the translations.")],
    state: Annotated[State, typer.Option(help="What was done with the texts.")] = TRANSLATED,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Take translations into data/translations/; nothing is lost, all files change or none.

    Messages that are fuzzy or whose original has changed since are left out and counted. Exit code:
    0 everything usable was taken, 1 some messages no longer fit, 2 wrong usage.

    Example: dalil translate import ye-ar.po --lang ar --state reviewed
    """
    if not file.is_file():
        stop(f"there is no file {file}")
    register = load(str(find_root(root)))
    try:
        found = imported(register, lang, file.read_bytes())
    except ValueError as error:
        stop(printable(str(error)))
    changed = written(register, lang, found, state, today().isoformat())
    _tell(found, changed)
    raise typer.Exit(1 if found.changed or found.unknown else 0)


@app.command("confirm")
def confirm(
    pages: Annotated[list[Path], typer.Argument(help="Translated pages, compared with English.")],
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Note in translated pages that they say what the English page says now.

    Do it only after you have read both: readers rely on it.

    Example: dalil translate confirm docs/studies/benefits.ar.md
    """
    home = find_root(root)
    known = authored.pages(str(home))
    for path in pages:
        name = path.resolve().relative_to(home.resolve()).as_posix() if path.exists() else ""
        page = known.get(name)
        if page is None or page.original == name or page.original not in known:
            stop(f"not a translated page: {path}")
        text = authored.confirmed(path.read_text("utf-8"), known[page.original].fingerprint)
        aside = path.with_name(f"{path.name}.part")
        aside.write_text(text, encoding="utf-8")
        aside.replace(path)
        typer.echo(name)


def _write(out: Path, content: bytes) -> None:
    aside = out.with_name(f"{out.name}.part")
    aside.write_bytes(content)
    aside.replace(out)
    typer.echo(f"{out}: {content.count(b'msgctxt')}")


def _tell(found: Imported, changed: list[str]) -> None:
    taken = sum(len(texts) for texts in found.texts.values())
    typer.echo(
        f"taken: {taken}, files changed: {len(changed)}, not translated: {found.untranslated}"
    )
    for label, contexts in (("changed since", found.changed), ("unknown", found.unknown)):
        if contexts:
            typer.echo(f"{label}: {len(contexts)}")
        for context in contexts[:LISTED]:
            typer.echo(f"    {printable(context)}")
