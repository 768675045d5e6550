"""Words that the glossary avoids are found in records, translations and authored pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import Result

from macros.checks.glossary import avoided_words
from macros.checks.translations import missing_languages, translations
from macros.problems import Problem
from macros.register import load

from .conftest import ROOT


@pytest.fixture
def found(home: Path) -> Callable[..., list[Problem]]:
    """What is found when an authored page says something."""

    def check(path: str, line: str) -> list[Problem]:
        page = home / "docs" / path
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"---\ntitle: Page\n---\n\n{line}\n", encoding="utf-8")
        return list(avoided_words(load(str(home))))

    return check


def test_avoided_word_on_a_page_is_found_in_its_line(found: Callable[..., list[Problem]]) -> None:
    (problem,) = found("guides/complaint.fr.md", "Toute réclamation est enregistrée.")
    assert (problem.path, problem.line) == ("docs/guides/complaint.fr.md", 5)
    assert problem.values == {"value": "réclamation", "instead": "plainte"}


def test_word_of_another_language_is_no_fault(found: Callable[..., list[Problem]]) -> None:
    assert found("guides/complaint.md", "The French réclamation is another thing.") == []


@pytest.mark.parametrize(
    "line",
    [
        "Les réclamations ont leur propre article.",
        "`réclamation`",
        "[la plainte](../réclamation.md)",
        '{{ dalil.term("complaint", "réclamation") }}',
    ],
)
def test_longer_words_code_and_targets_of_links_pass(
    found: Callable[..., list[Problem]], line: str
) -> None:
    assert found("guides/complaint.fr.md", line) == []


@pytest.mark.parametrize("word", ["تظلم", "التظلم", "والتظلم", "بتظلم", "للتظلم", "وبالتظلم"])
def test_arabic_word_is_found_with_what_is_written_to_it(
    found: Callable[..., list[Problem]], word: str
) -> None:
    assert len(found("guides/complaint.ar.md", f"نظر القاضي في {word} اليوم")) == 1


@pytest.mark.parametrize("word", ["متظلم", "تظلمات", "المتظلمين"])
def test_longer_arabic_word_passes(found: Callable[..., list[Problem]], word: str) -> None:
    assert found("guides/complaint.ar.md", f"نظر القاضي في {word} اليوم") == []


def test_word_of_another_country_is_found_on_that_countrys_page_only(
    found: Callable[..., list[Problem]],
) -> None:
    assert found("countries/elsewhere.ar.md", "تقديم شكوى") == []
    (problem,) = found("countries/xebria.ar.md", "تقديم شكوى")
    assert problem.values["instead"] == "شكاية"


def test_shipped_texts_use_the_words_of_the_glossary() -> None:
    assert list(avoided_words(load(str(ROOT)))) == []


def test_no_shipped_text_lacks_a_language_or_is_out_of_date() -> None:
    register = load(str(ROOT))
    assert [*missing_languages(register), *translations(register)] == []


def test_changed_page_is_checked_again(home: Path, dalil: Callable[..., Result]) -> None:
    page = home / "docs" / "guides" / "complaint.fr.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: Page\n---\n\nUne réclamation.\n", encoding="utf-8")
    assert "avoided-word" in dalil("check").output
    page.write_text("---\ntitle: Page\n---\n\nUne plainte.\n", encoding="utf-8")
    assert "avoided-word" not in dalil("check").output


def test_changed_record_and_changed_glossary_are_checked_again(
    home: Path, dalil: Callable[..., Result]
) -> None:
    record = home / "data/organisations/xa/lantern-centre.yml"
    assert "avoided-word" not in dalil("check").output
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("Le bureau", "Une réclamation"), encoding="utf-8")
    assert "avoided-word" in dalil("check").output
    glossary = home / "data/vocabularies/glossary.yml"
    words = glossary.read_text(encoding="utf-8")
    glossary.write_text(words.replace("réclamation", "requête"), encoding="utf-8")
    assert "avoided-word" not in dalil("check").output


def test_record_that_is_in_no_file_yet_is_looked_at(home: Path) -> None:
    register = load(str(home))
    assert list(avoided_words(register)) == []
    entry = register.organisations["xa-lantern-centre"]
    data = entry.data | {"region_note": {"fr": "Une réclamation."}}
    register.organisations[entry.key] = replace(entry, data=data)
    del register.digests[entry.path]
    (problem,) = avoided_words(register)
    assert problem.path == entry.path
