"""`dalil export` writes what is asked for, and only if everything is in order."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Dalil = Callable[..., Result]


def names(folder: Path) -> set[str]:
    return {it.relative_to(folder).as_posix() for it in folder.rglob("*") if it.is_file()}


def test_everything_is_written_without_a_choice(dalil: Dalil, tmp_path: Path) -> None:
    out = tmp_path / "out"
    done = dalil("export", str(out))
    assert done.exit_code == 0
    expected = {
        "downloads/register.sqlite", "downloads/register.xlsx", "downloads/organisations.csv",
        "downloads/excel/organisations.csv", "downloads/parquet/organisations.parquet",
        "downloads/datapackage.json", "downloads/dcat.jsonld", "api/v1/organisations.json",
        "api/v1/organisations/xa-lantern-centre.json", "api/v1/schema/organisations.json",
    }  # fmt: skip
    assert expected <= names(out)
    assert "downloads/register.sqlite" in done.output


def test_only_the_formats_asked_for_are_written(dalil: Dalil, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert dalil("export", str(out), "--format", "sqlite", "--format", "xlsx").exit_code == 0
    assert names(out) == {"downloads/register.sqlite", "downloads/register.xlsx"}


def test_other_files_in_the_folder_stay(dalil: Dalil, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "downloads").mkdir(parents=True)
    (out / "downloads" / "mine.txt").write_text("mine", encoding="utf-8")
    (out / "downloads" / "register.sqlite").write_text("old", encoding="utf-8")
    assert dalil("export", str(out), "--format", "sqlite").exit_code == 0
    assert (out / "downloads" / "mine.txt").read_text("utf-8") == "mine"
    assert (out / "downloads" / "register.sqlite").read_bytes().startswith(b"SQLite format 3")


def test_nothing_is_written_while_an_error_stands(
    dalil: Dalil, home: Path, write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    write("organisations/xa/broken.yml", "names: {en: Broken}\n")
    done = dalil("export", str(tmp_path / "out"))
    assert done.exit_code == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [["--format", "pdf"], []])
def test_wrong_use_is_told(dalil: Dalil, tmp_path: Path, arguments: list[str]) -> None:
    file = tmp_path / "file"
    file.write_text("mine", encoding="utf-8")
    done = dalil("export", str(file), *arguments)
    assert done.exit_code == 2
    assert file.read_text("utf-8") == "mine"
