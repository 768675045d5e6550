"""The real register with its tables, and the same files as plain data."""

from __future__ import annotations

import pytest

from macros.checks import check
from macros.publication import publish
from macros.register import load
from macros.tables import Tables, tables

from . import recount
from .conftest import ROOT
from .recount import Raw

DATA = ROOT / "data"
COUNTRIES = [None, *sorted(path.stem for path in (DATA / "countries").glob("*.yml"))]


@pytest.fixture(scope="module")
def whole() -> Tables:
    """The tables of the real register, on the day of the test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        register = load(str(ROOT))
    problems = [it for it in check(register) if not it.is_error]
    return tables(publish(register, problems))


@pytest.fixture(scope="module")
def raw(whole: Tables) -> Raw:
    """The same records, read without the project's code."""
    return recount.load(DATA, whole.public.today.isoformat())
