"""The directory: filters, counts, sorting, addresses to share."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

LANGUAGES = {"en": "", "ar": "ar/", "fr": "fr/"}


def opened(page: Page, address: str, query: str = "", lang: str = "en") -> None:
    page.goto(f"{address}{LANGUAGES[lang]}organisations/{query}")
    expect(page.locator(".dalil-result").first).to_be_visible()


def shown(page: Page) -> int:
    text = page.locator(".dalil-results__count").inner_text()
    return int("".join(char for char in text if char.isdigit()))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_count_beside_a_filter_is_the_number_it_leaves(page: Page, address: str, lang: str) -> None:
    opened(page, address, lang=lang)
    row = page.locator("li:has(> #facet-theme-drugs)")
    expected = int("".join(char for char in row.inner_text().split("(")[-1] if char.isdigit()))
    page.locator("#facet-theme-drugs").check()
    expect(page.locator(".dalil-results__count")).to_contain_text(str(expected))
    assert shown(page) == expected


def test_filters_of_two_groups_narrow_and_two_values_of_one_widen(page: Page, address: str) -> None:
    opened(page, address, "?country=eg")
    egypt = shown(page)
    opened(page, address, "?country=eg&theme=legal-aid")
    narrow = shown(page)
    opened(page, address, "?country=eg&country=ye")
    both = shown(page)
    assert narrow < egypt < both


def test_filter_can_be_shared_by_its_address(page: Page, address: str) -> None:
    opened(page, address)
    counter = page.locator(".dalil-results__count")
    whole = counter.inner_text()
    page.locator("#facet-country-ye").check()
    page.locator("#facet-theme-drugs").check()
    page.wait_for_function("location.search.includes('theme=drugs')")
    expect(counter).not_to_have_text(whole)
    page.wait_for_timeout(500)
    narrowed, shared = counter.inner_text(), page.url
    page.goto(address)
    page.goto(shared)
    expect(counter).to_have_text(narrowed)
    assert page.locator("#facet-theme-drugs").is_checked()


def test_back_button_returns_to_the_same_filter(page: Page, address: str) -> None:
    opened(page, address, "?theme=drugs")
    count = shown(page)
    page.locator(".dalil-result a").first.click()
    page.wait_for_url("**/organisations/*-*/")
    page.go_back()
    expect(page.locator(".dalil-result").first).to_be_visible()
    assert shown(page) == count


def test_newest_source_first_changes_the_order(page: Page, address: str) -> None:
    opened(page, address)
    by_name = page.locator(".dalil-result a").all_inner_texts()
    page.locator("#directory-sort").select_option("newest")
    page.wait_for_function(
        "names => [...document.querySelectorAll('.dalil-result a')]"
        ".some((link, index) => link.innerText !== names[index])",
        arg=by_name,
    )


def test_filters_work_from_the_keyboard(page: Page, address: str) -> None:
    opened(page, address)
    total = shown(page)
    page.locator("#facet-country-ye").focus()
    page.keyboard.press("Space")
    page.wait_for_function("location.search.includes('country=ye')")
    expect(page.locator(".dalil-results__count")).not_to_contain_text(str(total))


def test_clear_shows_all_again(page: Page, address: str) -> None:
    opened(page, address)
    total = shown(page)
    page.locator("#facet-theme-drugs").check()
    expect(page.locator(".dalil-results__count")).not_to_contain_text(str(total))
    page.locator(".dalil-facets button").click()
    expect(page.locator(".dalil-results__count")).to_contain_text(str(total))


def test_without_javascript_every_organisation_is_listed(
    browser,
    address: str,
    site,  # type: ignore[no-untyped-def]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "organisations/")
    listed = page.locator("[data-dalil-plain] li a").count()
    assert listed == len(list((site / "organisations").glob("*/index.html")))
    assert page.locator("[data-dalil-plain] li a").first.is_visible()
    context.close()


@pytest.mark.parametrize("query", ["", "?country=eg"])
def test_name_in_another_language_says_so(page: Page, address: str, query: str) -> None:
    """On the page as it is built, and as its script draws it."""
    for lang, said in (("ar", "en"), ("en", None)):
        opened(page, address, query, lang)
        link = page.locator('.dalil-result a[href*="eg-arab-center-for-independence"]')
        expect(link).to_contain_text("Arab Center for the Independence of the Judiciary")
        assert link.get_attribute("lang") == said
        assert link.evaluate("it => getComputedStyle(it).direction") == "ltr"


@pytest.mark.parametrize("query", ["", "?country=eg"])
def test_terms_are_listed_with_the_comma_of_the_language(
    page: Page, address: str, query: str
) -> None:
    opened(page, address, query, "ar")
    listed = " ".join(page.locator(".dalil-result__themes").all_inner_texts())
    assert "، " in listed
    assert "," not in listed


def test_choice_loads_nothing_of_the_search(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    opened(page, address, "?theme=drugs")
    page.locator("#facet-country-ye").check()
    page.wait_for_function("location.search.includes('country=ye')")
    assert len([url for url in asked if url.endswith("/directory.json")]) == 1
    assert not [url for url in asked if "pagefind" in url]


@pytest.mark.parametrize(("lang", "words"), [("en", "Banati"), ("ar", "شوذب"), ("fr", "SEYAJ")])
def test_words_in_a_name_leave_its_organisation(
    page: Page, address: str, lang: str, words: str
) -> None:
    opened(page, address, lang=lang)
    whole = shown(page)
    page.locator("#directory-q").fill(words)
    page.wait_for_function("location.search.includes('q=')")
    expect(page.locator(".dalil-results__count")).not_to_contain_text(str(whole))
    expect(page.locator(".dalil-result a").first).to_be_visible()
    assert shown(page) < whole


def test_plain_list_is_shown_when_the_data_cannot_be_loaded(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/directory.json", lambda route: route.abort())
    page.goto(f"{address}organisations/?theme=drugs")
    expect(page.locator("[data-dalil-plain] li a").first).to_be_visible()
    page.close()
