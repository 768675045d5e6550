"""Getting around: menus, languages, links."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html
from playwright.sync_api import Page

from macros.words import words

LANGUAGES = {"en": "", "ar": "ar/", "fr": "fr/"}
RECORD = "organisations/eg-banati-foundation/"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_home_page_leads_to_every_section(page: Page, address: str, lang: str) -> None:
    page.goto(address + LANGUAGES[lang])
    tabs = page.locator(".md-tabs__link")
    addresses = [tabs.nth(index).get_attribute("href") for index in range(tabs.count())]
    assert len(addresses) >= 6
    for each in addresses:
        answer = page.goto(urljoin(address + LANGUAGES[lang], each))
        assert answer and answer.ok
        assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", ["", "organisations/", "about/method/", RECORD, "themes/drugs/"])
def test_language_switch_stays_on_the_page(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    for lang, prefix in [("ar", "ar/"), ("fr", "fr/"), ("en", "")]:
        page.locator(".md-select__inner").evaluate("it => it.style.maxHeight = 'none'")
        link = page.locator(f".md-select__link[hreflang={lang}]")
        page.goto(urljoin(page.url, link.get_attribute("href")))
        assert page.url == address + prefix + path
        assert page.locator("html").get_attribute("lang") == lang


@pytest.mark.parametrize(("lang", "direction"), [("en", "ltr"), ("ar", "rtl"), ("fr", "ltr")])
def test_page_has_the_direction_of_its_language(
    page: Page, address: str, lang: str, direction: str
) -> None:
    page.goto(address + LANGUAGES[lang] + RECORD)
    assert page.evaluate("getComputedStyle(document.body).direction") == direction


def test_relation_is_linked_in_both_directions(page: Page, address: str) -> None:
    page.goto(address + RECORD)
    page.locator("a[href*='eg-ministry-of-social-solidarity']").first.click()
    page.wait_for_url("**/authorities/eg-ministry-of-social-solidarity/")
    page.locator(f"a[href$='{RECORD}']").first.click()
    page.wait_for_url(f"**/{RECORD}")


def test_unknown_page_says_so_and_leads_home(page: Page, site: Path) -> None:
    document = html.fromstring((site / "404.html").read_bytes())
    assert document.findtext(".//h1")


def test_no_internal_link_is_dead(site: Path) -> None:
    """Every address and anchor of every page, in all languages, leads somewhere."""
    documents = {path: html.parse(str(path)).getroot() for path in site.rglob("*.html")}
    anchors = {path: set(root.xpath("//@id|//a/@name")) for path, root in documents.items()}
    dead = []
    for path, root in documents.items():
        if path.name == "404.html":
            continue
        here = "http://site/" + path.relative_to(site).as_posix().removesuffix("index.html")
        for link in set(root.xpath("//a/@href|//img/@src|//link/@href|//script/@src")):
            target = urlsplit(urljoin(here, link))
            if target.netloc != "site":
                continue
            file = site / unquote(target.path).lstrip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                dead.append(f"{here}: {link}")
            elif target.fragment and file.suffix == ".html":
                wanted = unquote(target.fragment)
                if wanted not in anchors[file] and not wanted.startswith("__"):
                    dead.append(f"{here}: {link} (no such anchor)")
    assert dead == []


def test_sitemap_names_every_record_page_in_every_language(site: Path) -> None:
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert "zz-kind" not in text
    for lang, prefix in LANGUAGES.items():
        pages = {p.parent.name for p in (site / prefix / "organisations").glob("*/index.html")}
        named = re.findall(rf"<loc>[^<]*?/?{prefix}organisations/([^/<]+)/</loc>", text)
        assert pages <= set(named), lang


def test_page_that_does_not_exist_speaks_every_language(site: Path) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in text
    for lang in LANGUAGES:
        assert words("search", lang)["not_found"] in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_choice_of_form_leaves_the_practices_of_that_form(
    page: Page, address: str, lang: str
) -> None:
    page.goto(f"{address}{LANGUAGES[lang]}practices/")
    rows = page.locator("[data-dalil-practices] li[data-form]:visible")
    before = rows.count()
    form = rows.first.get_attribute("data-form") or ""
    page.locator("[data-dalil-practices] select[name=form]").select_option(form)
    assert 0 < rows.count() < before
    assert page.locator("[data-count]").inner_text() == str(rows.count())
