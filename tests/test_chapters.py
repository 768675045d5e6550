"""The country chapters rest on the records and say the same in three languages."""

from __future__ import annotations

import pytest

from macros.checks import check
from macros.publication import PublicRegister, publish
from macros.register import load
from macros.text import LANGUAGES

from .chapters import (
    COUNTRIES,
    FACTUAL,
    SECTIONS,
    bare_facts,
    calls,
    chapter,
    cited,
    figures,
    paragraphs,
    sections,
    words,
)
from .conftest import ROOT

LINKED = ("organisations", "authorities", "legislation", "mechanisms")
OTHERS = [lang for lang in LANGUAGES if lang != "en"]
both = pytest.mark.parametrize("lang", OTHERS)
each = pytest.mark.parametrize("lang", LANGUAGES)
every = pytest.mark.parametrize("country", COUNTRIES)


@pytest.fixture(scope="module")
def shipped() -> PublicRegister:
    """The register that is shipped, as it is published."""
    register = load(str(ROOT))
    return publish(register, check(register))


@every
@each
def test_chapter_has_every_section_in_order(country: str, lang: str) -> None:
    assert tuple(sections(chapter(country, lang))) == SECTIONS


@every
@each
def test_every_reference_leads_to_a_record_of_the_country(
    country: str, lang: str, shipped: PublicRegister
) -> None:
    text = chapter(country, lang)
    codes = {call.texts[0] for call in calls(text) if call.name == "country_facts"}
    assert len(codes) == 1
    for key in cited(text):
        wanted, _, bare = key.rpartition("/")
        kinds = [kind for kind in LINKED if wanted in ("", kind)]
        found = [shipped.of(kind)[bare] for kind in kinds if bare in shipped.of(kind)]
        assert [entry.country for entry in found] == list(codes), key


@every
@each
def test_no_paragraph_of_facts_is_without_a_reference(country: str, lang: str) -> None:
    parts = sections(chapter(country, lang))
    for name in FACTUAL:
        assert bare_facts(parts[name]) == [], name


@every
def test_chapter_is_a_study_and_not_a_note(country: str) -> None:
    assert 3_000 <= words(chapter(country, "en")) <= 6_000


@every
@both
def test_translation_is_whole(country: str, lang: str) -> None:
    for name, text in sections(chapter(country, "en")).items():
        other = sections(chapter(country, lang))[name]
        assert len(paragraphs(other)) == len(paragraphs(text)), name
        if words(text) > 50:
            assert 0.65 < words(other) / words(text) < 1.35, name


@every
@both
def test_translations_cite_the_same_records_in_each_section(country: str, lang: str) -> None:
    for name, text in sections(chapter(country, "en")).items():
        assert cited(sections(chapter(country, lang))[name]) == cited(text), name


@every
@both
def test_translations_count_and_show_the_same_things(country: str, lang: str) -> None:
    def shown(text: str) -> list[tuple[str, str]]:
        first = {"listed": 1, "contacts": 1}
        made = [call for call in calls(text) if call.name != "ref"]
        return [
            (call.name, ", ".join(call.typed.split(", ")[first.get(call.name, 0) :]))
            for call in made
        ]

    assert shown(chapter(country, lang)) == shown(chapter(country, "en"))


@every
@both
def test_translations_give_the_same_figures(country: str, lang: str) -> None:
    for name, text in sections(chapter(country, "en")).items():
        assert figures(sections(chapter(country, lang))[name]) == figures(text), name


@every
@each
def test_long_lists_are_folded_so_that_a_phone_page_stays_usable(country: str, lang: str) -> None:
    text = chapter(country, lang)
    for name in ("law_summary", "mechanism_list", "country_directory", "authority_list"):
        line = text.index(f"dalil.{name}(")
        opened, closed = text.rfind("<details", 0, line), text.rfind("</details>", 0, line)
        assert opened > closed, name
