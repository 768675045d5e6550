"""`dalil check`: what it reads, what it reports on, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from scripts.dalil import app

from .conftest import ROOT

Write = Callable[[str, str], Path]
Dalil = Callable[..., Result]
BROKEN = "names: {en: Fault Centre}\nthemes: [victims-support]\n"


def git(home: Path, *arguments: str) -> None:
    names = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    subprocess.run(["git", *names, *arguments], cwd=home, check=True, capture_output=True)


@pytest.fixture
def repository(home: Path) -> Path:
    """The register as a git repository with one commit."""
    git(home, "init", "-q")
    git(home, "add", ".")
    git(home, "commit", "-q", "-m", "first")
    return home


def test_clean_register_ends_with_zero(dalil: Dalil) -> None:
    result = dalil("check")
    assert (result.exit_code, result.output) == (0, "0 errors, 0 warnings in 84 records\n")


def test_warnings_alone_end_with_zero(dalil: Dalil, write: Write) -> None:
    write("authorities/xa/forgotten.yml", "names: {en: Office}\nkind: ministry\n")
    result = dalil("check")
    assert result.exit_code == 0
    assert "0 errors, 2 warnings" in result.output


def test_an_error_ends_with_one(dalil: Dalil, write: Write) -> None:
    write("organisations/xa/fault.yml", BROKEN)
    assert dalil("check").exit_code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere.yml",),
        ("--format", "xml"),
        ("--lang", "de"),
        ("--changed", "no-such-revision"),
        ("--changed", "--output=x"),
        ("--changed", ""),
        ("--root", "/nowhere"),
        ("--unknown",),
        ("/etc/hostname",),
    ],
)
def test_wrong_usage_ends_with_two(arguments: tuple[str, ...], dalil: Dalil) -> None:
    result = dalil("check", *arguments)
    if "--root" in arguments:
        result = CliRunner().invoke(app, ["check", *arguments])
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_file_as_path_reports_on_that_file_only(dalil: Dalil, write: Write, home: Path) -> None:
    first = write("organisations/xa/first.yml", BROKEN)
    write("organisations/xa/second.yml", BROKEN)
    result = dalil("check", str(first))
    assert "first.yml" in result.output and "second.yml" not in result.output


def test_folder_as_path_reports_on_what_is_in_it(dalil: Dalil, write: Write, home: Path) -> None:
    write("organisations/xa/first.yml", BROKEN)
    write("organisations/xb/second.yml", BROKEN)
    result = dalil("check", str(home / "data" / "organisations" / "xb"))
    assert "second.yml" in result.output and "first.yml" not in result.output


def test_path_without_problems_ends_with_zero_beside_broken_files(
    dalil: Dalil, write: Write, home: Path
) -> None:
    write("organisations/xa/fault.yml", BROKEN)
    assert dalil("check", str(home / "data" / "countries")).exit_code == 0


def test_folder_name_is_not_taken_for_the_beginning_of_another(
    dalil: Dalil, write: Write, home: Path
) -> None:
    write("organisations/xa/lantern-centre-two.yml", BROKEN)
    result = dalil("check", str(home / "data" / "organisations" / "xa" / "lantern-centre.yml"))
    assert result.exit_code == 0


def test_root_as_path_reports_on_everything(dalil: Dalil, write: Write, home: Path) -> None:
    write("organisations/xa/fault.yml", BROKEN)
    assert dalil("check", str(home)).exit_code == 1


def test_link_as_path_is_reported_not_followed(dalil: Dalil, home: Path) -> None:
    link = home / "data" / "organisations" / "xa" / "fault.yml"
    link.symlink_to("/etc/hostname")
    result = dalil("check", str(link))
    assert result.exit_code == 1 and "error link" in result.output


def test_path_is_read_from_the_folder_one_is_in(
    home: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("organisations/xa/fault.yml", BROKEN)
    monkeypatch.chdir(home / "data" / "organisations")
    result = CliRunner().invoke(app, ["check", "xa/fault.yml"])
    assert result.exit_code == 1
    assert "data/organisations/xa/fault.yml:2:10: error unknown-term" in result.output


def test_outside_any_register_it_says_what_to_do(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    result = CliRunner().invoke(app, ["check"])
    assert result.exit_code == 2 and "--root" in result.output


def test_changed_reports_on_changed_and_new_files_only(
    repository: Path, dalil: Dalil, write: Write
) -> None:
    write("organisations/xa/committed.yml", BROKEN)
    git(repository, "add", ".")
    git(repository, "commit", "-q", "-m", "second")
    assert dalil("check", "--changed", "HEAD").exit_code == 0
    assert "committed.yml" in dalil("check", "--changed", "HEAD~1").output
    write("organisations/xa/fresh.yml", BROKEN)
    result = dalil("check", "--changed", "HEAD")
    assert "fresh.yml" in result.output and "committed.yml" not in result.output


def test_changed_is_no_problem_where_the_register_lies_deeper(
    tmp_path: Path, home: Path, write: Write
) -> None:
    git(tmp_path.parent, "init", "-q")
    try:
        write("organisations/xa/fresh.yml", BROKEN)
        git(tmp_path.parent, "commit", "-q", "--allow-empty", "-m", "first")
        result = CliRunner().invoke(app, ["check", "--changed", "HEAD", "--root", str(home)])
        assert "fresh.yml" in result.output
    finally:
        subprocess.run(["rm", "-rf", str(tmp_path.parent / ".git")], check=True)


def test_changed_file_whose_name_is_no_text_is_reported(repository: Path, dalil: Dalil) -> None:
    folder = os.fsencode(repository / "data" / "organisations" / "xa")
    with open(folder + b"/fault-\xff.yml", "wb"):
        pass
    result = dalil("check", "--changed", "HEAD")
    assert result.exit_code == 1 and "bad-file-name" in result.output


def test_changed_outside_git_is_wrong_usage(dalil: Dalil, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", "/")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    result = dalil("check", "--changed", "HEAD")
    assert result.exit_code == 2 and "git cannot tell what changed" in result.output


def test_changed_without_git_is_wrong_usage(dalil: Dalil, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    result = dalil("check", "--changed", "HEAD")
    assert result.exit_code == 2 and "not installed" in result.output


@pytest.mark.parametrize(
    ("lang", "last"),
    [
        ("en", "1 errors, 0 warnings in 85 records"),
        ("ar", "الأخطاء: 1، التنبيهات: 0، السجلات: 85"),
        ("fr", "erreurs\u00a0: 1, avertissements\u00a0: 0, fiches\u00a0: 85"),
    ],
)
def test_report_speaks_the_asked_language(lang: str, last: str, dalil: Dalil, write: Write) -> None:
    write("organisations/xa/fault.yml", "")
    assert dalil("check", "--lang", lang).output.splitlines()[-1] == last


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_forms_for_machines_are_json_and_nothing_else(
    form: str, dalil: Dalil, write: Write
) -> None:
    write("organisations/xa/fault.yml", BROKEN)
    result = dalil("check", "--format", form)
    assert result.exit_code == 1
    json.loads(result.output)


def test_clean_register_is_an_empty_list_as_json(dalil: Dalil) -> None:
    assert json.loads(dalil("check", "--format", "json").output) == []


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_report_in_a_pipe_is_utf8_whatever_the_terminal(
    encoding: str, home: Path, write: Write
) -> None:
    write("organisations/xa/fault.yml", "names: {en: مركز}\n")
    done = subprocess.run(
        [sys.executable, "-m", "scripts.dalil", "check", "--lang", "ar", "--root", str(home)],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1 and not done.stderr
    assert "مركز" in done.stdout.decode("utf-8")
