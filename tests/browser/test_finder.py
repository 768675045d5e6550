"""Who can help: the question in three languages, without a connection, printed, by keyboard."""

from __future__ import annotations

import json
import re
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from macros.checks import check
from macros.finder import Question, facts, find
from macros.finder.page import country_data, country_file, page_data
from macros.publication import publish
from macros.register import load

from .building import ROOT

CASES: dict[str, Any] = json.loads((ROOT / "tests" / "finder" / "cases.json").read_text("utf-8"))
LANGUAGES = {"en": "", "ar": "ar/", "fr": "fr/"}
ASKED = "?need=trafficking&country=ma&region=MA-07"


def opened(page: Page, address: str, query: str = "", lang: str = "en") -> None:
    page.goto(f"{address}{LANGUAGES[lang]}help/{query}")
    expect(page.locator(".dalil-find__form")).to_be_visible()


def answered(page: Page, address: str, query: str = ASKED, lang: str = "en") -> None:
    opened(page, address, query, lang)
    expect(page.locator(".dalil-find__answer h2")).to_be_visible()


def rules(page: Page, address: str, data: Any, questions: list[Any]) -> Any:
    """What the page's rules answer."""
    page.goto(address)
    return page.evaluate(
        """async ([source, facts, questions]) => {
          const { find } = await import(source);
          return questions.map((question) => find(facts, question));
        }""",
        [f"{address}assets/js/finder-rules.js", data, questions],
    )


def plain(answer: Any) -> Any:
    """An answer as JSON has it."""
    return json.loads(json.dumps(asdict(answer)))


def test_page_answers_as_checked_by_hand(page: Page, address: str) -> None:
    questions = [case["question"] for case in CASES["cases"]]
    answers = rules(page, address, CASES["facts"], questions)
    for case, answer in zip(CASES["cases"], answers, strict=True):
        assert answer == case["answer"], case["claim"]


def test_page_and_command_give_the_same_answers_on_the_register(
    page: Page, address: str, site: Path
) -> None:
    register = load(str(ROOT))
    public = publish(register, check(register))
    known = facts(public)
    common, parts = (
        json.loads(page_data(public, "en")),
        {country_file(code): country_data(public, "en", code) for code in public.countries},
    )
    for code, country in public.countries.items():
        asked = [
            {"need": need.key, "country": code, "region": region}
            for need in known.needs
            for region in ["", *country.record.regions]
        ]
        data = common["facts"] | json.loads(parts[country_file(code)])["facts"]
        answers = rules(page, address, data, asked)
        for question, answer in zip(asked, answers, strict=True):
            assert answer == plain(find(known, Question(**question))), question


@pytest.mark.parametrize("lang", LANGUAGES)
def test_choosing_need_and_country_answers_at_once(page: Page, address: str, lang: str) -> None:
    opened(page, address, lang=lang)
    page.locator("#find-need").select_option("shelter")
    page.locator("#find-country").select_option("eg")
    expect(page.locator(".dalil-find__item").first).to_be_visible()
    apart = ".dalil-find__group--ask, .dalil-find__group--closed"
    n = page.locator(f".dalil-find__group:not({apart}) .dalil-find__item").count()
    expect(page.locator(".dalil-find__state")).to_contain_text(str(n))
    assert "need=shelter" in page.url
    assert "country=eg" in page.url


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_organisation_offered_says_why_and_leads_to_its_record(
    page: Page, address: str, lang: str, site: Path
) -> None:
    answered(page, address, "?need=child-victim&country=ma", lang)
    items = page.locator(".dalil-find__group--country .dalil-find__item")
    assert items.count() > 3
    for item in items.all():
        assert item.locator(".dalil-find__why li").count() >= 2
        href = item.locator("h4 a").get_attribute("href") or ""
        assert (site / LANGUAGES[lang] / "help" / href / "index.html").resolve().is_file()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_answers_without_a_connection_once_loaded(
    page: Page, context: BrowserContext, address: str, lang: str
) -> None:
    opened(page, address, lang=lang)
    expect(page.locator(".dalil-find__ready")).not_to_be_empty()
    context.set_offline(True)
    page.locator("#find-need").select_option("torture-complaint")
    page.locator("#find-country").select_option("ye")
    page.locator("#find-region").select_option("YE-TA")
    expect(page.locator(".dalil-find__group--near .dalil-find__item").first).to_be_visible()
    page.locator("[data-region='YE-SA']").click()
    expect(page.locator(".dalil-find__group--local .dalil-find__item").first).to_be_visible()
    context.set_offline(False)


def test_answer_can_be_shared_by_its_address(page: Page, address: str) -> None:
    answered(page, address)
    first = page.locator(".dalil-find__answer").inner_text()
    shared = page.url
    page.goto(address)
    page.goto(shared)
    expect(page.locator(".dalil-find__answer h2")).to_be_visible()
    assert page.locator(".dalil-find__answer").inner_text() == first


