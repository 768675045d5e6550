"""The history of the register as readers may know it: dates and fields, never what is withheld."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import feedparser
import pytest

from macros.exports.history import changes, revision
from macros.publication import PublicRegister, publish
from macros.register import load

from .conftest import DATA
from .exported import Exported, export_of

Commit = Callable[..., None]
Write = Callable[[str, str], Path]
UNION = (DATA / "organisations/xa/lantern-union.yml").read_text("utf-8")


def git(home: Path, *arguments: str, day: int = 1) -> None:
    date = f"2026-01-{day:02d}T12:00:00+02:00"
    told = {
        "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date, "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "SECRET-AUTHOR", "GIT_AUTHOR_EMAIL": "secret@author.example.org",
        "GIT_COMMITTER_NAME": "SECRET-AUTHOR", "GIT_COMMITTER_EMAIL": "secret@author.example.org",
    }  # fmt: skip
    subprocess.run(
        ["git", *arguments], cwd=home, env=os.environ | told, check=True, capture_output=True
    )


@pytest.fixture
def commit(home: Path) -> Commit:
    """Commit the register as it is now, on a day of January."""
    git(home, "init", "--initial-branch=main")

    def commit_(day: int) -> None:
        git(home, "add", "-A")
        git(home, "commit", "-m", "SECRET-MESSAGE", day=day)

    commit_(1)
    return commit_


def public_of(home: Path) -> PublicRegister:
    return publish(load(str(home)), [])


def told(home: Path) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Day, record, what happened, and what differs, newest first; the first commit left out."""
    found = changes(public_of(home), str(home))
    assert found is not None
    return [
        (it.date[:10], it.entry.key, "added" if it.is_new else "changed", it.fields + it.languages)
        for it in found
        if it.date > "2026-01-02"
    ]


def test_added_and_changed_records_are_told_newest_first(
    home: Path, commit: Commit, write: Write
) -> None:
    write("organisations/xa/new-one.yml", UNION)
    commit(3)
    write("organisations/xa/new-one.yml", UNION.replace("is_umbrella: true", "acronym: NO"))
    commit(4)
    assert told(home) == [
        ("2026-01-04", "xa-new-one", "changed", ("is_umbrella", "acronym")),
        ("2026-01-03", "xa-new-one", "added", ()),
    ]


def test_first_commit_adds_every_public_record(home: Path, commit: Commit) -> None:
    public = public_of(home)
    found = changes(public, str(home))
    assert found is not None
    assert {it.entry.key for it in found} == {entry.key for entry in public.entries()}
    assert all(it.is_new and it.date == "2026-01-01T10:00:00Z" for it in found)


def test_layout_and_notes_alone_are_no_change(home: Path, commit: Commit, write: Write) -> None:
    write("organisations/xa/lantern-union.yml", UNION + "notes: Ask again.\n")
    commit(3)
    write("organisations/xa/lantern-union.yml", f"# A comment.\n{UNION}notes: Ask again.\n")
    commit(4)
    assert told(home) == []


def test_withheld_record_is_never_told(home: Path, commit: Commit, write: Write) -> None:
    text = (DATA / "organisations/xa/exposure-withheld.yml").read_text("utf-8")
    write("organisations/xa/exposure-withheld.yml", text.replace("Hidden Town", "Other Town"))
    commit(3)
    assert told(home) == []
    found = changes(public_of(home), str(home))
    assert "withheld" not in str([it.entry.key for it in found or ()])


def test_history_before_publication_is_not_told(home: Path, commit: Commit, write: Write) -> None:
    withheld = UNION + "publication: {exposure: withheld}\n"
    write("organisations/xa/later.yml", withheld)
    commit(3)
    write("organisations/xa/later.yml", withheld.replace("2024", "2023"))
    commit(4)
    write("organisations/xa/later.yml", UNION)
    commit(5)
    assert told(home) == [("2026-01-05", "xa-later", "added", ())]


