"""What is due, and what changed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from typer.testing import Result

from macros.differences import FileChange, described
from macros.followup import follow_up
from macros.register import load

Dalil = Callable[..., Result]
PATH = "data/organisations/xa/lantern-centre.yml"


def test_record_is_due_a_year_after_it_was_verified(home: Path, dalil: Dalil) -> None:
    assert "xa-lantern-centre" not in dalil("due", "--by", "2026-11-01").output
    assert "xa-lantern-centre" in dalil("due", "--by", "2026-11-02").output


def test_never_verified_is_due_at_once(home: Path, dalil: Dalil) -> None:
    text = (home / PATH).read_text("utf-8")
    (home / PATH).write_text(text.replace("last_verified: 2025-11-02, ", ""), "utf-8")
    line = next(
        it for it in dalil("due").output.splitlines() if it.startswith("xa-lantern-centre\t")
    )
    assert line.split("\t")[3:] == [
        "never verified", "national expert", "the organisation", "have the record confirmed",
    ]  # fmt: skip


def test_own_next_step_comes_before_the_usual_one(home: Path) -> None:
    text = (home / PATH).read_text("utf-8")
    new = "verified_by: data editor, next: {by: legal adviser, asks: board, due: 2026-02-01}"
    (home / PATH).write_text(text.replace("verified_by: data editor", new), "utf-8")
    due = next(
        it for it in follow_up(load(str(home)).organisations.values()) if it.entry.path == PATH
    )
    assert due.due == "2026-02-01" and due.who_asks("en")[:2] == ("legal adviser", "board")


def test_closed_and_merged_organisations_are_not_asked(home: Path) -> None:
    keys = {it.entry.key for it in follow_up(load(str(home)).organisations.values())}
    assert "xa-merged-into-another" not in keys


def test_wrong_date_is_wrong_usage(dalil: Dalil) -> None:
    assert dalil("due", "--by", "soon").exit_code == 2


def test_changes_are_told_in_plain_words(home: Path) -> None:
    register = load(str(home))
    before = (home / PATH).read_bytes()
    one = b"  - {value: 12, as_of: 2023, source: s1}"
    after = (
        before.replace(b"themes: [victim-support, trafficking]", b"themes: [victim-support]")
        .replace(b"acronym: LC", b"acronym: LCJ")
        .replace(one, one + b"\n  - {value: 15, as_of: 2025, source: s2}")
    )
    text = described([FileChange(PATH, before, after)], register, "en")
    assert "- Changed `acronym`: LC → LCJ" in text
    assert "- Taken away `themes`: " in text and "raffick" in text
    assert "- Added `staff`: 15, 2025" in text
    assert described([FileChange(PATH, before, before)], register, "en") == ""


def test_new_removed_and_unreadable_files_are_named(home: Path) -> None:
    register, content = load(str(home)), (home / PATH).read_bytes()
    states = [(None, content), (content, None), (content, b"a: {")]
    text = described([FileChange(PATH, *it) for it in states], register, "fr")
    assert "nouvelle" in text and "supprimée" in text and "ne peut pas être lu" in text


def test_record_cannot_format_the_list_of_changes(home: Path) -> None:
    before = (home / PATH).read_bytes()
    after = before.replace(b"acronym: LC", b"acronym: '[x](http://evil.example)<b>'")
    text = described([FileChange(PATH, before, after)], load(str(home)), "en")
    assert "[x]" not in text and "<b>" not in text


def test_command_compares_with_git(home: Path, dalil: Dalil) -> None:
    def git(*arguments: str) -> None:
        options = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        subprocess.run(["git", *options, *arguments], cwd=home, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "first")
    assert dalil("diff").output.strip() == "No record changed."
    text = (home / PATH).read_text("utf-8")
    (home / PATH).write_text(text.replace("acronym: LC", "acronym: LCJ"), "utf-8")
    (home / "data/organisations/xa/new.yml").write_text(text, "utf-8")
    output = dalil("diff").output
    assert "LC → LCJ" in output and "new.yml` · new" in output
    assert dalil("diff", "no-such-revision").exit_code == 2
