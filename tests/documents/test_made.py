"""Documents of the site: made when their content changed, and by the command."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest
import yaml
from typer.testing import Result

from macros.documents import made
from macros.documents.kinds import KINDS
from macros.documents.pdf import pdf
from macros.publication import PublicRegister

from ..conftest import ROOT
from .conftest import one_line, published, text_of

Write = Callable[[str, str], Path]
NAME_AND_HEAD = {"en": ("Lantern Society", "Can provide"), "ar": ("جمعية المنارة", "المجالات")}
"""What every name begins with, and a head of the directory's columns."""
POINTS_OF_A4 = (595, 842)


@pytest.fixture
def staged(home: Path) -> Callable[[], tuple[int, dict[str, bytes]]]:
    """Stage the documents: how many were made, and every file."""

    def staged_() -> tuple[int, dict[str, bytes]]:
        before = names(home)
        found = stage(home)
        files = {path.removeprefix(made.FOLDER): Path(it) for path, it in found.items()}
        count = sum(it.name not in before for it in files.values())
        return count, {path: it.read_bytes() for path, it in files.items()}

    return staged_


def names(home: Path) -> set[str]:
    cache = home / made.CACHE
    return set(os.listdir(cache)) if cache.exists() else set()


def test_documents_are_made_once_and_only_again_when_their_data_change(
    staged: Callable[[], tuple[int, dict[str, bytes]]], home: Path
) -> None:
    count, files = staged()
    assert count == len(files) > 0
    assert staged() == (0, files)

    path = home / "data/organisations/xa/lantern-centre.yml"
    path.write_text(path.read_text("utf-8").replace("Lantern Centre", "Lantern House"), "utf-8")
    count, after = staged()
    changed = {name for name in files if files[name] != after[name]}
    assert count == len(changed)
    assert "organisations/xa-lantern-centre.en.pdf" in changed
    assert "country-file-xa.en.docx" in changed
    assert not any(name.startswith("country-file-xb") for name in changed)
    assert len(names(home)) == len(set(after.values()))


@pytest.mark.parametrize("has_set", [True, False])
def test_document_that_cannot_be_made_is_named(
    has_set: bool,
    staged: Callable[[], tuple[int, dict[str, bytes]]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fails(document: object) -> bytes:
        raise ValueError("no ink")

    monkeypatch.setitem(made.FORMATS, "docx", fails)
    monkeypatch.setitem(made.FORMATS, "pdf", lambda document: b"")  # nothing is set
    monkeypatch.setattr(made, "has_set", lambda: has_set)
    with pytest.raises(RuntimeError, match=r"region\.en\.docx could not be made: no ink"):
        staged()


ALONE = "from tests.documents.test_made import *; import sys; stage(Path(sys.argv[1]))"


def stage(home: Path) -> dict[str, str]:
    """Stage the documents of a register: where each lies."""
    return made.stage(published(home), str(home / "site"), str(home))


def test_copies_of_a_process_make_the_same_as_one_alone(
    home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other"
    shutil.copytree(home, other)
    subprocess.run([sys.executable, "-c", ALONE, str(other)], check=True, cwd=ROOT)
    monkeypatch.setattr(made, "has_set", lambda: True)
    stage(home)
    assert names(home) == names(other)
    one, two = home / made.CACHE, other / made.CACHE
    assert [it for name in sorted(names(home)) for it in differing(one / name, two / name)] == []


def differing(one: Path, two: Path) -> list[str]:
    """The parts of a Word file that differ, or the name of another file that does."""
    if one.read_bytes() == two.read_bytes():
        return []
    if one.suffix != ".docx":
        return [one.name]
    with zipfile.ZipFile(one) as a, zipfile.ZipFile(two) as b:
        assert a.namelist() == b.namelist()
        return [f"{one.name}: {it}" for it in a.namelist() if a.read(it) != b.read(it)]


def test_large_register_has_sheets_by_the_command_only(public: PublicRegister) -> None:
    kind = KINDS["organisation-sheet"]
    keys = list(kind.keys(public))
    assert kind.built(public) == keys
    small = type(kind)(kind.made_by, kind.keys, up_to=len(keys) - 1)
    assert small.built(public) == []


def test_command_writes_the_document(dalil: Callable[..., Result], tmp_path: Path) -> None:
    options = ("--lang", "ar", "--format", "docx", "--out", str(tmp_path))
    result = dalil("document", "country-file", "xa", *options)
    assert result.exit_code == 0, result.output
    assert (tmp_path / "country-file-xa.ar.docx").read_bytes()[:2] == b"PK"
    result = dalil("document", "organisation-sheet", "xa-lantern-centre", "--out", str(tmp_path))
    assert result.exit_code == 0, result.output
    assert "Lantern Centre" in text_of((tmp_path / "xa-lantern-centre.en.pdf").read_bytes())


def test_command_refuses_what_may_not_be_published(dalil: Callable[..., Result]) -> None:
    for key in ("xa-exposure-withheld", "xa-consent-withheld", "xa-nowhere", "../xa"):
        result = dalil("document", "organisation-sheet", key)
        assert result.exit_code == 2, key
        assert "there is no organisation-sheet" in result.output


def crowd(place: int) -> str:
    """An invented organisation with names and places of every length."""
    long = " for People whose Boats were taken by the Sea" * (place % 4)
    record = {
        "names": {"en": f"Lantern Society {place}{long}", "ar": f"جمعية المنارة {place}"},
        "acronym": f"LS{place}",
        "city": {"en": "Harbour", "ar": "الميناء", "fr": "Le Port"},
        "region": "XA-N" if place % 2 else "XA-S",
        "website": f"https://society-{place}.example.org/",
        "status": [{"value": "active", "as_of": 2024, "source": "s1"}],
        "themes": ["victim-support"],
        "services": ["shelter"],
        "sources": {"s1": {"kind": "report", "title": "Yearbook", "date": 2024}},
        "collection": {"stage": "documented"},
    }
    return yaml.safe_dump(record, allow_unicode=True)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_country_file_of_three_hundred_organisations_stays_readable(
    lang: str, home: Path, write: Write
) -> None:
    for place in range(300):
        write(f"organisations/xa/society-{place}.yml", crowd(place))
    file = pypdfium2.PdfDocument(pdf(made.one(published(home), "country-file", "xa", lang)))
    pages = [page.get_textpage() for page in file]
    numbers = set(re.findall(r"\d+", " ".join(page.get_text_range() for page in pages)))
    assert numbers >= {str(place) for place in range(300)}
    assert 15 < len(pages) < 60
    name, head = {"en": ("Lantern Society", "Can provide"), "ar": ("جمعية المنارة", "المجالات")}[
        lang
    ]
    directory = [text for text in (one_line(it.get_text_range()) for it in pages) if name in text]
    assert len(directory) > 10
    assert all(head in text for text in directory)
    for page in pages:
        for index in range(page.count_rects()):
            left, bottom, right, top = page.get_rect(index)
            assert left >= 40 and right <= POINTS_OF_A4[0] - 40
            assert bottom >= 20 and top <= POINTS_OF_A4[1] - 20
