"""The `dalil` command: one thin module per task, gathered here.

A task's module is loaded when it is asked for, so that `check` does not wait for what draws charts
and makes documents.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup

TASKS = (
    "bench", "check", "claims", "diff", "document", "due", "duplicates", "export", "find", "fonts",
    "format", "import", "new", "pack", "questionnaire", "report", "synthesise", "translate",
)  # fmt: skip
HIDDEN = ("bench", "fonts", "synthesise")
"""For work on the software itself."""
MODULES = {"import": "import_"}
"""Where the module of a task cannot have its name."""


class Tasks(TyperGroup):
    """The tasks by name."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The names of all tasks."""
        return list(TASKS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """What does a task; nothing if there is none of that name."""
        if cmd_name not in TASKS:
            return None
        module = import_module(f".{MODULES.get(cmd_name, cmd_name)}", __package__)
        if hasattr(module, "app"):
            found = typer.main.get_group(module.app)
            found.name = cmd_name
            return found
        alone = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
        alone.command(cmd_name, hidden=cmd_name in HIDDEN)(module.command)
        return typer.main.get_command(alone)


app = typer.Typer(
    cls=Tasks,
    help="Dalil: a register of civil society organisations and public prosecution.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback()
def main() -> None:
    """Dalil: a register of civil society organisations and public prosecution."""


if __name__ == "__main__":
    app()
