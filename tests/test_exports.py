"""What the exports hold, and what they must never hold."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from openpyxl import load_workbook

from macros.exports import FORMATS, export
from macros.exports.cells import is_formula_like, neutral
from macros.exports.sqlite import VIEW_NAMES
from macros.model import KINDS
from macros.register import load
from macros.words import words

from .conftest import DATA
from .exported import Exported, contents, export_of, exported
from .samples import Sample, marker
from .test_publication import CONTACT, EXPOSURES, NAME_ONLY, PLACE

__all__ = ["exported"]

RECORD = """\
names: {{en: MARK name {slug}}}
also_known_as: [MARK alias {slug}]
acronym: MARKACRONYM{slug}
city: {{en: MARK city {slug}}}
website: https://mark-website-{slug}.example.org
contact: {{phone: "+20 2 999 {number}", email: mark-email-{slug}@example.org}}
status:
  - {{value: active, source: s1, note: {{en: MARK status {slug}}}}}
themes: [victim-support]
services: [shelter]
activities: [{{en: MARK activity {slug}}}]
sponsors: [{{name: MARK sponsor {slug}, source: s1}}]
projects: [{{title: {{en: MARK project {slug}}}, source: s1}}]
sources:
  s1: {{kind: website, title: MARK source {slug}, url: "https://mark-source-{slug}.example.org"}}
collection: {{stage: documented, last_verified: 2025-12-01}}
publication: {publication}
notes: MARK notes {slug}
"""
PUBLICATIONS = {
    "open": "{exposure: full}",
    "quiet": "{exposure: no-contact}",
    "regional": "{exposure: region-only}",
    "named": "{exposure: name-only}",
    "gone": "{exposure: withheld}",
    "refused": "{consent: withheld}",
    "lapsed": "{consent: granted, consent_date: 2020-01-01, consent_expires: 2021-01-01}",
}
NOTES = {"MARK notes"}
CONTACTS = NOTES | {"mark-website", "mark-email", "+20 2 999", "mark-source"}
PLACES = CONTACTS | {"MARK city"}
NAMED = PLACES | {
    "MARK alias", "MARK status", "MARK activity", "MARK sponsor", "MARK project", "MARK source",
}  # fmt: skip
HIDDEN = {"open": NOTES, "quiet": CONTACTS, "regional": PLACES, "named": NAMED}
EVERYTHING = NAMED | {"MARK name", "MARKACRONYM"}


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Everything in the exports of a register with marked records, in small letters."""
    home = tmp_path_factory.mktemp("marked")
    shutil.copytree(DATA, home / "data")
    for number, (slug, publication) in enumerate(PUBLICATIONS.items(), 1000):
        text = RECORD.format(slug=slug, number=number, publication=publication)
        (home / f"data/organisations/xa/marked-{slug}.yml").write_text(text, encoding="utf-8")
    made = export_of(home, tmp_path_factory.mktemp("marks"))
    assert {f"xa-marked-{slug}" for slug in HIDDEN} <= set(made.public.organisations)
    found = [content.decode("utf-8", "replace") for _, content in contents(made.folder)]
    return "\n".join(found).lower()


@pytest.mark.parametrize("slug", PUBLICATIONS)
def test_what_is_withheld_is_in_no_export(marked: str, slug: str) -> None:
    number = 1000 + list(PUBLICATIONS).index(slug)
    for mark in HIDDEN.get(slug, EVERYTHING):
        ending = {"+20 2 999": f" {number}", "MARKACRONYM": slug}.get(mark, "")
        joint = "" if ending else ("-" if mark.startswith("mark-") else " ")
        wanted = mark + (ending or joint + slug)
        assert wanted.lower() not in marked, wanted


def test_marks_that_may_be_shown_are_found(marked: str) -> None:
    for mark in EVERYTHING - NOTES - {"+20 2 999", "MARKACRONYM"}:
        joint = "-" if mark.startswith("mark-") else " "
        assert f"{mark}{joint}open".lower() in marked, mark
    assert "+20 2 999 1000" in marked


def test_withheld_organisation_is_not_even_counted(marked: str, exported: Exported) -> None:
    for slug in ("gone", "refused", "lapsed"):
        assert f"marked-{slug}" not in marked
    assert exported.ask("SELECT count(*) FROM organisations") == [
        (len(exported.public.organisations),)
    ]
    assert "xa-exposure-withheld" not in "".join(map(str, exported.rows("mechanism_participants")))