def test_address_that_names_what_does_not_exist_is_left_open(page: Page, address: str) -> None:
    opened(page, address, "?need=%3Cscript%3E&country=zz&region=EG-C")
    expect(page.locator("#find-need")).to_have_value("")
    expect(page.locator(".dalil-find__answer")).to_be_empty()


def test_closed_organisations_stand_apart_without_contact(page: Page, address: str) -> None:
    answered(page, address, "?need=legal-aid&country=eg")
    closed = page.locator(".dalil-find__group--closed")
    expect(closed.locator(".dalil-find__item").first).to_contain_text("Closed")
    assert closed.locator("dl").count() == 0
    offered = page.locator(".dalil-find__group--country .dalil-find__item")
    assert offered.count() > 3
    assert "Closed" not in " ".join(offered.locator(".dalil-find__care").all_inner_texts())


def test_nearest_region_says_how_far(page: Page, address: str) -> None:
    answered(page, address, "?need=child-victim&country=eg&region=EG-ASN")
    expect(page.locator(".dalil-find__answer > .dalil-notice").first).to_contain_text("Aswan")
    near = page.locator(".dalil-find__group--near")
    expect(near).to_contain_text("Squares away on the tile map: 4")


def test_whole_country_is_one_click_away(page: Page, address: str) -> None:
    answered(page, address, "?need=child-victim&country=eg&region=EG-ASN")
    page.locator("[data-whole-country]").click()
    expect(page.locator(".dalil-find__group--country")).to_be_visible()
    expect(page.locator("#find-region")).to_have_value("")


def test_map_is_worked_by_keyboard(page: Page, address: str) -> None:
    answered(page, address, "?need=shelter&country=ma")
    page.locator("[data-region='MA-06']").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#find-region")).to_have_value("MA-06")
    expect(page.locator("[data-region='MA-06']")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("document.activeElement.dataset.region") == "MA-06"


def test_form_is_worked_by_keyboard_and_leads_to_the_answer(page: Page, address: str) -> None:
    opened(page, address, "?need=shelter&country=ma")
    page.locator("#find-need").focus()
    for _ in range(4):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_targets_are_large_enough(page: Page, address: str) -> None:
    answered(page, address)
    for target in page.locator(".dalil-find :is(select, button):visible").all():
        box = target.bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["width"] >= 44


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "query",
    [
        "?need=child-victim&country=eg&region=EG-ASN",
        "?need=rights-violation&country=eg",
        "?need=legal-aid&country=ye&region=YE-IB",
        "?need=violence-against-women&country=ma&region=MA-06",
        "?need=person-in-detention&country=jo",
    ],
)
def test_sheet_prints_on_one_page(page: Page, address: str, query: str, lang: str) -> None:
    answered(page, address, query, lang)
    pdf = page.pdf(format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_saved_sheet_opens_on_its_own_with_whole_addresses(
    page: Page, browser: Browser, address: str, tmp_path: Path
) -> None:
    answered(page, address, lang="fr")
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    file = tmp_path / "sheet.html"
    download.value.save_as(file)
    alone = browser.new_page()
    alone.goto(file.as_uri())
    assert alone.locator("h4").count() == page.locator(".dalil-find__answer h4").count()
    links = alone.locator("a").evaluate_all("all => all.map((a) => a.getAttribute('href'))")
    assert all(link.startswith(("http", "tel:", "mailto:")) for link in links)
    assert alone.locator("script").count() == 0
    alone.close()


def test_without_javascript_each_need_leads_to_its_themes(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}help/")
    assert not page.locator(".dalil-find__form").is_visible()
    page.locator(".dalil-find__plain summary").click()
    assert page.locator(".dalil-find__plain dd a:visible").count() > 20
    context.close()


def test_data_that_cannot_be_loaded_is_said(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/finder.json", lambda route: route.abort())
    page.goto(f"{address}help/")
    expect(page.locator(".dalil-find__state")).to_contain_text("could not be loaded")
    page.close()


def test_country_asked_about_is_loaded_first(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rsplit("/", 1)[-1]))
    answered(page, address, "?need=shelter&country=jo")
    parts = [name for name in asked if name.startswith("finder-") and name.endswith(".json")]
    assert parts[0] == "finder-jo.json"


def test_home_page_question_leads_to_the_answer(page: Page, address: str) -> None:
    page.goto(address)
    form = page.locator("form.dalil-help")
    form.locator("select[name=need]").select_option("shelter")
    form.locator("select[name=country]").select_option("jo")
    form.locator("[type=submit]").click()
    page.wait_for_url("**/help/?need=shelter&country=jo")
    expect(page.locator(".dalil-find__item").first).to_be_visible()
