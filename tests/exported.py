"""The exports of the tests' register, made once, and ways to look into them."""

from __future__ import annotations

import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from macros.checks import check
from macros.database import Cell, Row, Table, schema
from macros.exports import Edition, File, edition, export
from macros.publication import PublicRegister, publish
from macros.register import load

from .conftest import DATA, TODAY


@dataclass(frozen=True)
class Exported:
    """An export: the register it is of, its edition, its files and where they are."""

    public: PublicRegister
    edition: Edition
    files: list[File]
    folder: Path

    @property
    def downloads(self) -> Path:
        return self.folder / "downloads"

    @property
    def tables(self) -> list[Table]:
        return schema(self.public)

    def rows(self, name: str) -> list[Row]:
        table = next(table for table in self.tables if table.name == name)
        return list(table.rows(self.public))

    def database(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self.downloads / 'register.sqlite'}?mode=ro", uri=True)

    def ask(self, question: str, *values: Cell) -> list[tuple[Any, ...]]:
        return self.database().execute(question, values).fetchall()


def export_of(home: Path, folder: Path, site: str = "") -> Exported:
    """All formats of the register in a folder, as the day of the tests has it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", TODAY)
        register = load(str(home))
    problems = [problem for problem in check(register) if not problem.is_error]
    public = publish(register, problems)
    made = edition(public, str(home), site)
    return Exported(public, made, export(public, made, str(folder)), folder)


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(DATA, home / "data")
    return export_of(home, tmp_path_factory.mktemp("exported"))


def contents(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder, with what is packed inside it unpacked."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name, content = path.relative_to(folder).as_posix(), path.read_bytes()
            yield name, content
            if content[:2] == b"PK":
                with zipfile.ZipFile(path) as archive:
                    yield from ((f"{name}!{it}", archive.read(it)) for it in archive.namelist())
            elif path.suffix == ".parquet":
                yield f"{name}!rows", str(pq.read_table(path).to_pylist()).encode()
            elif content[:2] == b"\xff\xfe":
                yield f"{name}!text", content.decode("utf-16").encode()
