"""Printing in UTF-8, and files that appear whole."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import typer


def show(text: str) -> None:
    """Print in UTF-8, also where a pipe or an old terminal would not hold all letters."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8")
    typer.echo(text)


def save(path: Path, content: bytes) -> None:
    """Write a file aside and rename it, so that it is never there in part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.part")
    aside.write_bytes(content)
    aside.replace(path)
