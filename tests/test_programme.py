"""The programme, from a focus group to measured indicators, in an invented country."""

from __future__ import annotations

import html
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

from macros.checks import check
from macros.exports import edition, export
from macros.pages.blocks.common import Place
from macros.pages.blocks.programme import country_programme, plan_progress, recommendations
from macros.pages.record_pages import pages
from macros.problems import Problem
from macros.programme.agendas import agenda
from macros.programme.participants import authorities, participants
from macros.programme.progress import advance, decided, reached, standing, taken_up
from macros.programme.questions import questions
from macros.publication import PublicRegister, publish
from macros.register import load
from macros.report import report
from macros.tables import tables
from macros.text import LANGUAGES

from .chain import FOCUS_GROUP, PLAN, lay
from .conftest import ROOT

Write = Callable[[str, str], Path]


@pytest.fixture
def chain(home: Path, write: Write) -> PublicRegister:
    lay(write)
    register = load(str(home))
    problems = check(register)
    assert not [problem for problem in problems if problem.is_error]
    return publish(register, problems)


def page(public: PublicRegister, kind: str, key: str, lang: str = "en") -> str:
    found = next(it.body for it in pages(public, lang) if (it.kind, it.key) == (kind, key))
    return html.unescape(found)


def test_recommendation_leads_to_the_action_that_took_it_up(chain: PublicRegister) -> None:
    assert [action.id for _, action in taken_up("xa-focus-group", "r1", chain)] == ["form"]
    body = page(chain, "events", "xa-focus-group")
    assert "../../action-plans/xa/#form" in body
    assert "Offices are too far apart" in body


def test_drafts_stand_side_by_side_with_comment_answer_and_change(chain: PublicRegister) -> None:
    body = page(chain, "action-plans", "xa")
    for text in ("A form of three pages", "A form of one page", "Three pages are too long",
                 "Shortened", "One page"):  # fmt: skip
        assert text in body
    plan = chain.action_plans["xa"].record
    action = plan.objectives[0].actions[0]
    summaries = [standing(action, plan, draft.version) for draft in plan.drafts]
    assert [it.summary["en"] if it else None for it in summaries] == [
        "A form of three pages", "A form of one page", "A form of one page", "A form of one page",
    ]  # fmt: skip


def test_approval_and_measured_progress_are_on_the_page(chain: PublicRegister) -> None:
    indicator = chain.action_plans["xa"].record.objectives[0].actions[0].indicators[0]
    assert reached(indicator) == 75
    body = page(chain, "action-plans", "xa")
    assert 'value="75"' in body and "Approved" in body
    assert "has not been approved" not in body


def test_unmeasured_indicator_has_no_progress(chain: PublicRegister) -> None:
    indicator = chain.action_plans["xa"].record.objectives[0].actions[0].indicators[0]
    assert reached(indicator.model_copy(update={"actual": None})) is None
    assert reached(indicator.model_copy(update={"baseline": None})) is None


def test_timeline_begins_at_the_right_in_arabic(chain: PublicRegister) -> None:
    assert '<svg viewBox="0 0 720' in page(chain, "action-plans", "xa")
    english, arabic = (page(chain, "action-plans", "xa", lang) for lang in ("en", "ar"))
    assert english.split("<rect")[1].split('"')[1] != arabic.split("<rect")[1].split('"')[1]


def test_withheld_organisation_is_not_invited_nor_its_reason_shown(chain: PublicRegister) -> None:
    assert "exposure-withheld" not in page(chain, "events", "xa-workshop")
    assert "stays inside" not in page(chain, "events", "xa-workshop")
    invited = chain.events["xa-workshop"].record.invited
    assert [it.organisation for it in invited or () if it.organisation] == ["xa-lantern-union"]


def test_own_agenda_wins_and_times_follow_each_other(chain: PublicRegister) -> None:
    own = agenda(chain.events["xa-workshop"].record, [])
    assert [(it.start, it.minutes) for it in own] == [("10:00", 45), ("10:45", 30)]
    usual = agenda(chain.events["xa-focus-group"].record, [{"en": "First?"}, {"en": "Second?"}])
    assert [it.about["en"] for it in usual if it.about] == ["First?", "Second?"]


def test_proposed_participants_share_a_topic_and_none_has_ended(chain: PublicRegister) -> None:
    found = participants(chain.events["xa-focus-group"], chain)
    assert found and all(it.themes for it in found)
    assert "xa-merged-into-another" not in {it.key for it in found}
    assert {chain.organisations[it.key].country for it in found} == {"xa"}


def test_questions_are_proposed_only_where_the_record_asks_none(chain: PublicRegister) -> None:
    assert questions(chain.events["xa-workshop"], chain) == [{"en": "Which words fit?"}]
    assert questions(chain.events["xa-focus-group"], chain)


def test_calendar_is_read_by_a_calendar_library(chain: PublicRegister, tmp_path: Path) -> None:
    export(chain, edition(chain, str(tmp_path), ""), str(tmp_path / "out"), ("events",))
    for name in ("events.ics", "events.ar.ics", "events.fr.ics"):
        text = (tmp_path / "out" / "downloads" / name).read_bytes()
        assert all(len(line) <= 75 for line in text.split(b"\r\n"))
        found = Calendar.from_ical(text.decode()).walk("VEVENT")
        assert [str(it.decoded("DTSTART")) for it in found] == [
            "2025-03-04", "2025-05-06", "2025-08-01", "2025-11-03",
        ]  # fmt: skip
    assert (
        str(next(it for it in found if "LOCATION" in it)["LOCATION"])
        == "Port Lantern; harbour, north"
    )


