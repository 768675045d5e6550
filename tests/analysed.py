"""The real register with its tables, and the same records as plain data, read in two ways."""

from __future__ import annotations

import pytest

from macros.checks import check
from macros.exports import edition, export
from macros.publication import publish
from macros.register import load
from macros.tables import Tables, tables

from . import recount, recount_database
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


@pytest.fixture(scope="module", params=["files", "database"])
def raw(
    request: pytest.FixtureRequest, whole: Tables, tmp_path_factory: pytest.TempPathFactory
) -> Raw:
    """The same records, read from the files and from the exported database."""
    day = whole.public.today.isoformat()
    files = recount.load(DATA, day)
    if request.param == "files":
        return files
    folder = tmp_path_factory.mktemp("exported")
    export(whole.public, edition(whole.public, str(ROOT)), str(folder), ["sqlite"])
    return recount_database.load(folder / "downloads" / "register.sqlite", files.assessment, day)
