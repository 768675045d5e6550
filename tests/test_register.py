"""The register as a whole: every record by its key, and what cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from macros import files
from macros import register as module
from macros.checks import check
from macros.problems import Problem
from macros.register import Register, fingerprint, load, located, today

Write = Callable[[str, str], Path]


def test_key_is_country_and_file_name(register: Register) -> None:
    entry = register.organisations["xa-lantern-centre"]
    assert (entry.country, entry.kind) == ("xa", "organisations")
    assert entry.path == "data/organisations/xa/lantern-centre.yml"


def test_same_file_name_in_two_countries_is_two_records(register: Register) -> None:
    assert {"xa-lantern-centre", "xb-lantern-centre"} <= set(register.organisations)


def test_country_and_vocabulary_have_plain_keys(register: Register) -> None:
    assert set(register.countries) == {"xa", "xb"}
    assert "themes" in register.vocabularies


def test_typed_values_are_kept_beside_the_record(register: Register) -> None:
    entry = register.organisations["xa-values-kept-as-typed"]
    assert entry.record.names["en"] == "NO"
    assert entry.record.also_known_as == [
        "yes", "Off", "012", "1e3", "12:30", "2003-01-02", "0x1F", "+1", "1_000", ".5", "true",
        "null", "5220",
    ]  # fmt: skip
    assert entry.data["also_known_as"][-1] == 5220


def test_broken_record_hides_no_other(home: Path, write: Write) -> None:
    before = len(load(str(home)).organisations)
    write("organisations/xa/fault.yml", "names: [")
    register = load(str(home))
    assert len(register.organisations) == before
    assert register.failed == {("organisations", "xa-fault")}
    assert [problem.code for problem in register.problems] == ["unclosed-bracket"]


def test_misshapen_record_is_checked_but_not_a_record(home: Path, write: Write) -> None:
    write("organisations/xa/fault.yml", "themes: [nonsense]\n")
    register = load(str(home))
    assert "xa-fault" not in register.organisations
    assert [entry.key for entry in register.misshapen] == ["xa-fault"]
    assert "unknown-term" in {problem.code for problem in check(register)}


def test_failed_record_counts_as_a_record(home: Path, write: Write) -> None:
    before = len(load(str(home)))
    write("organisations/xa/fault.yml", "names: [")
    write("mechanisms/xa/fault.yml", "names: [")
    assert len(load(str(home))) == before + 2


def test_translations_are_no_records_of_their_own(register: Register) -> None:
    assert len(register) == sum(1 for entry in register.entries() if entry.kind != "translations")


def test_hidden_file_is_passed_over(home: Path, write: Write) -> None:
    write("organisations/xa/.draft.yml", "names: [")
    assert load(str(home)).problems == []


def test_file_that_cannot_be_opened_is_a_problem(
    home: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("organisations/xa/fault.yml", "names: {en: Fault Centre}\n")
    real = module.read_bytes

    def refuse(root: str, path: str) -> bytes:
        if path.endswith("fault.yml"):
            raise PermissionError(13, "Permission denied")
        return real(root, path)

    for reader in (module, files):
        monkeypatch.setattr(reader, "read_bytes", refuse)
    [problem] = check(load(str(home)))
    assert problem.code == "unreadable-file"
    assert problem.message() == "the file cannot be opened: Permission denied"


def test_day_is_that_of_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert today().isoformat() == "1970-01-02"


@pytest.mark.parametrize("value", ["", "soon", "²", "-1"])
def test_day_is_now_where_the_epoch_is_no_number(
    value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    assert today().year >= 2026 - 1


def test_fingerprint_follows_every_change(
    home: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {fingerprint(str(home)), fingerprint(str(home))}
    assert len(seen) == 1
    added = write("organisations/xa/new.yml", "a")
    seen.add(fingerprint(str(home)))
    added.write_text("ab", encoding="utf-8")
    seen.add(fingerprint(str(home)))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    seen.add(fingerprint(str(home)))
    assert len(seen) == 4


def test_problems_come_in_the_order_of_files_and_lines(home: Path) -> None:
    path = "data/organisations/xa/lantern-centre.yml"
    found = [
        Problem(path, "single-source", ("themes",)),
        Problem(path, "single-source", ("names",)),
        Problem("data/countries/xa.yml", "single-source", ("regions",)),
        Problem(path, "single-source", ("names",)),
    ]
    placed = [(problem.path, problem.line) for problem in located(str(home), found)]
    assert placed == [("data/countries/xa.yml", 3), (path, 2), (path, 36)]


def test_two_loads_of_one_register_are_equal(home: Path) -> None:
    first, second = load(str(home)), load(str(home))
    assert first.kinds == second.kinds
    assert check(first) == check(second)
