"""`dalil questionnaire`: the form for devices, on paper and as a spreadsheet, and its answers."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from macros.changes import write_all
from macros.checks.report import as_text
from macros.collection.form import Form, only_form
from macros.collection.prefill import OnFile, on_file
from macros.collection.reading import read_answers
from macros.collection.sheets import SheetError
from macros.collection.spreadsheet import spreadsheet
from macros.collection.summary import summary
from macros.collection.xlsform import xlsform
from macros.documents.questionnaire import FORMATS, paper_form
from macros.problems import printable
from macros.register import Register, load
from macros.text import DEFAULT, LANGUAGES
from macros.words import words

from .output import save, show
from .root import find_root, stop

app = typer.Typer(no_args_is_help=True, help="The questionnaire, and answers back into records.")
Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]
ENGLISH = Language(DEFAULT)
Root = Annotated[Path | None, typer.Option(help="Folder of the register.")]
Lang = Annotated[Language, typer.Option(help="Language of the form.")]
Of = Annotated[
    str, typer.Option("--organisation", help="Key of a record to fill in what is known.")
]


@app.command("xlsform")
def xlsform_(
    out: Annotated[Path, typer.Argument(help="The XLSX file to write.")],
    lang: Lang = ENGLISH,
    organisation: Of = "",
    root: Root = None,
) -> None:
    """Write the form for KoboToolbox or ODK, in all languages.

    Example: dalil questionnaire xlsform form.xlsx --lang ar
    """
    register = load(str(find_root(root)))
    save(out, xlsform(_form(register), lang, _on_file(register, organisation)))
    typer.echo(str(out))


@app.command("print")
def print_(
    out: Annotated[Path, typer.Argument(help="The PDF or DOCX file to write.")],
    lang: Lang = ENGLISH,
    organisation: Of = "",
    root: Root = None,
) -> None:
    """Write the form for paper, as PDF or for Word.

    Example: dalil questionnaire print bayti.pdf --lang fr --organisation ma-bayti
    """
    if out.suffix not in FORMATS:
        stop(f"{out} must end in {' or '.join(FORMATS)}")
    home = find_root(root)
    register, cache = load(str(home)), str(home / ".cache" / "documents")
    known = _on_file(register, organisation)
    save(out, paper_form(_form(register), lang, out.suffix, cache, known))
    typer.echo(str(out))


@app.command("sheet")
def sheet(
    out: Annotated[Path, typer.Argument(help="The XLSX file to write.")],
    lang: Lang = ENGLISH,
    root: Root = None,
) -> None:
    """Write the questionnaire as a spreadsheet that can be filled in and sent by mail.

    Example: dalil questionnaire sheet answers.xlsx --lang fr
    """
    save(out, spreadsheet(_form(load(str(find_root(root)))), lang))
    typer.echo(str(out))


@app.command("read")
def read(
    exports: Annotated[list[Path], typer.Argument(help="Exports: XLSX, CSV or ZIP.")],
    write: Annotated[bool, typer.Option("--write", help="Change the records.")] = False,
    lang: Annotated[Language, typer.Option(help="Language of the summary.")] = ENGLISH,
    root: Root = None,
) -> None:
    """Read answers back into records: KoboToolbox, ODK or the project's own spreadsheet.

    Nothing on file is overwritten. Without --write nothing is changed at all. The summary, in
    Markdown, is for the pull request. Exit code: 0 everything was used, 1 something was not,
    2 wrong usage.

    Example: dalil questionnaire read ~/exports/answers.xlsx --write
    """
    home = find_root(root)
    for path in exports:
        if path.resolve().is_relative_to(home / "data"):
            stop(f"{path} may hold personal data: move it out of data/ before it gets into history")
    register = load(str(home))
    try:
        found = read_answers(register, exports)
    except (SheetError, ValueError) as error:
        stop(printable(str(error)))
    wording = words("summary", lang)
    show(summary("read_title", found.updates, found.ledger, register, lang))
    if errors := found.trees.errors():
        show(f"{wording['errors']}\n\n{as_text(errors, len(register), lang)}")
        raise typer.Exit(1)
    if write:
        changed = write_all(str(home), found.trees.texts())
        show("\n".join([wording["written"].format(n=len(changed)), *changed]))
    else:
        show(wording["dry_run"])
    raise typer.Exit(1 if found.ledger.of("unusable") or found.ledger.of("conflict") else 0)


def _form(register: Register) -> Form:
    try:
        return only_form(register)
    except ValueError as error:
        return stop(str(error))


def _on_file(register: Register, key: str) -> OnFile | None:
    if not key:
        return None
    if key not in register.organisations:
        stop(f"there is no organisation {printable(key)}")
    return on_file(register, key)