def test_database_has_every_row_of_every_table(exported: Exported) -> None:
    for table in exported.tables:
        found = exported.ask(f'SELECT * FROM "{table.name}" ORDER BY rowid')
        assert [tuple(row) for row in found] == exported.rows(table.name), table.name


def test_database_is_whole_and_its_references_are_kept(exported: Exported) -> None:
    assert exported.ask("PRAGMA integrity_check") == [("ok",)]
    assert exported.ask("PRAGMA foreign_key_check") == []
    declared = exported.ask("SELECT count(*) FROM pragma_foreign_key_list('organisations')")
    assert declared[0][0] >= 8
    for table in exported.tables:
        keys = exported.ask(
            f"SELECT name FROM pragma_table_info('{table.name}') WHERE pk ORDER BY pk"
        )
        assert tuple(key for (key,) in keys) == table.key


def test_database_refuses_a_reference_that_leads_nowhere(
    exported: Exported, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.sqlite"
    shutil.copy(exported.downloads / "register.sqlite", copy)
    database = sqlite3.connect(copy)
    database.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError):
        database.execute("INSERT INTO organisation_themes VALUES ('xa-nowhere', 'drugs', 1)")


def test_views_answer_and_are_explained(exported: Exported) -> None:
    present = {name for (name,) in exported.ask("SELECT name FROM sqlite_master WHERE type='view'")}
    assert present == {*VIEW_NAMES, "terms"}
    for name in present:
        exported.ask(f'SELECT * FROM "{name}"')
        assert words("database", "fr")[f"view.{name}"]


