"""Records are written all together or not at all, whenever the program is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from macros.changes import recover, write_all
from scripts.dalil import app

from .conftest import ROOT

KILLED = """
import os, signal, sys
from macros import changes
real, left = os.replace, [int(sys.argv[2])]
def replace(a, b):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    real(a, b)
os.replace = replace
files = {f"data/organisations/xa/new-{n}.yml": f"n: {n}\\n" for n in range(4)}
files["data/organisations/xa/lantern-centre.yml"] = "changed: yes\\n"
changes.write_all(sys.argv[1], files)
"""
REPLACES = 6
"""The journal, then five files."""


def snapshot(home: Path) -> dict[str, bytes]:
    return {str(it.relative_to(home)): it.read_bytes() for it in (home / "data").rglob("*.yml")}


@pytest.mark.parametrize("step", range(REPLACES))
def test_killed_at_any_step_the_register_is_as_it_was(step: int, home: Path) -> None:
    before = snapshot(home)
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(home), str(step)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    if step:
        assert recover(str(home)) is True
    assert snapshot(home) == before
    assert recover(str(home)) is False


def test_not_killed_every_file_is_there(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(home), str(REPLACES)],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert (home / "data/organisations/xa/lantern-centre.yml").read_text() == "changed: yes\n"
    assert not (home / ".cache/changes").exists()


def test_any_command_takes_back_what_was_cut_short(home: Path) -> None:
    before = snapshot(home)
    subprocess.run(
        [sys.executable, "-c", KILLED, str(home), "3"],
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert snapshot(home) != before
    done = CliRunner().invoke(app, ["check", "--root", str(home)])
    assert done.exit_code == 0 and snapshot(home) == before


def test_failing_disk_changes_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, real, calls = snapshot(home), os.replace, []

    def replace(a: str, b: str) -> None:
        calls.append(b)
        if len(calls) == 3:
            raise OSError("disk full")
        real(a, b)

    monkeypatch.setattr(os, "replace", replace)
    files = {f"data/organisations/xa/new-{n}.yml": "n: 1\n" for n in range(4)}
    with pytest.raises(OSError):
        write_all(str(home), files)
    monkeypatch.undo()
    recover(str(home))
    assert snapshot(home) == before


def test_same_content_is_not_written_again(home: Path) -> None:
    path = "data/organisations/xa/lantern-centre.yml"
    content = (home / path).read_bytes()
    assert write_all(str(home), {path: content}) == []
