"""Copies of this project, and their sites."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from macros.documents.made import CACHE

ROOT = Path(__file__).parents[2]
fcntl: Any = import_module("fcntl") if os.name == "posix" else None
"""Locks of files; Windows has none, and only one worker builds there."""


def copy_project(target: Path, documents_of: Path | None = None) -> Path:
    """A copy of what a build reads.

    `documents_of` is a project whose documents need not be made again: each is kept by the digest
    of all that it is made from.
    """
    target.mkdir(exist_ok=True)
    for name in ("data", "docs", "macros", "scripts"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, target / name)
    kept = (documents_of or target) / CACHE
    if documents_of and kept.exists():
        shutil.copytree(kept, target / CACHE)
    return target


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], Path]) -> Path:
    """The site that `make` builds in a folder, built by whichever worker of the run comes first."""
    base = factory.getbasetemp()
    is_shared = os.name == "posix" and base.name.startswith("popen-")
    folder = (base.parent if is_shared else base) / name
    folder.mkdir(exist_ok=True)
    with _alone(folder):
        done = folder / "done"
        if not done.exists():
            done.write_text(str(make(folder / "project")), encoding="utf-8")
        return Path(done.read_text(encoding="utf-8"))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While no other worker is at work in a folder; the next waits until this one is done."""
    if fcntl is None:
        yield
        return
    opened = os.open(folder, os.O_RDONLY)
    fcntl.flock(opened, fcntl.LOCK_EX)
    try:
        yield
    finally:
        os.close(opened)


def build(project: Path) -> Path:
    """The published site of a copy of the project; fails with what the build said."""
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return project / "site"