def test_closed_organisation_is_not_offered_for_help(
    home: Path, write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    for status in ("merged", "suspended"):
        text = (DATA / "organisations/xa/lantern-union.yml").read_text("utf-8")
        text = text.replace("value: active", f"value: {status}") + "services: [shelter]\n"
        write(f"organisations/xa/was-{status}.yml", text)
    made = export_of(home, tmp_path / "out")
    offered = dict(made.ask("SELECT organisation, status_latest FROM who_can_help"))
    assert "xa-was-merged" not in offered
    assert offered["xa-was-suspended"] == "suspended"


def test_gap_is_a_region_and_theme_without_any_organisation(exported: Exported) -> None:
    gaps = set(exported.ask("SELECT region, theme FROM coverage_gaps"))
    assert ("XA-N", "victim-support") not in gaps
    assert ("XA-N", "drugs") in gaps


def test_metadata_states_licence_date_version_and_counts(exported: Exported) -> None:
    found = dict(exported.ask("SELECT name, value FROM metadata"))
    assert found["licence"] == "CC-BY-4.0"
    assert found["date"] == "2026-01-15"
    assert found["version"]
    assert int(found["n_organisations"]) == len(exported.public.organisations)


def test_dictionary_in_the_database_has_every_column(exported: Exported) -> None:
    found = set(exported.ask("SELECT table_name, column_name FROM data_dictionary"))
    assert found == {(table.name, it.name) for table in exported.tables for it in table.columns}


@pytest.mark.parametrize(
    "spelling", ["مركز الفنار", "فنار", "الفنار", "lantern", "Lanterne", "LANTERN", "port-lanterne"]
)
def test_search_finds_a_name_in_any_spelling(exported: Exported, spelling: str) -> None:
    question = "SELECT record FROM search WHERE search MATCH ?"
    found = {record for (record,) in exported.ask(question, f'"{spelling}"')}
    assert "organisations/xa-lantern-centre" in found


@pytest.mark.parametrize("spelling", ["المرأة", "المراة", "المرأه", "المراه", "مرأة", "مراه"])
def test_search_folds_arabic_letters(
    home: Path, write: Callable[[str, str], Path], tmp_path: Path, spelling: str
) -> None:
    text = (DATA / "organisations/xa/lantern-union.yml").read_text("utf-8")
    names = "names: {en: Women, ar: اتحاد للمرأة, fr: Femmes}"
    write("organisations/xa/women.yml", text.replace(text.splitlines()[1], names))
    made = export_of(home, tmp_path / "out")
    question = "SELECT record FROM search WHERE search MATCH ?"
    assert ("organisations/xa-women",) in made.ask(question, spelling)


def test_search_keeps_vowel_marks_inside_a_word(
    home: Path, write: Callable[[str, str], Path], tmp_path: Path
) -> None:
    text = (DATA / "organisations/xa/lantern-union.yml").read_text("utf-8")
    names = "names: {en: Gathered, ar: جُمِعت, fr: Réunis}"
    write("organisations/xa/marks.yml", text.replace(text.splitlines()[1], names))
    made = export_of(home, tmp_path / "out")
    question = "SELECT record FROM search WHERE search MATCH ?"
    for spelling in ("جمعت", "جُمِعت"):
        assert ("organisations/xa-marks",) in made.ask(question, spelling)
    assert made.ask(question, "معت") == []
    assert made.ask(question, "reunis") == [("organisations/xa-marks",)]


def test_csv_has_the_rows_of_its_table(exported: Exported) -> None:
    for table in exported.tables:
        with open(exported.downloads / f"{table.name}.csv", encoding="utf-8", newline="") as file:
            head, *found = csv.reader(file)
        assert head == [column.name for column in table.columns]
        assert found == [[neutral(cell) for cell in row] for row in exported.rows(table.name)]


def test_csv_for_excel_differs_in_form_only(exported: Exported) -> None:
    for table in exported.tables:
        content = (exported.downloads / "excel" / f"{table.name}.csv").read_bytes()
        assert content.startswith(b"\xff\xfe")
        found = list(csv.reader(content.decode("utf-16").splitlines(True), delimiter="\t"))
        plain = (exported.downloads / f"{table.name}.csv").read_text("utf-8")
        assert found == list(csv.reader(plain.splitlines(True)))


@pytest.mark.parametrize(
    "text", ["=1+1", "+20 2 1234", "-1", "@sum", "\t=1", "\r=1", "\n=1", "＝1"]
)
def test_text_like_a_formula_is_made_harmless(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize(("cell", "text"), [(-3, "-3"), (True, "true"), (None, ""), ("a=b", "a=b")])
def test_other_cells_stay_as_they_are(cell: Any, text: str) -> None:
    assert neutral(cell) == text


def test_telephone_number_is_neutral_in_sheets_and_whole_elsewhere(exported: Exported) -> None:
    number = "+20 2 1234 5678"
    plain = (exported.downloads / "organisations.csv").read_text("utf-8")
    assert f",'{number}," in plain
    asked = exported.ask("SELECT contact_phone FROM organisations WHERE contact_phone = ?", number)
    assert asked == [(number,)]
    sheet = load_workbook(exported.downloads / "register.xlsx")["organisations"]
    cell = next(it for row in sheet.iter_rows() for it in row if it.value == number)
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_workbook_has_no_formula_and_every_row(exported: Exported) -> None:
    book = load_workbook(exported.downloads / "register.xlsx")
    for table in exported.tables:
        head, *found = book[table.name].values
        assert list(head) == [column.name for column in table.columns]
        assert found == exported.rows(table.name), table.name
        for row in book[table.name].iter_rows(min_row=2):
            for cell in row:
                assert cell.data_type != "f" and cell.hyperlink is None
                assert cell.quotePrefix == is_formula_like(cell.value)


def test_workbook_opens_with_contents_and_dictionary(exported: Exported) -> None:
    book = load_workbook(exported.downloads / "register.xlsx")
    contents_, dictionary = book.worksheets[:2]
    named = {row[0] for row in contents_.values}
    assert {table.name for table in exported.tables} | {"licence", "date", "version"} <= named
    columns = {(row[0], row[1]) for row in dictionary.values}
    assert {(it.name, column.name) for it in exported.tables for column in it.columns} <= columns
    assert all(len(sheet.title) <= 31 for sheet in book.worksheets)


def test_zip_holds_the_csv_files_and_their_description(exported: Exported) -> None:
    with zipfile.ZipFile(exported.downloads / "register-csv.zip") as archive:
        names = {f"{table.name}.csv" for table in exported.tables} | {"datapackage.json"}
        assert set(archive.namelist()) == names
        for name in names:
            assert archive.read(name) == (exported.downloads / name).read_bytes()


@pytest.mark.parametrize("kind", ["organisations", "countries", "vocabularies", "legislation"])
def test_every_record_of_the_api_is_as_its_schema_says(exported: Exported, kind: str) -> None:
    api = exported.folder / "api" / "v1"
    schema = json.loads((api / "schema" / f"{kind}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    paths = sorted((api / kind).glob("*.json"))
    assert [path.stem for path in paths] == sorted(exported.public.of(kind))
    for path in paths:
        found = json.loads(path.read_text("utf-8"))
        assert list(validator.iter_errors(found)) == []
        entry = exported.public.of(kind)[path.stem]
        assert KINDS[kind].model_validate(found["record"]) == entry.record


def test_schema_of_the_api_refuses_a_term_that_is_none(exported: Exported) -> None:
    api = exported.folder / "api" / "v1"
    schema = json.loads((api / "schema/organisations.json").read_text("utf-8"))
    whole = json.loads((api / "organisations/xa-lantern-centre.json").read_text("utf-8"))
    validator = Draft202012Validator(schema)
    for field, value in {
        "themes": ["unheard-of"], "names": {"xx": "Name"}, "website": "ftp://lantern.example.org",
        "legal_form": "club", "unknown": "field",
    }.items():  # fmt: skip
        broken = whole | {"record": whole["record"] | {field: value}}
        assert list(validator.iter_errors(broken)), field


def test_schema_of_the_api_explains_every_field(exported: Exported) -> None:
    schema = json.loads((exported.folder / "api/v1/schema/organisations.json").read_text("utf-8"))
    fields = schema["$defs"]["Organisation"]["properties"]
    assert [name for name, field in fields.items() if not field.get("description")] == []


def test_lists_of_the_api_lead_to_every_record(exported: Exported) -> None:
    api = exported.folder / "api" / "v1"
    index = json.loads((api / "index.json").read_text("utf-8"))
    for name in ("index", "list"):
        Draft202012Validator.check_schema(json.loads((api / f"schema/{name}.json").read_text()))
    index_schema = json.loads((api / "schema/index.json").read_text("utf-8"))
    Draft202012Validator(index_schema).validate(index)
    for listed in index["kinds"].values():
        found = json.loads((api / listed["url"]).read_text("utf-8"))
        Draft202012Validator(json.loads((api / found["schema_url"]).read_text("utf-8"))).validate(
            found
        )
        assert len(found["records"]) == found["count"] == listed["count"]
        for record in found["records"]:
            whole = api / record["url"]
            inner = json.loads(whole.read_text("utf-8"))["summary"]
            assert (whole.parent / inner["url"]).resolve() == whole.resolve()


def test_links_are_whole_where_the_site_is_known(home: Path, tmp_path: Path) -> None:
    made = export_of(home, tmp_path / "out", "https://dalil.example.org/here")
    path = made.folder / "api/v1/organisations/xa-lantern-centre.json"
    page = json.loads(path.read_text("utf-8"))["summary"]["page"]
    assert page == "https://dalil.example.org/here/organisations/xa-lantern-centre/"
    dcat = (made.downloads / "dcat.jsonld").read_text("utf-8")
    assert "https://dalil.example.org/here/downloads/register.sqlite" in dcat


def test_two_exports_are_the_same_to_the_byte(
    exported: Exported, home: Path, tmp_path: Path
) -> None:
    again = export_of(home, tmp_path / "again")
    assert len(again.files) == len(exported.files)
    for name, content in contents(exported.folder):
        if "!" not in name:
            assert (again.folder / name).read_bytes() == content, name


def test_files_are_listed_with_their_size_and_digest(exported: Exported) -> None:
    for file in exported.files:
        content = (exported.folder / file.path).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (file.size, file.sha256)


@pytest.mark.parametrize("name", FORMATS)
def test_format_can_be_made_alone(exported: Exported, tmp_path: Path, name: str) -> None:
    files = export(exported.public, exported.edition, str(tmp_path), [name])
    assert all((tmp_path / file.path).is_file() for file in files)
    assert files or name == "changes"  # no history here


def test_exposures_of_a_whole_record_hold_in_the_database(
    home: Path, write: Callable[[str, str], Path], tmp_path: Path, sample: dict[str, Any]
) -> None:
    for exposure in EXPOSURES:
        sample["publication"] = {"consent": "granted", "exposure": exposure}
        text = yaml.safe_dump(sample, allow_unicode=True)
        write(f"organisations/xa/sample-{exposure}.yml", text)
    made = export_of(home, tmp_path / "out")
    everything = dict(made.ask("SELECT record, texts || names FROM search_texts"))
    assert "organisations/xa-sample-withheld" not in everything
    for exposure, fields in {"no-contact": CONTACT, "region-only": CONTACT | PLACE}.items():
        for field in fields:
            assert marker((field,)) not in everything[f"organisations/xa-sample-{exposure}"]
    shown = everything["organisations/xa-sample-name-only"]
    assert marker(("activities",)) not in shown
    assert marker(("names",)) in shown and "names" in NAME_ONLY


@pytest.fixture
def sample(home: Path) -> dict[str, Any]:
    return Sample(load(str(home))).record("organisations")
