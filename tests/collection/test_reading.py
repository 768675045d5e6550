"""What reading answers takes, what it leaves, and what it never does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from macros.changes import write_all
from macros.collection.form import Form
from macros.collection.reading import Reading, read_answers
from macros.collection.summary import summary
from macros.register import load
from macros.text import LANGUAGES
from scripts.dalil import app

from . import exports

ABOUT = {
    "interview_date": "2026-01-10", "source_kind": "interview", "mode": "by-phone",
    "roles": ["director"], "language": "en", "country": "xa", "agrees": "yes",
    "consent_publish": "granted",
}  # fmt: skip
ON_FILE = "xa-lantern-centre"
Read = Callable[..., Reading]


@pytest.fixture
def read(form: Form, asking: Path, tmp_path: Path) -> Read:
    """Read one form of the organisation on file, with these answers."""

    def read_(**answers: Any) -> Reading:
        given = ABOUT | {"record": ON_FILE} | answers
        given = {name: answer for name, answer in given.items() if answer is not None}
        path = exports.save(tmp_path / "export.xlsx", exports.kobo(form, [given]))
        return read_answers(load(str(asking)), [path])

    return read_


def text(reading: Reading) -> str:
    return "".join(reading.trees.texts().values())


def results(reading: Reading) -> dict[str, str]:
    return {it.field: it.result for update in reading.updates for it in update.changes}


def test_new_claim_stands_beside_the_old_one_with_its_own_source(read: Read) -> None:
    made = text(read(founded=1997, staff=20))
    assert "value: 1998" in made and "{value: 1997, event: founded, source: i1}" in made
    assert "{value: 12, as_of: 2023, source: s1}" in made
    assert "{value: 20, as_of: 2026-01-10, source: i1}" in made


def test_contradicting_value_is_listed_and_not_written(read: Read) -> None:
    reading = read(website="https://other.example.org", city="Another Port")
    assert results(reading)["website"] == results(reading)["city.en"] == "conflict"
    made = text(reading)
    assert "other.example.org" not in made and "Another Port" not in made
    assert {it.detail for it in reading.ledger.of("conflict")} == {"website", "city"}


def test_comments_and_untouched_lines_stay_as_typed(read: Read, asking: Path) -> None:
    before = (asking / "data/organisations/xa/lantern-centre.yml").read_text("utf-8")
    after = text(read(volunteers=41))
    lost = [line for line in before.splitlines() if line not in after.splitlines()]
    assert lost == [line for line in lost if line.startswith(("collection:", "publication:"))]


def test_interview_advances_the_stage_and_never_takes_it_back(read: Read, asking: Path) -> None:
    made = text(read(source_kind="questionnaire", interview_date="2026-01-12"))
    assert "collection: {stage: interviewed, last_verified: 2026-01-12" in made


def test_without_agreement_nothing_is_read(read: Read) -> None:
    for agrees in ("no", None):
        reading = read(agrees=agrees, staff=20, consent_publish="withheld")
        assert reading.updates[0].refused == "no-agreement"
        assert reading.trees.texts() == {}


def test_without_consent_no_answer_enters_but_the_wish_does(read: Read) -> None:
    reading = read(consent_publish="withheld", staff=77, activities="secret work")
    made = text(reading)
    assert "consent: withheld" in made
    assert "77" not in made and "secret" not in made and "i1" not in made


def test_consent_that_was_never_asked_is_no_consent(read: Read) -> None:
    reading = read(consent_publish=None, staff=77)
    assert reading.updates[0].refused == "no-consent" and "77" not in text(reading)


def test_exposure_is_narrowed_at_once_and_widened_by_a_person(read: Read, asking: Path) -> None:
    reading = read(exposure="region-only")
    assert "exposure: region-only" in text(reading)
    write_all(str(asking), reading.trees.texts())
    again = read(exposure="full")
    assert results(again)["publication.exposure"] == "conflict"
    assert "exposure: region-only" in text(again)


def test_partner_needs_no_consent_and_confirms_nothing(read: Read) -> None:
    reading = read(source_kind="partner", consent_publish=None, staff=33)
    made = text(reading)
    assert "{value: 33, as_of: 2026-01-10, source: p1}" in made
    assert "last_verified: 2025-11-02" in made and "kind: partner" in made


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("Ask for it at someone@mail.example", "private-contact"),
        ("Call 0100 123 4567", "private-contact"),
        ("اتصلوا على ٠١٠٠١٢٣٤٥٦٧", "private-contact"),
        ("Founded by Dr. Adams", "may-name-person"),
        ("Dirigée par Mme Durand", "may-name-person"),
        ("أسسها الأستاذ سمير", "may-name-person"),
    ],
)
def test_private_words_are_reported_by_place_and_not_repeated(
    read: Read, register_asked: Any, answer: str, reason: str
) -> None:
    reading = read(region_note=answer, language="ar" if "ا" in answer else "fr")
    assert [it.reason for it in reading.ledger.of("unusable")] == [reason]
    shown = summary("read_title", reading.updates, reading.ledger, register_asked, "en")
    assert answer not in text(reading) and answer not in shown
    assert f"| {reading.ledger.of('unusable')[0].cell.place} |" in shown


def test_who_sent_the_form_is_never_read(read: Read, register_asked: Any) -> None:
    reading = read(staff=20)
    for lang in LANGUAGES:
        shown = summary("read_title", reading.updates, reading.ledger, register_asked, lang)
        assert "fatima" not in shown and "ee:1" not in shown
    assert "fatima" not in text(reading)


@pytest.mark.parametrize(
    ("name", "answer", "reason"),
    [
        ("staff", "about twelve", "not-a-number"),
        ("founded", "31/02/2001", "not-a-date"),
        ("themes", "victim-suport", "unknown-choice"),
        ("website", "not an address", "bad-url"),
        ("email", "nowhere", "bad-email"),
        ("public_utility", "perhaps", "not-yes-or-no"),
        ("region", "XB-1", "unknown-choice"),
    ],
)
def test_cell_that_cannot_be_used_is_named_with_its_reason(
    read: Read, name: str, answer: str, reason: str
) -> None:
    reading = read(**{name: answer})
    found = reading.ledger.of("unusable")
    assert [(it.cell.sheet, it.cell.row, it.reason) for it in found] == [("main", 2, reason)]
    assert answer not in text(reading)


def test_incomplete_item_is_reported_whole(read: Read) -> None:
    reading = read(projects=[{"project_summary": "No title", "project_start": 2020}])
    assert {it.reason for it in reading.ledger.of("unusable")} == {"incomplete-item"}


def test_unknown_column_is_not_passed_over(form: Form, asking: Path, tmp_path: Path) -> None:
    sheets = exports.kobo(form, [ABOUT | {"record": ON_FILE}])
    sheets["main"][0].append("Favourite colour")
    sheets["main"][1].append("blue")
    path = exports.save(tmp_path / "x.xlsx", sheets)
    reading = read_answers(load(str(asking)), [path])
    assert [it.reason for it in reading.ledger.of("unusable")] == ["unknown-column"]


def test_item_without_its_form_is_reported(form: Form, asking: Path, tmp_path: Path) -> None:
    project = {"project_title": "A project"}
    two = [ABOUT | {"record": ON_FILE, "projects": [project]}, ABOUT]
    sheets = exports.kobo(form, two)
    sheets["projects"][1][-1] = 99
    reading = read_answers(load(str(asking)), [exports.save(tmp_path / "x.xlsx", sheets)])
    assert "belongs-to-no-row" in {it.reason for it in reading.ledger.of("unusable")}


def test_every_cell_has_exactly_one_outcome(form: Form, asking: Path, tmp_path: Path) -> None:
    sheets = exports.kobo(form, [exports.filled(form), ABOUT, {"staff": 3}])
    filled = sum(cell not in (None, "") for rows in sheets.values() for row in rows for cell in row)
    reading = read_answers(load(str(asking)), [exports.save(tmp_path / "x.xlsx", sheets)])
    assert sum(reading.ledger.counts().values()) == filled
    assert "not-read" not in {it.reason for it in reading.ledger.outcomes.values()}


def test_answers_that_would_make_a_faulty_record_are_refused_whole(read: Read) -> None:
    reading = read(record=None, name_en="New House")  # no themes
    assert reading.updates[0].refused == "record-invalid"
    assert reading.trees.texts() == {}


@pytest.fixture
def run(asking: Path) -> Callable[..., Result]:
    return lambda *args: CliRunner().invoke(
        app, ["questionnaire", "read", *args, "--root", str(asking)]
    )


def test_command_writes_only_when_told(
    form: Form, asking: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    path = exports.save(
        tmp_path / "x.xlsx", exports.kobo(form, [ABOUT | {"record": ON_FILE, "staff": 20}])
    )
    before = {it: it.read_bytes() for it in (asking / "data").rglob("*.yml")}
    dry = run(str(path))
    assert dry.exit_code == 0, dry.output
    assert {it: it.read_bytes() for it in (asking / "data").rglob("*.yml")} == before
    done = run(str(path), "--write")
    assert done.exit_code == 0 and "data/organisations/xa/lantern-centre.yml" in done.output


def test_export_inside_the_records_is_refused(
    form: Form, asking: Path, run: Callable[..., Result]
) -> None:
    path = exports.save(asking / "data" / "x.xlsx", exports.kobo(form, [ABOUT]))
    done = run(str(path))
    assert done.exit_code == 2 and "personal" in done.output


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04nonsense", b"\x00\xff" * 40])
def test_damaged_file_is_wrong_usage_and_no_traceback(
    content: bytes, tmp_path: Path, run: Callable[..., Result]
) -> None:
    for suffix in (".xlsx", ".zip", ".pdf"):
        path = tmp_path / f"bad{suffix}"
        path.write_bytes(content)
        done = run(str(path))
        assert done.exit_code == 2 and "Traceback" not in done.output
