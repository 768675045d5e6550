"""Every kind of fault: a folder of files laid over the tiny register, and the whole report on it.

A folder holds files as below `data/`, `removed.txt` naming files to take away, and `expected.txt`.
`DALIL_UPDATE=1 pytest tests/test_broken_records.py` writes the reports anew, to be read before use.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from macros.problems import Problem, catalogue
from macros.text import LANGUAGES

from .conftest import BROKEN

FAULTS = sorted(folder.name for folder in BROKEN.iterdir())
TESTED_ELSEWHERE = {"unreadable-file", "wrong-form"}
"""Codes that no file in git can raise: see test_register.py and test_shapes.py."""


def _link(data: Path) -> None:
    outside = data.parent / "outside.yml"
    outside.write_text("names: {en: Outside}\n", encoding="utf-8")
    (data / "organisations" / "xa" / "fault.yml").symlink_to(outside)
    (data / "organisations" / "xc").symlink_to(data.parent)


def _large(data: Path) -> None:
    text = "names: {en: Fault Centre}\n" + "# a long comment\n" * 20000
    (data / "organisations" / "xa" / "fault.yml").write_text(text, encoding="utf-8")


def _pipe(data: Path) -> None:
    os.mkfifo(data / "organisations" / "xa" / "fault.yml")


def _no_text(data: Path) -> None:
    Path(os.fsdecode(os.fsencode(data / "organisations" / "xa") + b"/fault-\xff.yml")).touch()


MADE: dict[str, Callable[[Path], None]] = {
    "link": _link,
    "file-too-large": _large,
    "named-pipe": _pipe,
    "file-name-that-is-no-text": _no_text,
}
"""Faults that git or an editor would not keep: the test makes them."""


def lay(fault: str, data: Path) -> None:
    """Lay a fault's files over the register; its pages, if any, go beside it."""
    folder, apart = BROKEN / fault, {"expected.txt", "removed.txt", "docs"}
    shutil.copytree(folder, data, dirs_exist_ok=True, ignore=lambda _, names: apart)
    if (folder / "docs").exists():
        shutil.copytree(folder / "docs", data.parent / "docs")
    removed = folder / "removed.txt"
    for path in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (data / path).unlink()
    if fault in MADE:
        MADE[fault](data)


@pytest.mark.parametrize("fault", FAULTS)
def test_report_is_as_expected(fault: str, home: Path, dalil: Callable[..., Result]) -> None:
    lay(fault, home / "data")
    result = dalil("check")
    expected = BROKEN / fault / "expected.txt"
    if os.environ.get("DALIL_UPDATE"):
        expected.write_text(result.output, encoding="utf-8")
    assert result.output == expected.read_text(encoding="utf-8")
    assert result.exit_code == (0 if re.search(r"^0 errors", result.output, re.M) else 1)


@pytest.mark.parametrize("fault", FAULTS)
def test_report_exists_in_every_language(
    fault: str, home: Path, problems: Callable[[], list[Problem]]
) -> None:
    lay(fault, home / "data")
    for problem in problems():
        for lang in LANGUAGES:
            words = problem.message(lang) + problem.hint(lang)
            assert words and not re.search(r"\{\w+\}", words), (problem.code, lang)


def test_tiny_register_is_clean(dalil: Callable[..., Result]) -> None:
    result = dalil("check")
    assert result.output == "0 errors, 0 warnings in 84 records\n"
    assert result.exit_code == 0


def test_every_code_has_a_fault() -> None:
    reports = "".join((BROKEN / fault / "expected.txt").read_text("utf-8") for fault in FAULTS)
    raised = set(re.findall(r": (?:error|warning) ([a-z0-9-]+): ", reports))
    assert set(catalogue()) - raised == TESTED_ELSEWHERE
    assert raised <= set(catalogue())


def test_at_least_forty_five_kinds_of_fault() -> None:
    assert len(FAULTS) >= 45
