"""Languages: which text a reader gets, and how names, dates and numbers look and sort."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.text import (
    LANGUAGES,
    date,
    fold,
    join,
    number,
    percent,
    pick,
    script_fits,
    search_forms,
    show,
    sort_key,
    without_article,
)  # fmt: skip


def test_reader_gets_the_asked_language() -> None:
    assert show({"en": "a", "ar": "ب"}, "ar").text == "ب"


def test_missing_language_falls_back_to_english() -> None:
    shown = show({"fr": "c", "en": "a"}, "ar")
    assert (shown.text, shown.lang, shown.dir) == ("a", "en", "ltr")


def test_without_english_whatever_there_is_is_shown_and_marked() -> None:
    shown = show({"ar": "ب"}, "fr")
    assert (shown.text, shown.lang, shown.dir) == ("ب", "ar", "rtl")


def test_text_in_no_language_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one language"):
        pick({}, "en")


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Fès", "fes"),
        ("ÉCOLE", "ecole"),
        ("أحمد", "احمد"),
        ("إدارة", "اداره"),
        ("مستشفى", "مستشفي"),
        ("مُنَظَّمَة", "منظمه"),
        ("جمعيــــة", "جمعيه"),
        ("Straße", "strasse"),
    ],
)
def test_spellings_of_one_name_fold_together(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_arabic_article_is_taken_off_each_word() -> None:
    assert without_article(fold("المركز الوطني للحقوق")) == "مركز وطني حقوق"


def test_short_word_keeps_letters_that_only_look_like_an_article() -> None:
    assert without_article(fold("الم")) == "الم"


def test_names_sort_without_article_case_and_punctuation() -> None:
    names = ["«زهرة»", "المركز", "اتحاد", "Zeta", "école", "Delta", "(Alpha)"]
    expected = ["(Alpha)", "Delta", "école", "Zeta", "اتحاد", "«زهرة»", "المركز"]
    assert sorted(names, key=sort_key) == expected


def test_name_of_nothing_but_signs_sorts_last() -> None:
    assert sort_key("؟!") > sort_key("يمن")


@pytest.mark.parametrize(
    ("value", "lang", "shown"),
    [
        ("2003", "en", "2003"),
        ("2003-06", "en", "June 2003"),
        ("2003-06-24", "en", "24 June 2003"),
        ("2003", "fr", "2003"),
        ("2003-06", "fr", "juin 2003"),
        ("2003-06-24", "fr", "24 juin 2003"),
        ("2003-06-01", "fr", "1 juin 2003"),
        ("2003", "ar", "2003"),
    ],
)
def test_date_is_shown_as_exactly_as_it_is_known(value: str, lang: str, shown: str) -> None:
    assert date(value, lang) == shown


@pytest.mark.parametrize("value", ["2003-06", "2003-06-24"])
def test_arabic_date_has_an_arabic_month_and_european_digits(value: str) -> None:
    shown = date(value, "ar")
    assert "2003" in shown and script_fits(shown, "ar")
    assert not set("٠١٢٣٤٥٦٧٨٩") & set(shown)


def test_numbers_have_the_signs_of_their_language() -> None:
    assert number(10958, "en") == "10,958"
    assert number(10958, "fr") == "10\u202f958"
    assert not set("٠١٢٣٤٥٦٧٨٩") & set(number(10958, "ar") + percent(0.41, "ar"))


def test_items_join_as_each_language_joins_them() -> None:
    assert join(["a", "b", "c"], "en") == "a, b and c"
    assert join(["a", "b"], "fr") == "a et b"
    assert join(["ا", "ب"], "ar") == "ا وب"
    assert join([], "en") == ""


@pytest.mark.parametrize(
    ("text", "lang", "fits"),
    [
        ("Lantern Centre", "en", True),
        ("مركز الفنار", "en", False),
        ("Lantern Centre", "ar", False),
        ("يعمل مع UNICEF في المدينة", "ar", True),
        ("Works with (أصدقاء)", "fr", True),
        ("2019", "ar", True),
        ("—", "fr", True),
    ],
)
def test_script_is_compared_with_the_language(text: str, lang: str, fits: bool) -> None:
    assert script_fits(text, lang) is fits


def test_search_finds_folded_forms_with_and_without_article() -> None:
    assert search_forms("المنظمة") == ["المنظمه", "منظمه"]
    assert search_forms("plain") == []


def test_every_language_has_a_locale_and_a_direction() -> None:
    for code, language in LANGUAGES.items():
        assert language.code == code and language.dir in ("ltr", "rtl") and language.name
