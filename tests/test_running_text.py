"""Macros in the running text of authored pages: references, counts and lists that open."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from markdown import markdown

from macros.checks import check
from macros.pages.blocks.citations import ref
from macros.pages.blocks.common import Place
from macros.pages.blocks.contacts import contacts
from macros.pages.blocks.selected import count, listed
from macros.publication import PublicRegister, publish
from macros.register import load

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables"]
"""Those of `mkdocs.yml` that read signs in the middle of a sentence."""


def page(public: PublicRegister, lang: str = "en") -> Place:
    return Place(public, lang, "../../")


def leads(markup: str) -> list[str]:
    """Where the links of some HTML lead."""
    return [html.unescape(way) for way in re.findall(r'<a [^>]*href="([^"]*)"', markup)]


def seen(markup: str) -> str:
    """What a reader sees of some HTML."""
    return html.unescape(re.sub(r"<[^>]+>", "", markup))


@pytest.mark.parametrize(
    ("lang", "name"),
    [("en", "Lantern Centre"), ("ar", "مركز الفنار"), ("fr", "Centre Lanterne")],
)
def test_reference_names_the_record_in_the_language_of_the_page(
    public: PublicRegister, lang: str, name: str
) -> None:
    link = ref(page(public, lang), "xa-lantern-centre")
    assert leads(link) == ["../../organisations/xa-lantern-centre/"]
    assert seen(link) == name


def test_reference_may_have_words_of_its_own(public: PublicRegister) -> None:
    link = ref(page(public), "xa-societies-law-2020", "the law of 2020")
    assert leads(link) == ["../../legislation/xa-societies-law-2020/"]
    assert seen(link) == "the law of 2020"


def test_reference_takes_a_rendering_where_no_source_names_the_record(
    public: PublicRegister,
) -> None:
    rendering = public.organisations["xa-name-in-arabic-only"].gloss["en"]
    link = ref(page(public), "xa-name-in-arabic-only")
    assert seen(link) == rendering
    assert 'title="دار الندى"' in link
    assert "lang=" not in link


def test_reference_marks_a_name_in_another_language(
    home: Path, write: Callable[[str, str], Path]
) -> None:
    write("authorities/xa/night-court.yml", "names: {en: Night Court}\nkind: ministry\n")
    register = load(str(home))
    link = ref(page(publish(register, check(register)), "ar"), "xa-night-court")
    assert 'lang="en" dir="ltr"' in link


def test_unknown_key_stops_the_build_and_suggests_the_nearest(public: PublicRegister) -> None:
    with pytest.raises(ValueError, match="did you mean xa-lantern-centre"):
        ref(page(public), "xa-lantern-center")


def test_withheld_organisation_cannot_be_referred_to(public: PublicRegister) -> None:
    with pytest.raises(ValueError, match="no published record"):
        ref(page(public), "xa-consent-withheld")


def test_key_of_two_kinds_asks_which_is_meant(
    home: Path, write: Callable[[str, str], Path]
) -> None:
    text = "names: {en: Victims’ Committee}\nkind: prosecution\n"
    write("authorities/xa/victims-committee.yml", text)
    register = load(str(home))
    here = page(publish(register, check(register)))
    with pytest.raises(ValueError, match="mechanisms/xa-victims-committee"):
        ref(here, "xa-victims-committee")
    for kind in ("mechanisms", "authorities"):
        link = ref(here, f"{kind}/xa-victims-committee")
        assert leads(link) == [f"../../{kind}/xa-victims-committee/"]


def test_countries_and_vocabularies_have_no_page_to_refer_to(public: PublicRegister) -> None:
    for key in ("xa", "countries/xa", "themes", "vocabularies/themes"):
        with pytest.raises(ValueError, match="no published record"):
            ref(page(public), key)


@pytest.mark.parametrize("lang", ["en", "ar", "fr"])
def test_no_sign_of_a_name_is_read_as_markup(public: PublicRegister, lang: str) -> None:
    key = "xa-signs-that-could-break-a-page"
    rendered = markdown(
        f"The body {ref(page(public, lang), key)} is listed.", extensions=EXTENSIONS
    )
    name = public.organisations[key].record.names[lang]
    assert seen(rendered) == f"The body {name} is listed."
    assert set(re.findall(r"<(\w+)", rendered)) == {"p", "a"}


def test_words_of_a_reference_are_text_and_no_markup(public: PublicRegister) -> None:
    link = ref(page(public), "xa-lantern-centre", "<b>x</b> [y](javascript:z) {: #id }")
    rendered = markdown(link, extensions=EXTENSIONS)
    assert seen(rendered) == "<b>x</b> [y](javascript:z) {: #id }"
    assert rendered.count("<a ") == 1


def test_count_is_that_of_the_published_records(public: PublicRegister) -> None:
    expected = sum(
        entry.country == "xa" and "victim-support" in entry.record.themes
        for entry in public.organisations.values()
    )
    shown = count(page(public), "organisations", {"country": "xa", "theme": "victim-support"})
    assert seen(shown) == str(expected)
    assert expected > 1


def test_count_leads_to_the_directory_with_the_same_filters(public: PublicRegister) -> None:
    link = count(page(public), "organisations", {"country": "xa", "service": "shelter"})
    assert leads(link) == ["../../organisations/?country=xa&service=shelter"]


@pytest.mark.parametrize("conditions", [{"linked_to": "prosecution"}, {"capacity": "legal"}])
def test_count_that_the_directory_cannot_show_is_no_link(
    public: PublicRegister, conditions: dict[str, str]
) -> None:
    shown = count(page(public), "organisations", {"country": "xa"} | conditions)
    assert "<a " not in shown
    assert seen(shown) == "1"


def test_conditions_hold_together(public: PublicRegister) -> None:
    here = page(public)
    assert seen(count(here, "organisations", {"country": "xb", "service": "shelter"})) == "0"
    assert seen(count(here, "mechanisms", {"country": "xa", "linked_to": "prosecution"})) == "1"
    assert seen(count(here, "authorities", {"country": "xa", "kind": "prosecution"})) == "2"


def test_large_counts_are_grouped_as_the_language_does(
    public: PublicRegister, monkeypatch: pytest.MonkeyPatch
) -> None:
    many = [public.organisations["xa-lantern-centre"]] * 1234
    monkeypatch.setattr("macros.pages.blocks.selected.select", lambda *_: many)
    assert seen(count(page(public), "organisations", {"country": "xa"})) == "1,234"
    assert seen(count(page(public, "fr"), "organisations", {"country": "xa"})) == "1\u202f234"


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"colour": "red"}, 'cannot be chosen by "colour"'),
        ({"themes": "trafficking"}, "did you mean theme"),
        ({"theme": "victims-support"}, "did you mean victim-support"),
        ({"country": "zz"}, '"zz" is not among countries'),
    ],
)
def test_unknown_condition_stops_the_build(
    public: PublicRegister, conditions: dict[str, str], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        count(page(public), "organisations", conditions)


def test_list_that_opens_tells_its_number_and_links_every_record(public: PublicRegister) -> None:
    block = listed(
        page(public), "Shelter", "organisations", {"country": "xa", "service": "shelter"}
    )
    assert block.startswith("<details")
    assert "<summary>Shelter: 1</summary>" in block
    assert leads(block) == ["../../organisations/xa-lantern-centre/"]
    assert "\n" not in block


def test_list_without_records_is_shown_as_empty(public: PublicRegister) -> None:
    block = listed(
        page(public), "Shelter", "organisations", {"country": "xb", "service": "shelter"}
    )
    assert "<summary>Shelter: 0</summary>" in block
    assert "<li>" not in block


def test_contacts_name_organisation_body_date_and_what_happened(public: PublicRegister) -> None:
    block = contacts(page(public), "Contacts", "xa", "prosecution")
    assert "<summary>Contacts: 1</summary>" in block
    words = seen(block)
    for expected in ("Lantern Centre", "Harbour Prosecution", "Victims are sent to the shelter"):
        assert expected in words
    assert "2019" in words


def test_contacts_with_another_kind_of_body_are_left_out(public: PublicRegister) -> None:
    block = contacts(page(public), "Contacts", "xa", "ministry")
    assert "Victims are sent to the shelter" not in block


def test_contacts_with_an_unknown_kind_of_body_stop_the_build(public: PublicRegister) -> None:
    with pytest.raises(ValueError, match="no kind of official body"):
        contacts(page(public), "Contacts", "xa", "prosecutors")
