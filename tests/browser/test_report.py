"""Reading the evaluative report: its contents, its figures and the way to the rows behind them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

LANGUAGES = {"en": "", "ar": "ar/", "fr": "fr/"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_contents_list_the_chapters_and_lead_to_them(page: Page, address: str, lang: str) -> None:
    page.goto(f"{address}{LANGUAGES[lang]}report/jordan/")
    entries = page.locator(
        ".md-sidebar--secondary .md-nav--secondary > .md-nav__list > .md-nav__item > .md-nav__link"
    )
    assert entries.count() == 14
    for index in range(14):
        target = str(entries.nth(index).get_attribute("href"))
        assert page.locator(f"h2{target}").count() == 1


def test_summary_leads_to_the_points_for_dialogue(page: Page, address: str) -> None:
    page.goto(f"{address}report/")
    link = page.get_by_role("link", name="referral of victims and witnesses", exact=True)
    target = str(link.get_attribute("href"))
    link.click()
    assert page.url.endswith(target)
    expect(page.locator(target)).to_be_in_viewport()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_number_of_a_theme_leads_to_its_organisations(page: Page, address: str, lang: str) -> None:
    page.goto(f"{address}{LANGUAGES[lang]}report/egypt/")
    sentence = page.locator("h2#summary ~ ul").first.locator("li").first
    first = sentence.locator("a").first
    stated = re.findall(r"\((\d+)\)", sentence.inner_text())[0]
    first.click()
    count = page.locator(".dalil-results__count")
    expect(count).to_contain_text(stated)


def test_row_behind_a_chart_leads_to_the_records_it_counts(page: Page, address: str) -> None:
    page.goto(f"{address}report/morocco/")
    chart = page.locator("#chart-themes-ma")
    chart.locator("summary").click()
    row = chart.locator("tbody tr").first
    stated = row.locator("td").first.inner_text()
    row.locator("a").first.click()
    expect(page.locator(".dalil-results__count")).to_contain_text(stated)


def test_row_without_a_filter_names_its_records(page: Page, address: str) -> None:
    page.goto(f"{address}analysis/")
    chart = page.locator("#chart-sponsors")
    chart.locator("summary").click()
    row = chart.locator("tbody tr").first
    assert row.locator("td a").count() == int(row.locator("td").first.inner_text())
    name = row.locator("td a").first.inner_text()
    row.locator("td a").first.click()
    expect(page.locator("h1")).to_contain_text(name)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_rank_stands_without_its_interval(page: Page, address: str, lang: str) -> None:
    page.goto(f"{address}{LANGUAGES[lang]}report/yemen/")
    charts = page.locator("figure[id^='chart-intervals-']")
    assert charts.count() >= 3
    for index in range(charts.count()):
        charts.nth(index).locator("summary").click()
        cells = charts.nth(index).locator("tbody tr td:nth-child(2)").all_inner_texts()
        assert cells
        assert all(re.fullmatch(r"\d+–\d+ \w+ \d+", cell) for cell in cells)
