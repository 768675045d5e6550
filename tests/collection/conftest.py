"""The tiny register with the questionnaire that is really asked, and its vocabularies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from macros.collection.form import Form, only_form
from macros.register import Register, load
from tests.conftest import ROOT


@pytest.fixture
def asking(home: Path) -> Path:
    """A register that asks the real questions."""
    for name in ("vocabularies", "questionnaire"):
        shutil.copytree(ROOT / "data" / name, home / "data" / name, dirs_exist_ok=True)
    return home


@pytest.fixture
def form(asking: Path) -> Form:
    return only_form(load(str(asking)))


@pytest.fixture
def register_asked(asking: Path) -> Register:
    return load(str(asking))
