"""The page of downloads, in every language, leads to files of the size it states."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Page

LANGUAGES = {"en": "", "ar": "ar/", "fr": "fr/"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_file_on_the_page_is_there(page: Page, address: str, lang: str) -> None:
    page.goto(f"{address}{LANGUAGES[lang]}downloads/")
    links = page.locator(".dalil-downloads td a, .dalil-downloads th a")
    hrefs = [links.nth(index).evaluate("it => it.href") for index in range(links.count())]
    assert len(hrefs) > 100
    assert all(href.startswith(address) for href in hrefs)
    for href in [href for href in hrefs if re.search(r"/downloads/register[.-]", href)]:
        answer = page.request.get(href)
        assert answer.ok and len(answer.body()) > 10_000


def test_database_of_the_site_opens(site: Path) -> None:
    database = sqlite3.connect(f"file:{site / 'downloads' / 'register.sqlite'}?mode=ro", uri=True)
    pages = {path.parent.name for path in (site / "organisations").glob("*/index.html")}
    found = {key for (key,) in database.execute("SELECT organisation FROM organisations")}
    assert found == pages


def test_downloads_are_made_once_not_per_language(site: Path) -> None:
    assert not (site / "ar" / "downloads" / "register.sqlite").exists()
    assert not (site / "fr" / "api").exists()


def test_names_in_the_dictionary_lead_to_their_tables(page: Page, address: str) -> None:
    page.goto(f"{address}ar/about/database/")
    page.locator("#organisations + p + div a[href='#regions']").first.click()
    assert page.url.endswith("#regions")
    assert page.locator("h3#regions").is_visible()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", ["downloads/", "about/database/"])
def test_page_does_not_scroll_sideways_on_a_phone(
    page: Page, address: str, path: str, lang: str
) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(address + LANGUAGES[lang] + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 375