def test_fields_of_a_reduced_record_are_not_named(home: Path, commit: Commit, write: Write) -> None:
    path = "organisations/xa/exposure-no-contact.yml"
    text = (DATA / path).read_text("utf-8")
    write(path, text.replace("info@hidden", "office@hidden"))
    commit(3)
    assert told(home) == [("2026-01-03", "xa-exposure-no-contact", "changed", ())]


def test_translation_is_told_with_the_record(home: Path, commit: Commit, write: Write) -> None:
    path = "translations/fr/organisations/xa/name-in-arabic-only.yml"
    text = (DATA / path).read_text("utf-8")
    write(path, text.replace("2025", "2024") if "2025" in text else text + "# more\n")
    commit(3)
    assert told(home) == [("2026-01-03", "xa-name-in-arabic-only", "changed", ("fr",))]


def test_removed_record_is_not_told(home: Path, commit: Commit, write: Write) -> None:
    write("organisations/xa/new-one.yml", UNION)
    commit(3)
    (home / "data/organisations/xa/new-one.yml").unlink()
    commit(4)
    assert told(home) == []


def test_merged_work_is_told_on_the_day_it_was_published(
    home: Path, commit: Commit, write: Write
) -> None:
    git(home, "checkout", "-b", "side")
    write("organisations/xa/new-one.yml", UNION)
    commit(3)
    git(home, "checkout", "main")
    git(home, "merge", "--no-ff", "side", "-m", "Merged", day=9)
    assert told(home) == [("2026-01-09", "xa-new-one", "added", ())]


def test_without_git_there_are_no_changes(home: Path) -> None:
    assert changes(public_of(home), str(home)) is None
    assert revision(str(home)) == ""


def test_half_a_history_is_not_told(home: Path, commit: Commit, tmp_path: Path) -> None:
    clone = tmp_path / "shallow"
    git(home, "clone", "--depth", "1", f"file://{home}", str(clone))
    assert changes(public_of(clone), str(clone)) is None
    assert len(revision(str(clone))) == 40


def test_revision_is_told_only_of_what_is_committed(
    home: Path, commit: Commit, write: Write
) -> None:
    assert len(revision(str(home))) == 40
    write("organisations/xa/new-one.yml", UNION)
    assert revision(str(home)) == ""


@pytest.fixture
def exported(home: Path, commit: Commit, write: Write, tmp_path: Path) -> Exported:
    write("organisations/xa/lantern-union.yml", UNION + "acronym: LU\n")
    commit(3)
    return export_of(home, tmp_path / "out", "https://dalil.example.org/")


@pytest.mark.parametrize(
    ("ending", "words"), [("", "changed"), (".ar", "عُدِّل"), (".fr", "modifiée")]
)
def test_feed_is_read_by_a_feed_reader(exported: Exported, ending: str, words: str) -> None:
    feed = feedparser.parse((exported.downloads / f"changes{ending}.atom").read_bytes())
    assert not feed.bozo
    assert (feed.version, feed.feed.updated) == ("atom10", "2026-01-03T10:00:00Z")
    newest = feed.entries[0]
    assert words in newest.title
    language = f"{ending[1:]}/" if ending else ""
    page = f"https://dalil.example.org/{language}organisations/xa-lantern-union/"
    assert (newest.link, newest.updated) == (page, "2026-01-03T10:00:00Z")
    assert "acronym" in newest.summary
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)


def test_list_of_changes_names_records_and_fields(exported: Exported) -> None:
    found: dict[str, Any] = json.loads((exported.downloads / "changes.json").read_text("utf-8"))
    newest = found["changes"][0]
    assert (newest["record"], newest["fields"]) == ("organisations/xa-lantern-union", ["acronym"])
    assert found["licence"] == "CC-BY-4.0"


def test_authors_and_messages_are_in_no_file(exported: Exported) -> None:
    for path in exported.folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"SECRET" not in content and b"secret@" not in content, path


def test_same_commit_makes_the_same_changes(exported: Exported, home: Path, tmp_path: Path) -> None:
    again = export_of(home, tmp_path / "again", "https://dalil.example.org/")
    for name in ("changes.json", "changes.atom", "changes.ar.atom", "changes.fr.atom"):
        assert (again.downloads / name).read_bytes() == (exported.downloads / name).read_bytes()
