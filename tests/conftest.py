"""The tiny register of `tests/data/`, and ways to lay other files over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from macros.checks import check
from macros.problems import Problem
from macros.publication import PublicRegister, publish
from macros.register import Register, load
from scripts.dalil import app

ROOT = Path(__file__).parents[1]
DATA = Path(__file__).parent / "data"
BROKEN = Path(__file__).parent / "broken"
TODAY = "1768435200"
"""15 January 2026, so that no record of the tests grows old."""


@pytest.fixture(autouse=True)
def _fixed_day(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "browser" not in request.keywords:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", TODAY)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A register of its own for one test: a folder with `data/` and `mkdocs.yml`."""
    shutil.copytree(DATA, tmp_path / "data")
    (tmp_path / "mkdocs.yml").write_text("site_name: Test\n", encoding="utf-8")
    return tmp_path


@pytest.fixture
def register(home: Path) -> Register:
    return load(str(home))


@pytest.fixture
def public(register: Register) -> PublicRegister:
    return publish(register, check(register))


@pytest.fixture
def write(home: Path) -> Callable[[str, str], Path]:
    """Write a file below the register's `data/`."""

    def write_(path: str, text: str) -> Path:
        target = home / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return target

    return write_


@pytest.fixture
def problems(home: Path) -> Callable[[], list[Problem]]:
    """All problems of the register as it is now."""
    return lambda: check(load(str(home)))


@pytest.fixture
def dalil(home: Path) -> Callable[..., Result]:
    """Run a `dalil` command in the test's register."""
    return lambda *arguments: CliRunner().invoke(app, [*arguments, "--root", str(home)])
