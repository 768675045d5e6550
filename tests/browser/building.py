"""Copies of this project, and their sites."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from macros.documents.made import CACHE

ROOT = Path(__file__).parents[2]


def copy_project(target: Path, documents_of: Path | None = None) -> Path:
    """A copy of what a build reads.

    `documents_of` is a project whose documents need not be made again: each is kept by the digest
    of all that it is made from.
    """
    for name in ("data", "docs", "macros", "scripts"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copy(ROOT / name, target / name)
    kept = (documents_of or target) / CACHE
    if documents_of and kept.exists():
        shutil.copytree(kept, target / CACHE)
    return target


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
