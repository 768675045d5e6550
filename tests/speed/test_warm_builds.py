"""What is kept between builds changes nothing but the time they take."""

from __future__ import annotations

import contextlib
import os
import random
import re
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from macros import parallel, store
from macros.pages import build as build_module
from macros.pages import striking
from macros.store import FOLDER

from .building import build, contents

KILLS = 50
ORGANISATIONS = "data/organisations/xa"


@pytest.fixture(autouse=True, params=["large", "small"])
def _in_shares(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    # A tiny register takes the way of a large one; files just written count as settled.
    monkeypatch.setattr(parallel, "FEW", 2)
    monkeypatch.setattr(striking, "FEW", 2)
    if request.param == "large":
        monkeypatch.setattr(build_module, "LARGE", 1)
    monkeypatch.setattr(store, "SETTLED", 0.0)
    monkeypatch.setenv("DALIL_CORES", "2")


def cold(home: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site of the same records, built where nothing was built before."""
    other = tmp_path_factory.mktemp("cold")
    shutil.copytree(home / "data", other / "data")
    return contents(build(other))


def model(home: Path) -> str:
    """A record that is published in full."""
    return (home / ORGANISATIONS / "lantern-centre.yml").read_text(encoding="utf-8")


def add(home: Path) -> None:
    (home / ORGANISATIONS / "a-new-one.yml").write_text(model(home), encoding="utf-8")


def change(home: Path) -> None:
    record = home / ORGANISATIONS / "a-new-one.yml"
    record.write_text(named(record.read_text(encoding="utf-8"), "Another"), encoding="utf-8")


def named(text: str, name: str) -> str:
    """The record, also known by another name."""
    lines = [line for line in text.splitlines() if not line.startswith("also_known_as")]
    return "\n".join([*lines, f"also_known_as: [{name} Name]"]) + "\n"


def rename(home: Path) -> None:
    (home / ORGANISATIONS / "a-new-one.yml").rename(home / ORGANISATIONS / "renamed.yml")


def delete(home: Path) -> None:
    (home / ORGANISATIONS / "renamed.yml").unlink()


def test_warm_build_is_the_cold_one_after_every_kind_of_change(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    build(home)
    steps: list[Callable[[Path], None]] = [add, change, rename, delete]
    for step in steps:
        step(home)
        assert contents(build(home)) == cold(home, tmp_path_factory), step.__name__


def test_every_page_that_names_a_record_follows_its_name(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    build(home)
    for kind in ("organisations", "authorities", "mechanisms", "legislation"):
        for record in sorted((home / "data" / kind / "xa").glob("*.yml")):
            text = record.read_text(encoding="utf-8")
            named_anew = re.sub(r"\b(en: ['\"]?)(?=\w)", r"\1New ", text, count=1)
            record.write_text(named_anew, encoding="utf-8")
        assert contents(build(home)) == cold(home, tmp_path_factory), kind


def test_term_with_another_label_changes_every_page_that_shows_it(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    build(home)
    themes = home / "data" / "vocabularies" / "themes.yml"
    text = themes.read_text(encoding="utf-8")
    themes.write_text(re.sub(r"\ben: (?=\w)", "en: New ", text), encoding="utf-8")
    assert contents(build(home)) == cold(home, tmp_path_factory)


def test_unchanged_page_is_not_written_and_removed_record_leaves_no_page(home: Path) -> None:
    add(home)
    site = build(home)
    before = {path: path.stat().st_mtime_ns for path in site.rglob("index.html")}
    change(home)
    build(home)
    touched = [path for path, at in before.items() if path.stat().st_mtime_ns != at]
    assert {path.parent.name for path in touched} == {"xa-a-new-one"}
    (home / ORGANISATIONS / "a-new-one.yml").unlink()
    build(home)
    assert not (site / "organisations" / "xa-a-new-one").exists()


def test_page_that_somebody_touched_is_put_right(home: Path) -> None:
    site = build(home)
    before = contents(site)
    page = next(site.glob("organisations/xa-*/index.html"))
    page.write_text("something else", encoding="utf-8")
    assert contents(build(home)) == before
    page.unlink()
    assert contents(build(home)) == before


def damage_bytes(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(bytes(content))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:40])


def empty(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize("damage", [damage_bytes, cut_short, empty], ids=lambda it: it.__name__)
def test_damaged_cache_counts_as_absent(home: Path, damage: Callable[[Path], None]) -> None:
    before = contents(build(home))
    kept = [path for path in (home / FOLDER).iterdir() if path.is_file()]
    assert {"files", "site"} <= {path.name for path in kept}
    for path in kept:
        damage(path)
    assert contents(build(home)) == before


def test_cache_of_other_code_counts_as_absent(home: Path) -> None:
    path = str(home / "kept")
    store.write(path, "this code", {"a": 1})
    assert store.read(path, "this code") == {"a": 1}
    assert store.read(path, "other code") is None


def test_build_killed_anywhere_is_made_good_by_the_next(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    rng = random.Random(3)
    start = time.monotonic()
    build(home)
    whole = time.monotonic() - start
    killed = turn = 0
    while killed < KILLS:
        turn += 1
        _vary(home, turn)
        killed += _cut_short(home, whole * rng.random() * 0.9)
        if turn % 5 == 0:
            assert contents(build(home)) == cold(home, tmp_path_factory), turn


def _cut_short(home: Path, after: float) -> bool:
    """Build in a process of its own and kill it with its helpers; whether it was still at work."""
    pid = os.fork()
    if not pid:
        os.setsid()
        build(home)
        os._exit(0)
    time.sleep(after)
    at_work = os.waitpid(pid, os.WNOHANG) == (0, 0)
    if at_work:
        with contextlib.suppress(ProcessLookupError):  # it has not yet a session of its own
            os.killpg(pid, signal.SIGKILL)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
    return at_work


def _vary(home: Path, turn: int) -> None:
    """Another set of records each time, so that a killed build always has something to do."""
    made = home / ORGANISATIONS / f"turn-{turn % 3}.yml"
    if made.exists() and turn % 2:
        made.unlink()
    else:
        made.write_text(named(model(home), f"Turn {turn}"), encoding="utf-8")
