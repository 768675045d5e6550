"""The gate: what consent and exposure withhold is nowhere in what is published."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.checks import check
from macros.problems import Problem
from macros.publication import PublicRegister, publish
from macros.register import Entry, Register, load
from macros.translations import fingerprint_of, lacking

from .samples import Sample, values

Write = Callable[[str, str], Path]

NAME_ONLY = {"names", "acronym", "themes", "status", "sources", "collection", "publication"}
NEVER = {"notes", "participation"}
CONTACT = {"contact", "website"}
PLACE = {"city", "region_note", "areas_served", "branches", "registrations"}
EXPOSURES = ("full", "no-contact", "region-only", "name-only", "withheld")


def hidden_fields(exposure: str, every: set[str]) -> set[str]:
    return {
        "full": NEVER,
        "no-contact": NEVER | CONTACT,
        "region-only": NEVER | CONTACT | PLACE,
        "name-only": every - NAME_ONLY,
        "withheld": every,
    }[exposure]


@pytest.fixture
def filled(register: Register) -> dict[str, Any]:
    """An organisation with every field, each value with a mark of its place."""
    return Sample(register).record("organisations")


@pytest.fixture
def published(
    home: Path, write: Write, filled: dict[str, Any]
) -> Callable[[str], tuple[PublicRegister, dict[str, Any]]]:
    """The public register in which the filled organisation has an exposure, with translations."""

    def published_(exposure: str) -> tuple[PublicRegister, dict[str, Any]]:
        filled["publication"] = {
            "consent": "granted",
            "consent_date": "2019",
            "consent_expires": "2030",
            "exposure": exposure,
        }
        write("organisations/xa/filled.yml", yaml.safe_dump(filled, allow_unicode=True))
        entry = load(str(home)).organisations["xa-filled"]
        texts = {
            at: {"from": fingerprint_of(text), "text": f"traduction {text['en']}"}
            for at, text in lacking(entry, "fr")
        }
        translation = {"state": "translated", "date": "2025", "texts": texts}
        write("translations/fr/organisations/xa/filled.yml", yaml.safe_dump(translation))
        register = load(str(home))
        assert not register.problems
        problems = [problem for problem in check(register) if not problem.is_error]
        return publish(register, problems), filled

    return published_


def every_value(public: PublicRegister) -> list[str]:
    found: list[str] = []
    for entry in public.entries():
        found += values(entry.data)
        found += values(entry.record.model_dump())
        found += [*entry.gloss.values(), entry.key, entry.path]
    for problems in public.problems.values():
        found += [problem.message() + problem.hint() for problem in problems]
    return found


@pytest.mark.parametrize("exposure", EXPOSURES)
def test_withheld_value_is_nowhere_in_what_is_published(
    exposure: str,
    published: Callable[[str], tuple[PublicRegister, dict[str, Any]]],
) -> None:
    public, filled = published(exposure)
    hidden = hidden_fields(exposure, set(filled))
    text = "\n".join(every_value(public))
    for name in hidden:
        for value in marks(filled[name]):
            assert value not in text, name
            assert f"traduction {value}" not in text, name


@pytest.mark.parametrize("exposure", EXPOSURES[:-1])
def test_every_other_value_is_published(
    exposure: str,
    published: Callable[[str], tuple[PublicRegister, dict[str, Any]]],
) -> None:
    public, filled = published(exposure)
    entry = public.organisations["xa-filled"]
    shown = set(filled) - hidden_fields(exposure, set(filled))
    assert set(entry.data) == shown
    for name in shown - {"sources", "status"}:
        assert set(marks(filled[name])) <= set(marks(entry.data[name])), name


def marks(value: Any) -> list[str]:
    return [text for text in values(value) if "marker" in text or text.startswith("7000")]


@pytest.mark.parametrize("exposure", ["no-contact", "region-only", "name-only"])
def test_own_pages_are_not_linked_where_contact_is_hidden(
    exposure: str, published: Callable[[str], tuple[PublicRegister, dict[str, Any]]]
) -> None:
    public, _ = published(exposure)
    entry = public.organisations["xa-filled"]
    assert all(source.url is None for source in entry.record.sources.values())


def test_name_only_says_of_sources_no_more_than_their_kind(
    published: Callable[[str], tuple[PublicRegister, dict[str, Any]]],
) -> None:
    public, _ = published("name-only")
    entry = public.organisations["xa-filled"]
    assert entry.data["sources"] == {"s1": {"kind": "website", "title": "website"}}
    assert entry.data["status"] == [{"value": "unknown"}]


@pytest.mark.parametrize("kind", ["authorities", "legislation", "mechanisms"])
def test_notes_of_no_kind_are_published(kind: str, home: Path, write: Write) -> None:
    filled = Sample(load(str(home))).record(kind)
    write(f"{kind}/xa/filled.yml", yaml.safe_dump(filled))
    public = publish(load(str(home)), [])
    assert "notes" not in public.of(kind)["xa-filled"].data
    assert "marker notes" not in "\n".join(every_value(public))


def test_notes_of_countries_are_not_published(public: PublicRegister) -> None:
    assert "An invented country." not in every_value(public)


@pytest.mark.parametrize(
    ("publication", "is_shown"),
    [
        ("{}", True),
        ("{consent: public-sources}", True),
        ("{consent: withheld}", False),
        ("{exposure: withheld}", False),
        ("{consent: granted, consent_date: 2020, consent_expires: 2026-01-14}", False),
        ("{consent: granted, consent_date: 2020, consent_expires: 2026-01-15}", True),
        ("{consent: granted, consent_date: 2020, consent_expires: 2025}", False),
        ("{consent: granted, consent_date: 2020, consent_expires: 2026}", True),
    ],
)
def test_consent_and_its_end_decide(
    publication: str, is_shown: bool, home: Path, write: Write
) -> None:
    data = yaml.safe_load((home / "data/organisations/xb/least-record.yml").read_text("utf-8"))
    data["publication"] = yaml.load(publication, yaml.BaseLoader) or {"exposure": "full"}
    write("organisations/xb/asked.yml", json.dumps(data, default=str, ensure_ascii=False))
    assert ("xb-asked" in publish(load(str(home)), []).organisations) is is_shown


def test_nothing_is_published_while_an_error_stands(register: Register) -> None:
    error = Problem("data/organisations/xa/lantern-centre.yml", "unknown-term")
    with pytest.raises(ValueError, match="not published"):
        publish(register, [error])


def test_reference_to_a_withheld_record_is_taken_out(public: PublicRegister) -> None:
    committee = public.mechanisms["xa-victims-committee"]
    assert committee.data["participants"] == ["xa-lantern-centre"]
    assert committee.record.participants == ["xa-lantern-centre"]


def test_list_of_withheld_records_alone_goes_away(home: Path, write: Write) -> None:
    path = home / "data/mechanisms/xa/victims-committee.yml"
    text = path.read_text("utf-8").replace(
        "[xa-lantern-centre, xa-exposure-withheld]", "[xa-consent-withheld]"
    )
    path.write_text(text, encoding="utf-8")
    public = publish(load(str(home)), [])
    assert "participants" not in public.mechanisms["xa-victims-committee"].data


def test_withheld_records_are_named_nowhere(public: PublicRegister) -> None:
    text = "\n".join(every_value(public))
    for key in ("xa-exposure-withheld", "xa-consent-withheld"):
        assert key not in text
    assert "Quiet Garden" not in text and "Shown as withheld" not in text


def test_successor_that_is_withheld_is_not_named(home: Path, write: Write) -> None:
    path = home / "data/organisations/xa/merged-into-another.yml"
    text = path.read_text("utf-8").replace(
        "successor: xa-lantern-centre", "successor: xa-consent-withheld"
    )
    path.write_text(text, encoding="utf-8")
    entry = publish(load(str(home)), []).organisations["xa-merged-into-another"]
    assert entry.record.status[-1].successor is None
    assert entry.record.status[-1].value == "merged"


def test_warning_that_would_name_a_withheld_record_is_not_published(register: Register) -> None:
    path = "data/organisations/xa/lantern-centre.yml"
    told = Problem(path, "likely-duplicate", values={"other": "xa-lantern-union"})
    untold = Problem(path, "likely-duplicate", values={"other": "xa-consent-withheld"})
    assert publish(register, [told, untold]).problems == {path: [told]}


@pytest.mark.parametrize("exposure", ["no-contact", "region-only", "name-only", "withheld"])
def test_warnings_of_a_record_not_shown_in_full_are_not_published(
    exposure: str, register: Register
) -> None:
    warning = Problem(f"data/organisations/xa/exposure-{exposure}.yml", "single-source")
    assert publish(register, [warning]).problems == {}


def test_register_itself_is_left_as_it_was(register: Register) -> None:
    before = {key: dict(entry.data) for key, entry in register.organisations.items()}
    publish(register, [])
    assert {key: entry.data for key, entry in register.organisations.items()} == before


def test_rendering_of_a_name_is_told_from_names_of_sources(public: PublicRegister) -> None:
    entry: Entry[Any] = public.organisations["xa-name-in-arabic-only"]
    assert entry.gloss == {"en": "House of Dew", "fr": "Maison de la rosée"}
    assert set(entry.data["names"]) == {"ar"}


def test_unreviewed_languages_are_known(
    published: Callable[[str], tuple[PublicRegister, dict[str, Any]]],
) -> None:
    public, _ = published("full")
    assert public.organisations["xa-filled"].unreviewed == {"fr"}
