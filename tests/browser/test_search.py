"""Search: spellings, scripts and acronyms find their organisation, from any language's site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

QUERIES = [
    # as written, and with the letters that writers interchange
    ("ar/", "المنظمة المصرية لحقوق الإنسان", "eg-egyptian-organization-for-human-rights"),
    ("ar/", "المنظمه المصريه لحقوق الانسان", "eg-egyptian-organization-for-human-rights"),
    ("ar/", "منظمة مصرية لحقوق الإنسان", "eg-egyptian-organization-for-human-rights"),
    ("ar/", "المنظّمة المصريّة", "eg-egyptian-organization-for-human-rights"),
    ("ar/", "المنظمـــة المصريـــة", "eg-egyptian-organization-for-human-rights"),
    ("ar/", "مؤسسة شوذب للطفوله", "ye-shawthab"),
    ("ar/", "شوذب", "ye-shawthab"),
    ("ar/", "الشوذب", "ye-shawthab"),
    ("ar/", "منتدي الشقائق العربي", "ye-sisters-arab-forum"),
    ("ar/", "رابطة المراة العربية", "eg-alliance-for-arab-women"),
    ("ar/", "اطفال السجينات", "eg-children-of-female-prisoners-association"),
    ("ar/", "EOHR", "eg-egyptian-organization-for-human-rights"),
    # English and French names, acronyms, other spellings
    ("", "EOHR", "eg-egyptian-organization-for-human-rights"),
    ("", "eohr", "eg-egyptian-organization-for-human-rights"),
    ("", "Banati", "eg-banati-foundation"),
    ("", "Shaothab", "ye-shawthab"),
    ("", "المنظمة المصرية لحقوق الإنسان", "eg-egyptian-organization-for-human-rights"),
    ("", "Hesham Mubarak", "eg-hisham-mubarak-law-center"),
    ("fr/", "Banati", "eg-banati-foundation"),
    ("fr/", "هود", "ye-hood"),
    ("fr/", "SEYAJ", "ye-seyaj"),
]


@pytest.mark.parametrize(("prefix", "query", "key"), QUERIES)
def test_query_finds_its_organisation(
    page: Page, address: str, prefix: str, query: str, key: str
) -> None:
    page.goto(address + prefix)
    page.locator(".dalil-search__input").fill(query)
    results = page.locator(".dalil-search__results a")
    expect(results.first).to_be_visible()
    found = [results.nth(i).get_attribute("href") or "" for i in range(min(5, results.count()))]
    assert any(f"/{prefix}organisations/{key}" in each for each in found), found


def test_theme_and_authored_pages_are_found_too(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".dalil-search__input").fill("Trafficking in persons")
    expect(page.locator(".dalil-search__results a[href*='themes/trafficking/']")).to_be_visible()


def test_arrow_keys_and_enter_open_a_result(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.locator(".dalil-search__input").fill("Banati")
    expect(page.locator(".dalil-search__results a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/organisations/eg-banati-foundation/")


def test_nothing_found_is_said(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".dalil-search__input").fill("qxqxqx")
    expect(page.locator(".dalil-search__count")).to_contain_text("Nothing found")


def test_search_is_loaded_only_when_used(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "about/method/")
    assert not [url for url in asked if "pagefind" in url]


def test_first_search_stays_under_300_kilobytes(page: Page, address: str) -> None:
    sizes: list[int] = []

    def note(response) -> None:  # type: ignore[no-untyped-def]
        if "pagefind" in response.url:
            sizes.append(len(response.body()))

    page.goto(address)
    page.on("response", note)
    page.locator(".dalil-search__input").fill("shelter")
    expect(page.locator(".dalil-search__results a").first).to_be_visible()
    assert 0 < sum(sizes) < 300_000
