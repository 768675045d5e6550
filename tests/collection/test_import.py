"""Listings: messy spreadsheets become records, with every cell accounted for."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from typer.testing import CliRunner, Result

from macros.collection.ledger import Ledger
from macros.collection.listing import Listing
from macros.collection.listing_map import field_of, guessed, map_text, read_map
from macros.collection.sheets import decoded, read, separator_of
from macros.collection.trees import Trees
from macros.model.listing import ListingMap
from macros.register import Register, load
from scripts.dalil import app

HEADS = [
    "No.", "Name", "اسم الجمعية", "Region", "Year founded", "Date of registration",
    "Fields of work", "Number of members", "Web site", "Contact person", "Donors", "Town",
]  # fmt: skip
WORDS = [
    "Amber", "Birch", "Cedar", "Dune", "Ember", "Fern", "Grove", "Heron",
    "Iris", "Juniper", "Kestrel", "Larch", "Maple", "Nettle", "Olive", "Poplar",
    "Quarry", "Rowan", "Spruce", "Thistle", "Umber", "Violet", "Willow", "Yarrow",
    "Zephyr",
]  # fmt: skip
YEARS = [1990, "1994", 36526, "١٩٩٧", "12/03/2004", "juin 2004", "long ago"]
ROWS = 500


def name(number: int) -> str:
    first, second = divmod(number, len(WORDS))
    return f"{WORDS[first % len(WORDS)]}{WORDS[second].lower()} Friends {WORDS[(number * 7) % 25]}"


def messy() -> openpyxl.Workbook:
    """Five hundred rows as they come: merged cells, digits of two kinds, dates as numbers, gaps."""
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = "List"
    page.append(["Ministry of Harbours, list of societies"])
    page.append([])
    page.append(HEADS)
    for n in range(ROWS):
        page.append([
            n + 1,
            name(n) if n % 50 else None,
            None if n % 3 else f"جمعية رقمها {WORDS.index(WORDS[n % 25])} أصدقاء {n}",
            ["North", "الجنوب", "XA-S", "Atlantis"][n % 4],
            YEARS[n % 7] if n % 7 else 1990 + n % 30,
            datetime.date(2001, 2, 3) if n % 2 else "3 شباط 2001",
            ["drugs", "Drugs; trafficking", "Victim support، Drugs", "gardening"][n % 4],
            ["1 250", "1,250", "١٢٥٠", "many"][n % 4],
            ["www.example.org/a", "https://b.example.org", None][n % 3],
            "A. Person",
            "Harbour Fund; Port Trust" if n % 5 == 0 else None,
            "Port",
        ])  # fmt: skip
    page.merge_cells("L4:L13")
    book.create_sheet("Notes").append(["made by hand"])
    return book


@pytest.fixture
def listing(asking: Path, tmp_path: Path) -> Path:
    path = tmp_path / "listing.xlsx"
    messy().save(path)
    return path


def taken(register: Register, path: Path, **plan: Any) -> Listing:
    sheets = read(path)
    data = guessed(sheets, path.name, "xa") | plan
    made = Listing(register, ListingMap.model_validate(data), Ledger(), Trees(register))
    made.take(sheets)
    made.ledger.close(sheets)
    return made


def test_headings_are_guessed_in_three_languages(listing: Path) -> None:
    data = guessed(read(listing), "listing.xlsx", "xa")
    assert (data["sheet"], data["head"]) == ("List", 3)
    assert data["columns"] == dict(zip(HEADS, [
        "ignore", "names.en", "names.ar", "region", "founded.founded", "founded.registered",
        "themes", "members", "website", "ignore", "sponsors", "city",
    ], strict=True))  # fmt: skip
    assert [field_of(it) for it in ("Site web", "الموقع الإلكتروني", "Anne de creation")] == [
        "website", "website", "founded.founded",
    ]  # fmt: skip


def test_map_reads_back_as_it_was_written(listing: Path, tmp_path: Path) -> None:
    data = guessed(read(listing), "listing.xlsx", "xa")
    path = tmp_path / "map.yml"
    path.write_text(map_text(data), "utf-8")
    assert read_map(path) == ListingMap.model_validate(data)


def test_every_cell_of_five_hundred_messy_rows_is_accounted_for(
    listing: Path, register_asked: Register
) -> None:
    made = taken(register_asked, listing)
    book = openpyxl.load_workbook(listing)
    filled = sum(
        cell.value is not None for page in book for row in page.iter_rows() for cell in row
    )
    assert sum(made.ledger.counts().values()) == filled
    assert "not-read" not in {it.reason for it in made.ledger.outcomes.values()}
    new = [it for it in made.updates if it.is_new and not it.refused]
    assert len(made.updates) == ROWS and len(new) > 150
    assert len(made.trees.texts()) == len(new)


def test_reasons_of_unusable_cells_are_the_right_ones(
    listing: Path, register_asked: Register
) -> None:
    made = taken(register_asked, listing)
    page = openpyxl.load_workbook(listing)["List"]
    wrong = {"long ago": "not-a-date", "many": "not-a-number"}
    wrong |= dict.fromkeys(("Atlantis", "gardening"), "unknown-choice")
    for row in page.iter_rows(min_row=4):
        for cell in row:
            if cell.value in wrong:
                outcome = made.ledger.outcomes["List", cell.row, cell.column]
                assert (outcome.state, outcome.reason) == ("unusable", wrong[str(cell.value)])


def test_imported_records_are_faultless_and_say_where_they_come_from(
    listing: Path, register_asked: Register
) -> None:
    made = taken(register_asked, listing)
    assert made.trees.errors() == []
    text = next(it for it in made.trees.texts().values() if "sponsors" in it)
    assert "{name: Harbour Fund, source: s1}" in text and "title: listing.xlsx" in text
    assert "stage: listed" in text and "A. Person" not in "".join(made.trees.texts().values())


def test_row_that_may_be_on_file_is_held_back_until_decided(
    register_asked: Register, tmp_path: Path
) -> None:
    path = tmp_path / "two.csv"
    path.write_text("Name,Fields of work\nThe Lantern Center,drugs\nQuite Other,drugs\n", "utf-8")
    made = taken(register_asked, path)
    assert [it.refused for it in made.updates] == ["held-back", ""]
    decided = taken(register_asked, path, decisions={"two!2": "xa-lantern-centre"})
    assert [it.key for it in decided.updates] == ["xa-lantern-centre", "xa-quite-other"]
    anew = taken(register_asked, path, decisions={"two!2": "new"})
    assert anew.updates[0].key == "xa-lantern-center"


def test_row_that_comes_twice_is_held_back(register_asked: Register, tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    path.write_text("Name,Fields of work\nSpruce House,drugs\nSpruce  house,drugs\n", "utf-8")
    assert [it.refused for it in taken(register_asked, path).updates] == ["", "held-back"]


def test_listing_never_overwrites_a_record(register_asked: Register, tmp_path: Path) -> None:
    path = tmp_path / "key.csv"
    path.write_text("key,website,members\nxa-lantern-centre,https://new.example.org,99\n", "utf-8")
    made = taken(register_asked, path)
    text = made.trees.texts()["data/organisations/xa/lantern-centre.yml"]
    assert "https://lantern.example.org" in text and "new.example.org" not in text
    assert "{value: 120, as_of: 2023, source: s1}" in text and "{value: 99, source: s3}" in text


ARABIC = "الاسم;المدينة\nجمعية الأمل;صنعاء\n"
FRENCH = "Nom;Ville\nÉtoile de l'été;Fès\nŒuvre à côté;Salé\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ARABIC, "utf-8"), (ARABIC, "utf-8-sig"), (ARABIC, "utf-16"), (ARABIC, "cp1256"),
        (FRENCH, "utf-8"), (FRENCH, "cp1252"), (FRENCH, "utf-16"),
    ],
)  # fmt: skip
def test_encodings_in_use_are_recognised(text: str, encoding: str) -> None:
    assert decoded(text.encode(encoding)) == text


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_separators_in_use_are_recognised(separator: str) -> None:
    target = io.StringIO()
    rows = [["Name", "Fields, of work"], ["A; B", "c|d"], ["E", "f, g"]]
    csv.writer(target, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(rows)
    assert separator_of(target.getvalue()) == separator


@pytest.fixture
def run(asking: Path) -> Callable[..., Result]:
    return lambda *args: CliRunner().invoke(app, ["import", *args, "--root", str(asking)])


def test_command_guesses_then_tries_then_writes(
    listing: Path, asking: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    plan = tmp_path / "map.yml"
    before = sorted((asking / "data").rglob("*"))
    first = run(str(listing), "--country", "xa", "--save-map", str(plan))
    assert first.exit_code == 1 and "columns:" in first.output and plan.exists()
    assert run(str(listing), "--write").exit_code == 2
    assert run(str(listing), "--map", str(plan)).exit_code == 1
    assert sorted((asking / "data").rglob("*")) == before
    done = run(str(listing), "--map", str(plan), "--write")
    assert done.exit_code == 1 and "Files written" in done.output
    after = load(str(asking))
    assert len(after.organisations) > 150 and not after.problems


@pytest.mark.parametrize(
    "text",
    ["columns: {Name: nonsense}\n", "columns: [Name]\n", "- a\n", "columns: {Nobody: names.en}\n"],
)
def test_wrong_map_is_wrong_usage(
    text: str, listing: Path, tmp_path: Path, run: Callable[..., Result]
) -> None:
    plan = tmp_path / "map.yml"
    plan.write_text(text, "utf-8")
    done = run(str(listing), "--map", str(plan))
    assert done.exit_code == 2 and "Traceback" not in done.output
