"""The `dalil` command: one thin module per task, gathered here."""

from __future__ import annotations

import typer

from . import (
    bench,
    check,
    claims,
    diff,
    document,
    due,
    duplicates,
    export,
    find,
    format,
    import_,
    new,
    pack,
    questionnaire,
    report,
    synthesise,
    translate,
)

app = typer.Typer(
    help="Dalil: a register of civil society organisations and public prosecution.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("bench", hidden=True)(bench.command)
app.command("check")(check.command)
app.command("claims")(claims.command)
app.command("diff")(diff.command)
app.command("document")(document.command)
app.command("due")(due.command)
app.command("duplicates")(duplicates.command)
app.command("export")(export.command)
app.command("find")(find.command)
app.command("format")(format.command)
app.command("import")(import_.command)
app.command("new")(new.command)
app.command("pack")(pack.command)
app.command("report")(report.command)
app.command("synthesise", hidden=True)(synthesise.command)
app.add_typer(questionnaire.app, name="questionnaire")
app.add_typer(translate.app, name="translate")


@app.callback()
def main() -> None:
    """Dalil: a register of civil society organisations and public prosecution."""


if __name__ == "__main__":
    app()
