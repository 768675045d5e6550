"""What stands in documents: what may be published, nothing else, and nothing invented."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.documents.made import one
from macros.documents.model import (
    Document,
    Facts,
    Heading,
    Items,
    Run,
    Table,
    as_data,
    plain,
    words_of,
)
from macros.documents.pdf import pdf
from macros.documents.writing import shown_address, with_acronym
from macros.publication import PublicRegister
from macros.register import Register
from macros.text import LANGUAGES

from ..samples import Sample, values
from ..test_publication import EXPOSURES, hidden_fields, marks
from .conftest import published, text_of

Write = Callable[[str, str], Path]
Every = Callable[[str], list[tuple[str, Document]]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_document_can_be_made(lang: str, every_document: Every) -> None:
    found = every_document(lang)
    assert {kind for kind, _ in found} >= {"country-file", "law-summary", "organisation-sheet"}
    for _, document in found:
        assert pdf(document).startswith(b"%PDF")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_section_is_empty(lang: str, every_document: Every) -> None:
    for _, document in every_document(lang):
        for block, after in zip(document.blocks, [*document.blocks[1:], None], strict=True):
            if isinstance(block, Heading):
                deeper = isinstance(after, Heading) and after.level > block.level
                assert (after and not isinstance(after, Heading)) or deeper, plain(block.text)
            if isinstance(block, Items | Facts | Table):
                assert block.items if isinstance(block, Items) else block.rows


@pytest.mark.parametrize("lang", LANGUAGES)
def test_levels_of_headings_are_never_skipped(lang: str, every_document: Every) -> None:
    for _, document in every_document(lang):
        level = 0
        for block in document.blocks:
            if isinstance(block, Heading):
                assert block.level <= level + 1, document.name
                level = block.level


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_mark_has_its_note_and_every_note_its_mark(lang: str, every_document: Every) -> None:
    for _, document in every_document(lang):
        marked = {run.note for words in words_of(document.blocks) for run in words if run.note}
        assert marked == set(document.notes), document.name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reference_has_its_place(lang: str, every_document: Every) -> None:
    for _, document in every_document(lang):
        runs = [run for words in words_of(document.blocks) for run in words]
        places = [run.anchor for run in runs if run.anchor]
        places += [block.anchor for block in document.blocks if getattr(block, "anchor", "")]
        assert len(places) == len(set(places)), document.name
        assert {run.to for run in runs if run.to} <= set(places)


def test_only_addresses_of_the_web_mail_and_telephone_are_links(every_document: Every) -> None:
    for _, document in every_document("en"):
        for words in [*words_of(document.blocks), *document.notes.values()]:
            for run in words:
                assert run.href.startswith(("", "https://", "http://", "tel:", "mailto:"))
                assert not run.href or run.href.split(":")[0] in ("https", "http", "tel", "mailto")


@pytest.mark.parametrize("exposure", EXPOSURES)
def test_withheld_value_stands_in_no_document(
    exposure: str, home: Path, write: Write, register: Register
) -> None:
    filled = Sample(register).record("organisations")
    filled["publication"] = {"consent": "granted", "consent_date": "2019", "exposure": exposure}
    write("organisations/xa/filled.yml", yaml.safe_dump(filled, allow_unicode=True))
    public = published(home)
    keys = ["country-file"] + ["organisation-sheet"] * (exposure != "withheld")
    documents = [one(public, kind, "xa" if "file" in kind else "xa-filled", "en") for kind in keys]
    text = "\n".join(value for document in documents for value in values(as_data(document)))
    for name in hidden_fields(exposure, set(filled)):
        for value in marks(filled[name]):
            assert value not in text, name


def test_sheet_shows_every_published_value(home: Path, write: Write, register: Register) -> None:
    filled = Sample(register).record("organisations")
    filled["publication"] = {"consent": "granted", "consent_date": "2019", "exposure": "full"}
    write("organisations/xa/filled.yml", yaml.safe_dump(filled, allow_unicode=True))
    public = published(home)
    text = " ".join(values(as_data(one(public, "organisation-sheet", "xa-filled", "en"))))
    unlike = {"collection", "publication", "sources"}  # not printed value by value
    shown = set(filled) - hidden_fields("full", set(filled)) - unlike
    for name in shown:
        for value in marks(filled[name]):
            printed = shown_address(value) if value.startswith("http") else value
            assert printed in text.replace(",", ""), f"{name}: {value}"


@pytest.mark.parametrize(
    ("name", "shown"), [("Centre", "Centre (LC)"), ("Centre (LC)", "Centre (LC)")]
)
def test_acronym_stands_behind_a_name_once(name: str, shown: str) -> None:
    assert plain(with_acronym((Run(name),), "LC")) == shown
    assert plain(with_acronym((Run(name),), None)) == name


def test_organisation_that_is_gone_is_listed_as_such_and_offered_for_nothing(
    home: Path, write: Write
) -> None:
    gone = {
        "names": {"en": "Gone Centre"},
        "status": [{"value": "merged", "as_of": 2020, "source": "s1"}],
        "themes": ["victim-support"],
        "services": ["shelter"],
        "sources": {"s1": {"kind": "report", "title": "Yearbook"}},
        "collection": {"stage": "documented"},
    }
    write("organisations/xa/gone.yml", yaml.safe_dump(gone))
    document = one(published(home), "country-file", "xa", "en")
    directory = [it for it in document.blocks if isinstance(it, Table) and len(it.head) == 5]
    row = next(row for row in directory[0].rows if "Gone Centre" in plain(row[1]))
    assert "Merged" in plain(row[1])
    offered = {run.to for words in words_of(document.blocks) for run in words if run.to}
    assert "organisations/xa-gone" not in offered
    assert "organisations/xa-lantern-centre" in offered


def test_document_does_not_change_with_the_day(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def on(day: str) -> dict[str, Any]:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", day)
        return as_data(one(published(home), "country-file", "xa", "en"))

    assert on("1768435200") == on("1768867200")  # five days apart


def test_day_of_a_document_is_that_of_its_newest_source(public: PublicRegister) -> None:
    document = one(public, "country-file", "xa", "en")
    days = [
        str(source[name])
        for entry in public.entries()
        if entry.country == "xa"
        for source in entry.sources.values()
        for name in ("date", "accessed")
        if name in source
    ]
    days += [
        entry.record.collection.last_verified or ""
        for entry in public.organisations.values()
        if entry.country == "xa"
    ]
    assert document.date == max(days)
    assert document.date <= public.today.isoformat()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_country_file_names_every_organisation_law_and_mechanism(
    lang: str, public: PublicRegister
) -> None:
    document = one(public, "country-file", "xa", lang)
    text = " ".join(plain(words) for words in words_of(document.blocks))
    for kind in ("organisations", "legislation", "mechanisms", "authorities"):
        for entry in public.of(kind).values():
            names = getattr(entry.record, "names", None) or entry.record.titles
            if entry.country == "xa":
                assert any(name in text for name in names.values()), entry.key


def test_map_notice_stands_at_the_head_of_a_country_file(public: PublicRegister) -> None:
    text = text_of(pdf(one(public, "country-file", "xa", "en")))
    assert "Names of places imply no opinion." in text


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://www.example.org/a/", "example.org/a"),
        ("http://example.org/%D9%85%D9%86", "example.org/…"),
        (f"https://example.org/{'long' * 30}", "example.org/…"),
    ],
)
def test_address_is_printed_as_it_can_be_typed(url: str, shown: str) -> None:
    assert shown_address(url) == shown


def test_records_of_two_kinds_with_one_key_keep_their_own_sources(home: Path, write: Write) -> None:
    for kind in ("authorities", "mechanisms"):
        record = yaml.safe_load(
            next((home / "data" / kind / "xa").glob("*.yml")).read_text("utf-8")
        )
        record["sources"] = {"s1": {"kind": "report", "title": f"Yearbook of {kind}"}}
        record = {name: value for name, value in record.items() if name != "parent"}
        write(f"{kind}/xa/twin.yml", yaml.safe_dump(_without_sources(record), allow_unicode=True))
    document = one(published(home), "country-file", "xa", "en")
    notes = {name: plain(words) for name, words in document.notes.items()}
    assert "Yearbook of mechanisms" in notes["mechanisms/xa-twin-1"]
    assert "Yearbook of authorities" in notes.get(
        "authorities/xa-twin-1", "Yearbook of authorities"
    )


def _without_sources(value: Any) -> Any:
    """The value without references to sources that it no longer has."""
    if isinstance(value, dict):
        return {name: _without_sources(it) for name, it in value.items() if name != "source"}
    return [_without_sources(it) for it in value] if isinstance(value, list) else value
