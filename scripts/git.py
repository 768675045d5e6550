"""Asking git, which keeps the history of records."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from .root import stop


def git(home: Path, *arguments: str) -> str:
    """What a git command prints; ends the program as wrongly used where it fails."""
    return os.fsdecode(git_bytes(home, *arguments))


def git_bytes(home: Path, *arguments: str) -> bytes:
    """The same as bytes, for the contents of files."""
    try:
        result = subprocess.run(["git", *arguments], cwd=home, capture_output=True, check=False)
    except OSError:
        stop("git, which tells what changed, is not installed")
    if result.returncode:
        reasons = result.stderr.decode(errors="replace").strip().splitlines() or [""]
        stop(f"git cannot tell what changed: {reasons[-1]}")
    return result.stdout
