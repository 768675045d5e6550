"""`make bench`: this project beside MkDocs, Hugo and bare writing, on the same invented records.

Every number is the median of several runs on one machine, right after one another; only ratios mean
something elsewhere. The table goes to docs/about/performance.*.md, a line to the history beside it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from subprocess import DEVNULL, Popen, run
from typing import Annotated

import typer

from macros.text import LANGUAGES, number
from macros.words import words

from . import others
from .root import find_root
from .synthesise import synthesise

PLAIN_MKDOCS_UP_TO = 1000
"""Records up to which plain MkDocs is measured too; it takes a quarter of an hour for 10,000."""
HISTORY = "performance.csv"
HISTORY_KEPT = 40
BEGIN, END = "<!-- bench -->", "<!-- /bench -->"
PAGES_ONLY = {"DALIL_DOCUMENTS": "false", "DALIL_DOWNLOADS": "false", "DALIL_SEARCH": "false"}


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured, on how many records.

    Seconds on the clock and of all cores together, and memory of all processes in MB.
    """

    name: str
    size: int
    seconds: float
    work: float
    memory: float


def command(
    size: Annotated[list[int] | None, typer.Option(help="Numbers of organisations.")] = None,
    runs: Annotated[int, typer.Option(help="Runs of each, for the median.")] = 3,
    write: Annotated[bool, typer.Option(help="Write the table and the history.")] = True,
    root: Annotated[Path | None, typer.Option(help="Folder of the project.")] = None,
) -> None:
    """Measure the build, and what a user might take instead, on invented registers.

    Example: dalil bench --size 1000 --size 10000
    """
    home, found = find_root(root), list[Measured]()
    with tempfile.TemporaryDirectory(dir=home / ".cache") as folder:
        for each in size or [1000, 10000]:
            for measured in measure(home, Path(folder) / str(each), each, runs):
                found.append(measured)
                typer.echo(told(measured))
    for lang in LANGUAGES:
        table = "\n".join(rows(found, lang))
        if write:
            _into_page(home, lang, table)
    if write:
        _into_history(home, found)


def told(it: Measured) -> str:
    """A measurement as a line for the terminal."""
    times = f"{it.seconds:8.2f} s {it.work:8.2f} s of work"
    return f"{it.size:7} {it.name:14} {times} {it.memory:7.0f} MB"


def measure(home: Path, project: Path, size: int, runs: int) -> Iterator[Measured]:
    """Everything that is measured with a register of a size."""
    synthesise(home, project, size)
    env = {"PYTHONPATH": str(home), "NO_MKDOCS_2_WARNING": "1"}
    check = [sys.executable, "-m", "scripts.dalil", "check", "--root", str(project)]
    build = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    cold = _forgetting(project)

    def timed(name: str, arguments: list[str], before: Callable[[], None], **more: str) -> Measured:
        results = [_run(arguments, project, env | more, before) for _ in range(runs)]
        return Measured(name, size, *(statistics.median(it) for it in zip(*results, strict=True)))

    yield timed("check-cold", check, cold)
    yield timed("check-same", check, lambda: None)
    yield timed("pages-cold", build, cold, **PAGES_ONLY)
    yield timed("pages-same", build, lambda: None, **PAGES_ONLY)
    yield timed("pages-one", build, _changing(project), **PAGES_ONLY)
    yield timed("pages-only", *others.pages_only(project))
    yield timed("hugo", others.hugo(project), others.forget_hugo(project))
    yield timed("write", others.write(project), lambda: None)
    yield timed("all-cold", build, cold, DALIL_DOCUMENTS="false")
    yield timed("all-same", build, lambda: None, DALIL_DOCUMENTS="false")
    yield timed("all-one", build, _changing(project), DALIL_DOCUMENTS="false")
    yield timed("hugo-pagefind", others.hugo_and_pagefind(project), others.forget_hugo(project))
    if size <= PLAIN_MKDOCS_UP_TO:
        yield timed("mkdocs", others.mkdocs(project), lambda: None)


def _forgetting(project: Path) -> Callable[[], None]:
    return lambda: others.put_aside(project, [project / name for name in ("site", ".cache")])


def _changing(project: Path) -> Callable[[], None]:
    """Change one record, each time anew."""
    record = sorted((project / "data" / "organisations").rglob("*.yml"))[0]

    def change() -> None:
        text = record.read_text(encoding="utf-8")
        kept = [line for line in text.splitlines() if not line.startswith("also_known_as")]
        kept.append(f"also_known_as: [Name {time.time_ns()}]")
        record.write_text("\n".join(kept) + "\n", encoding="utf-8")

    return change


def _run(
    arguments: list[str], folder: Path, env: dict[str, str], before: Callable[[], None]
) -> tuple[float, float, float]:
    """Seconds, work (CPU seconds) and greatest memory (MB, shared counted once) of a command."""
    before()
    start, before_it = time.perf_counter(), os.times()
    process = Popen(
        arguments, cwd=folder, env=os.environ | env, stdout=DEVNULL, start_new_session=True
    )
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watcher.start()
    if process.wait():
        raise RuntimeError(f"failed: {' '.join(arguments)}")
    seconds, after = time.perf_counter() - start, os.times()
    watcher.join()
    user = after.children_user - before_it.children_user
    return seconds, user + after.children_system - before_it.children_system, peak[0]


def _watch(process: Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_memory(pid) for pid in _group(process.pid)))
        time.sleep(0.3)  # asking holds up what is asked


def _group(leader: int) -> list[str]:
    found = run(
        ["ps", "-o", "pid=", "-g", str(leader)], capture_output=True, text=True, check=False
    )
    return found.stdout.split()


def _memory(pid: str) -> float:
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            line = next(line for line in file if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0.0
    return int(line.split()[1]) / 1024


def rows(found: list[Measured], lang: str) -> Iterator[str]:
    """The table of a page: what, then for each size the seconds, ratio to our own, memory."""
    phrases = words("performance", lang)
    own = {(it.name, it.size): it.work for it in found}
    head = [phrases[name] for name in ("what", "records", "seconds", "work", "ratio", "memory")]
    yield f"| {' | '.join(head)} |"
    yield "|---|--:|--:|--:|--:|--:|"
    for it in found:
        to = own.get((_beside(it.name), it.size))
        ratio = number(round(it.work / to, 2), lang) if to else ""
        cells = [
            phrases[it.name],
            number(it.size, lang),
            number(round(it.seconds, 1), lang),
            number(round(it.work, 1), lang),
            ratio,
            number(round(it.memory), lang),
        ]
        yield f"| {' | '.join(cells)} |"


def _beside(name: str) -> str:
    """What a measurement is compared with: our own cold build of the same."""
    return "all-cold" if name in ("all-same", "all-one", "hugo-pagefind") else "pages-cold"


def _into_page(home: Path, lang: str, table: str) -> None:
    """Put the table between its marks in the page of a language."""
    first = next(iter(LANGUAGES))
    name = "performance.md" if lang == first else f"performance.{lang}.md"
    page = home / "docs" / "about" / name
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", encoding="utf-8")


def _into_history(home: Path, found: list[Measured]) -> None:
    """Add the measurements to the history, which keeps the last ones only."""
    path = home / "docs" / "about" / HISTORY
    kept = path.read_text(encoding="utf-8").splitlines()[1:] if path.exists() else []
    day = time.strftime("%Y-%m-%d")
    new = [
        f"{day},{it.name},{it.size},{it.seconds:.2f},{it.work:.2f},{it.memory:.0f}" for it in found
    ]
    lines = ["day,what,records,seconds,work,memory", *(kept + new)[-HISTORY_KEPT:]]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