def test_action_that_rests_on_a_missing_recommendation_is_refused(
    write: Write, problems: Callable[[], list[Problem]]
) -> None:
    write("events/xa/focus-group.yml", FOCUS_GROUP)
    write("action-plans/xa.yml", PLAN.replace("recommendation: r1", "recommendation: r7"))
    assert "ground-not-found" in {problem.code for problem in problems()}


def test_every_step_of_the_chain_leads_to_the_next(chain: PublicRegister) -> None:
    before = {"discussion": "focus-group", "workshop": "discussion", "training": "workshop"}
    for step, earlier in before.items():
        assert f"../../events/xa-{earlier}/" in page(chain, "events", f"xa-{step}")
        assert "../../action-plans/xa/" in page(chain, "events", f"xa-{step}")
    plan = page(chain, "action-plans", "xa")
    for step in ("focus-group", *before):
        assert f"../../events/xa-{step}/" in plan
    assert "../../modules/referral/" in page(chain, "events", "xa-training")
    assert "../../events/xa-training/" in page(chain, "modules", "referral")


def test_report_names_the_events_that_take_up_its_themes(home: Path, write: Write) -> None:
    shutil.copytree(ROOT / "data/vocabularies", home / "data/vocabularies", dirs_exist_ok=True)
    lay(write)
    register = load(str(home))
    public = publish(register, [it for it in check(register) if not it.is_error])
    for lang in LANGUAGES:
        sentences = [it for _, it in report(tables(public), lang, "xa").sentences()]
        part = next(it for it in sentences if it.phrase == "focus-events")
        assert [run.href for run in part.runs if run.href] == ["events/xa-focus-group/"]


def test_rejected_action_stands_with_its_reason(chain: PublicRegister) -> None:
    body = page(chain, "action-plans", "xa")
    assert "No staff at night" in body and "Rejected" in body
    assert decided(chain.action_plans["xa"]) == {"approved": 1, "rejected": 1}


def test_action_added_later_stands_in_no_earlier_draft(chain: PublicRegister) -> None:
    plan = chain.action_plans["xa"].record
    added = plan.objectives[0].actions[1]
    assert [bool(standing(added, plan, it.version)) for it in plan.drafts] == [
        False, True, True, True,
    ]  # fmt: skip
    assert "not in this draft" in page(chain, "action-plans", "xa")


def test_results_and_evaluation_of_training_are_on_its_page(chain: PublicRegister) -> None:
    body = page(chain, "events", "xa-training")
    assert "<td>12</td><td>11</td>" in body
    assert "I learnt something that I can use." in body
    assert "<td>10</td><td>2</td><td>0</td>" in body


def test_latest_measurement_tells_the_progress(chain: PublicRegister) -> None:
    assert "3 · December 2025" in page(chain, "action-plans", "xa")


def test_official_body_is_invited_with_the_reason(chain: PublicRegister) -> None:
    assert "It decides on the form" in page(chain, "events", "xa-workshop")
    found = authorities(chain.events["xa-training"], chain)
    assert found == {"xa-public-prosecution": ["deciding"]}


TWO_COUNTRIES = "{mechanism: xa-victims-committee}, {mechanism: xb-referral-of-children}"
GAP_PLAN = PLAN.replace(
    "rests_on: [{heard_at: xa-focus-group, recommendation: r1}]",
    f"rests_on: [{{gap: GAP}}, {TWO_COUNTRIES}]",
).replace("rests_on: [{mechanism: xa-victims-committee}]", f"rests_on: [{TWO_COUNTRIES}]")


@pytest.mark.parametrize(
    ("gap", "is_one"),
    [
        ("{theme: victim-support}", False),
        ("{theme: victim-support, country: xa}", False),
        ("{theme: trafficking, country: xb}", True),
    ],
)
def test_gap_of_a_regional_plan_is_looked_up_in_its_country(
    gap: str, is_one: bool, home: Path, write: Write
) -> None:
    lay(write)
    write("action-plans/regional.yml", GAP_PLAN.replace("GAP", gap))
    codes = [it.code for it in check(load(str(home))) if "regional" in it.path and it.is_error]
    assert codes == ([] if is_one else ["not-a-gap"])
    if is_one:
        register = load(str(home))
        body = page(publish(register, check(register)), "action-plans", "regional")
        names = register.kinds["countries"]["xb"].record.names
        assert f"· {names['en']}" in body
        assert f"({names['en']})" in body  # beside the name of each body, as they may be alike


def test_every_recommendation_is_listed_with_what_became_of_it(chain: PublicRegister) -> None:
    shown = html.unescape(recommendations(Place(chain, "en", "")))
    assert '<a href="action-plans/xa/#form">' in shown
    assert "Not taken up: <span>Offices are too far apart</span>" in shown
    assert shown.count('<th scope="row">') == 2


def test_list_says_that_nothing_was_recommended_yet(public: PublicRegister) -> None:
    assert "No event has been held yet" in recommendations(Place(public, "en", ""))


def test_progress_counts_actions_and_indicators(chain: PublicRegister) -> None:
    found = advance(chain.action_plans["xa"], chain)
    assert found.statuses == {"proposed": 1, "under-way": 1, "done": 0, "stopped": 0}
    assert (found.indicators, found.measured, found.reached) == (2, 1, 0)
    row = "".join(f"<td>{n}</td>" for n in (1, 1, 0, 0, 2, 1, 0))
    assert row in plan_progress(Place(chain, "fr", ""))


def test_country_page_shows_plan_and_events(chain: PublicRegister) -> None:
    shown = html.unescape(country_programme(Place(chain, "en", "../"), "xa"))
    assert "../action-plans/xa/" in shown and "../events/xa-training/" in shown
