"""A terminal is told of long steps, a pipe is not."""

from __future__ import annotations

import sys

import pytest

from macros import progress


def test_terminal_sees_which_step_how_far_and_how_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(progress, "LONG", 0.0)
    with progress.step("pages", "fr"):
        progress.far("pages", 1500, 30000, "fr")
    told = capsys.readouterr().err.split("\r\x1b[K")
    assert told[1] == "Pages des fiches …"
    assert told[2] == "Pages des fiches: 1\u202f500 sur 30\u202f000"
    assert told[3].startswith("Pages des fiches: 0") and told[3].endswith(" s\n")


def test_pipe_is_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.step("pages"):
        progress.far("pages", 1, 2)
    assert capsys.readouterr() == ("", "")
