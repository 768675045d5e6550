"""Other programs read the downloads as they are: validators, databases, catalogues."""

from __future__ import annotations

import json
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import duckdb_extension_sqlite_scanner
import frictionless
import pytest
from rdflib import Graph, Namespace
from rdflib.namespace import DCTERMS, RDF

from macros.checks import check
from macros.exports import edition, export
from macros.publication import publish
from macros.register import load
from macros.text import LANGUAGES

from .conftest import ROOT
from .exported import Exported, exported

__all__ = ["exported"]

DCAT = Namespace("http://www.w3.org/ns/dcat#")
SPDX = Namespace("http://spdx.org/rdf/terms#")
PAGES = [ROOT / "docs" / name for name in ("downloads.md", "downloads.ar.md", "downloads.fr.md")]


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The database of this project's own register."""
    register = load(str(ROOT))
    public = publish(register, [it for it in check(register) if not it.is_error])
    folder = tmp_path_factory.mktemp("real")
    export(public, edition(public, str(ROOT)), str(folder), ["sqlite", "csv"])
    return folder / "downloads"


def questions(page: Path) -> list[str]:
    return re.findall(r"```sql\n(.*?)```", page.read_text("utf-8"), re.S)


def test_data_package_is_valid(exported: Exported) -> None:
    report = frictionless.validate(str(exported.downloads / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []
    assert len(report.tasks) == len(exported.tables)
    assert sum(task.stats.get("rows", 0) for task in report.tasks) == sum(
        len(exported.rows(table.name)) for table in exported.tables
    )


def test_data_package_of_the_real_register_is_valid(real: Path) -> None:
    report = frictionless.validate(str(real / "datapackage.json"))
    assert report.flatten(["title", "message"]) == []


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("organisation_themes", "victim-support", "unheard-of"),
        ("founding_claims", "1998", "in 1998"),
        ("organisations", "xa-lantern-centre", "xa-lantern-union"),
    ],
)
def test_data_package_says_what_rows_must_be(
    exported: Exported, tmp_path: Path, table: str, old: str, new: str
) -> None:
    """Faults put into the files are found by what the package says of them."""
    for path in exported.downloads.iterdir():
        if path.is_file() and path.suffix in (".csv", ".json"):
            (tmp_path / path.name).write_bytes(path.read_bytes())
    package = json.loads((tmp_path / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        del resource["bytes"], resource["hash"]
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    text = (tmp_path / f"{table}.csv").read_text("utf-8")
    assert old in text
    (tmp_path / f"{table}.csv").write_text(text.replace(old, new, 1), encoding="utf-8")
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert not report.valid


def test_data_package_states_its_version_of_the_standard(exported: Exported) -> None:
    package = json.loads((exported.downloads / "datapackage.json").read_text("utf-8"))
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["records"] == exported.edition.n_records
    for resource in package["resources"]:
        content = (exported.downloads / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert set(resource["descriptions"]) == set(LANGUAGES)


def test_datasette_reads_every_table(exported: Exported) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "datasette", "inspect", str(exported.downloads / "register.sqlite")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    counts = json.loads(done.stdout)["register"]["tables"]
    for table in exported.tables:
        assert counts[table.name]["count"] == len(exported.rows(table.name))


def test_duckdb_reads_the_database(exported: Exported) -> None:
    extension = next(
        Path(duckdb_extension_sqlite_scanner.__file__).parent.rglob("*.duckdb_extension")
    )
    database = duckdb.connect()
    database.execute(f"LOAD '{extension}'")
    database.execute(
        f"ATTACH '{exported.downloads / 'register.sqlite'}' AS r (TYPE sqlite, READ_ONLY)"
    )
    for table in exported.tables:
        found = database.execute(f'SELECT count(*) FROM r."{table.name}"').fetchone()
        assert found == (len(exported.rows(table.name)),), table.name
    joined = database.execute(
        "SELECT t.label_fr FROM r.organisation_themes o JOIN r.themes t ON t.term = o.theme"
        " WHERE o.organisation = 'xa-lantern-centre' ORDER BY o.position"
    ).fetchall()
    assert len(joined) == 2


def test_duckdb_reads_parquet_and_csv_alike(exported: Exported) -> None:
    database = duckdb.connect()
    for table in exported.tables:
        parquet = f"'{exported.downloads}/parquet/{table.name}.parquet'"
        found = database.execute(f"SELECT * FROM {parquet}").fetchall()
        assert found == exported.rows(table.name), table.name
        text = (
            f"read_csv('{exported.downloads}/{table.name}.csv', all_varchar = true, header = true)"
        )
        assert len(database.execute(f"SELECT * FROM {text}").fetchall()) == len(found)


def test_catalogue_names_every_file(exported: Exported) -> None:
    path = exported.downloads / "dcat.jsonld"
    graph = Graph().parse(
        path, format="json-ld", publicID="https://here.example.org/downloads/dcat.jsonld"
    )
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    assert {title.language for title in graph.objects(dataset, DCTERMS.title)} == set(LANGUAGES)
    files = {file.path: file for file in exported.files if file.format != "dcat"}
    found = {}
    for distribution in graph.objects(dataset, DCAT.distribution):
        address = str(graph.value(distribution, DCAT.downloadURL))
        found[address.removeprefix("https://here.example.org/")] = distribution
        assert graph.value(distribution, DCTERMS.license)
    assert set(found) == set(files)
    for name, distribution in found.items():
        assert int(graph.value(distribution, DCAT.byteSize)) == files[name].size
        checksum = graph.value(distribution, SPDX.checksum)
        digest = graph.value(checksum, SPDX.checksumValue)
        assert digest is not None and digest.lower() == files[name].sha256


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_questions_on_the_page_have_answers(real: Path, page: Path) -> None:
    database = sqlite3.connect(f"file:{real / 'register.sqlite'}?mode=ro", uri=True)
    asked = questions(page)
    assert len(asked) >= 6
    for question in asked:
        assert database.execute(question).fetchall(), question


def test_questions_are_the_same_in_every_language() -> None:
    first, *others = [questions(page) for page in PAGES]
    assert all(other == first for other in others)
