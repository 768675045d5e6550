"""Every kind of page passes the rules of WCAG 2.2 AA that a program can check, in every form."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PATHS = [
    "",
    "organisations/",
    "organisations/eg-banati-foundation/",
    "authorities/eg-public-prosecution/",
    "legislation/",
    "legislation/egypt/",
    "legislation/compare/",
    "mechanisms/yemen/",
    "authorities/prosecution/",
    "help/?need=child-victim&country=eg&region=EG-ASN",
    "stocktaking/",
    "analysis/",
    "report/yemen/",
    "about/method/",
    "themes/drugs/",
    "countries/yemen/",
    "about/data-quality/",
    "documents/",
    "downloads/",
    "about/database/",
]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("prefix", ["", "ar/", "fr/"])
@pytest.mark.parametrize("path", PATHS)
def test_page_has_no_barrier(
    browser: Browser, address: str, path: str, prefix: str, scheme: str
) -> None:
    width = 360 if scheme == "dark" else 1280
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    page.goto(address + prefix + path)
    page.wait_for_load_state("networkidle")
    found = Axe().run(page, options=RULES).response["violations"]
    context.close()
    told = [f"{it['id']}: {it['nodes'][0]['html'][:160]}" for it in found]
    assert told == []


@pytest.mark.parametrize("prefix", ["", "ar/", "fr/"])
@pytest.mark.parametrize("path", PATHS)
def test_narrow_page_does_not_scroll_sideways(
    browser: Browser, address: str, path: str, prefix: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(address + prefix + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()
