"""The docs name commands and files that are there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from scripts.dalil import app

from .conftest import ROOT

DOCS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
GROUP = typer.main.get_command(app)
FOLDERS = ("macros/", "data/", "docs/", "scripts/", "tests/", ".ci/", ".github/")


def commands(command: Any, name: tuple[str, ...] = ()) -> dict[str, Any]:
    """Every command by its name: `check`, `questionnaire print`."""
    if hasattr(command, "list_commands"):  # a group; typer brings a click of its own
        found: dict[str, Any] = {}
        for inner in command.list_commands(None):
            found |= commands(command.get_command(None, inner), (*name, inner))
        return found
    return {" ".join(name): command}


COMMANDS = commands(GROUP)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def code(path: Path) -> list[str]:
    """Everything between backticks, and lines of code blocks."""
    text = path.read_text("utf-8")
    blocks = re.findall(r"```[\w]*\n(.*?)```", text, re.S)
    inline = re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.S))
    return inline + [line for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_commands_in_the_docs_exist(path: Path) -> None:
    for line in code(path):
        for words in re.findall(r"(?:^|\s|\$ )dalil ((?:[a-z]+ ?)+)", line):
            first = words.split()[0]
            assert any(known.split()[0] == first for known in COMMANDS), line


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_make_targets_in_the_docs_exist(path: Path) -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
    for line in code(path):
        for target in re.findall(r"(?:^|\s)make ([a-z]+)\b", line):
            assert target in targets, line


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_files_in_the_docs_exist(path: Path) -> None:
    for text in code(path):
        found = re.fullmatch(r"([\w.-]+/)*[\w.-]+(\.\w+|/)", text)
        if found and text.startswith(FOLDERS):
            assert (ROOT / text).exists(), text
        elif (
            found
            and "/" in text.rstrip("/")
            and text.split("/")[0] in ("pages", "wording", "checks")
        ):
            assert (ROOT / "macros" / text).exists(), text


@pytest.mark.parametrize("path", DOCS, ids=name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+\.md)(?:#[^)]*)?\)", path.read_text("utf-8")):
        if "://" not in target:
            assert (path.parent / target).exists(), target


@pytest.mark.parametrize("command", list(COMMANDS))
def test_command_has_help_with_an_example(command: str) -> None:
    result = CliRunner().invoke(app, [*command.split(), "--help"])
    assert result.exit_code == 0
    assert f"dalil {command}" in (COMMANDS[command].help or "").split("Example:")[-1]


@pytest.mark.parametrize("command", list(COMMANDS))
def test_every_option_of_a_command_is_explained(command: str) -> None:
    for parameter in COMMANDS[command].params:
        assert getattr(parameter, "help", ""), parameter.name


def test_makefile_says_what_each_target_runs() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    phony = re.search(r"^\.PHONY: (.*)$", text, re.M)
    assert phony
    for target in phony[1].split():
        assert re.search(rf"^#   make {target} ", text, re.M), target
