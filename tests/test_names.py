"""Names that records mention without a language: which one they are in, and how they are shown."""

from __future__ import annotations

import pytest

from macros.register import load
from macros.text import show, spoken
from macros.words import rendered

from .conftest import ROOT


@pytest.mark.parametrize(
    ("name", "lang"),
    [
        ("Human Rights Watch", "en"),
        ("Fondation de France", "fr"),
        ("Aujourd'hui le Maroc", "fr"),
        ("Libération", "fr"),
        ("جريدة الصباح", "ar"),
        ("المركز (CIHRS)", "ar"),
        ("Design for all", "en"),
        ("Droits et justice: law at the service of the weakest", "en"),
    ],
)
def test_name_shows_its_language_by_letters_and_small_words(name: str, lang: str) -> None:
    assert spoken(name).lang == lang


def test_known_name_is_shown_in_the_language_of_the_page() -> None:
    assert show(rendered("European Union"), "ar").text == "الاتحاد الأوروبي"
    assert show(rendered("European Union"), "fr").text == "Union européenne"


def test_unknown_name_stands_as_typed_in_its_own_language() -> None:
    shown = show(rendered("Lantern & Sons"), "ar")
    assert (shown.text, shown.lang) == ("Lantern & Sons", "en")


def test_every_partner_and_sponsor_of_the_shipped_register_is_rendered() -> None:
    unknown = set()
    for entry in load(str(ROOT)).organisations.values():
        named = [it.name for it in entry.record.sponsors or ()]
        for project in entry.record.projects or ():
            named += [*(project.partners or ()), *(project.sponsors or ())]
        unknown |= {name for name in named if {"ar", "fr"} - rendered(name).keys()}
    assert unknown == set()
