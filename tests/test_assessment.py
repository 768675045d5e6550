"""The assessment: who is assessable, what counts, and that being written about is not a merit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from macros.assessment import Estimate, assess
from macros.assessment.normalise import ranks
from macros.assessment.uncertainty import correlation
from macros.model.common import Source
from macros.publication import PublicRegister
from macros.tables import Tables

from .analysed import raw, whole
from .invented import Record, organisation, register, relation
from .recount import Raw, assessable

__all__ = ["raw", "whole"]

DIMENSIONS = ("activity", "effectiveness", "cooperation", "capacity")


def crowd(n: int = 14) -> dict[str, Record]:
    """Organisations with more and more on record, all of them with four sources."""
    return {
        f"xa-crowd-{index:02}": organisation(
            4, projects=1 + index, achievements=1 + index // 3, capacities=1 + index % 5
        )
        for index in range(n)
    }


def estimate(home: Path, organisations: dict[str, Record], **settings: Any) -> dict[str, Estimate]:
    return assess(register(home, organisations, {"draws": 300} | settings))


def test_ten_more_sources_without_new_facts_do_not_raise_a_score(tmp_path: Path) -> None:
    before_all = estimate(tmp_path, crowd())
    for key in ("xa-crowd-03", "xa-crowd-08", "xa-crowd-13"):
        others = crowd()
        for number in range(5, 15):
            others[key]["sources"][f"s{number}"] = {
                "kind": "news", "title": f"Said again {number}", "supports": ["names", "projects"],
            }  # fmt: skip
        after_all = estimate(tmp_path, others)
        for dimension in DIMENSIONS:
            before = before_all[dimension].standings.get(key)
            after = after_all[dimension].standings.get(key)
            if before and after:
                assert after.score <= before.score + 1e-12
                assert after.median >= before.median - 1


def test_new_facts_raise_a_score(tmp_path: Path) -> None:
    key, others = "xa-crowd-03", crowd()
    before = estimate(tmp_path, crowd())["activity"].standings[key]
    others[key]["projects"] += organisation(4, projects=6)["projects"]
    after = estimate(tmp_path, others)["activity"].standings[key]
    assert after.score > before.score
    assert after.median < before.median


def test_too_few_sources_are_not_assessable_rather_than_low(tmp_path: Path) -> None:
    others = crowd() | {"xa-quiet": organisation(2, projects=9, achievements=9, capacities=5)}
    for found in estimate(tmp_path, others).values():
        assert "xa-quiet" not in found.standings
        assert found.not_assessable["xa-quiet"] == "too-few-sources"


def test_source_that_nothing_rests_on_does_not_make_assessable(tmp_path: Path) -> None:
    quiet = organisation(2, projects=5)
    quiet["sources"] |= {f"x{n}": {"kind": "news", "title": f"Unused {n}"} for n in range(5)}
    found = estimate(tmp_path, crowd() | {"xa-quiet": quiet})["activity"]
    assert found.not_assessable["xa-quiet"] == "too-few-sources"


def test_too_few_facts_are_not_assessable_rather_than_low(tmp_path: Path) -> None:
    others = crowd() | {"xa-quiet": organisation(5, projects=1, capacities=1)}
    found = estimate(tmp_path, others)
    assert found["effectiveness"].not_assessable["xa-quiet"] == "too-few-facts"
    assert found["capacity"].not_assessable["xa-quiet"] == "too-few-facts"


@pytest.mark.parametrize("status", ["closed", "merged"])
def test_organisation_that_ended_is_left_out(tmp_path: Path, status: str) -> None:
    ended = organisation(5, projects=9, status=[{"value": status, "source": "s1"}])
    found = estimate(tmp_path, crowd() | {"xa-ended": ended})["activity"]
    assert found.not_assessable["xa-ended"] == "left-out"


def test_few_organisations_are_not_compared(tmp_path: Path) -> None:
    found = estimate(tmp_path, crowd(9))["activity"]
    assert not found.standings
    assert set(found.not_assessable.values()) == {"too-few-organisations"}


@pytest.mark.parametrize("kind", ["dispute", "litigation"])
def test_conflict_counts_neither_for_nor_against(tmp_path: Path, kind: str) -> None:
    key = "xa-crowd-05"
    plain, conflict = crowd(), crowd()
    for others in (plain, conflict):
        for other in others.values():
            other["authority_relations"] = [relation("agreement"), relation("referral", "s2")]
    for _ in range(4):
        conflict[key]["authority_relations"].append(relation(kind, "s2"))
    before = estimate(tmp_path, plain)["cooperation"].standings[key]
    after = estimate(tmp_path, conflict)["cooperation"].standings[key]
    assert after.score == before.score
    assert (after.low, after.high) == (before.low, before.high)


def test_cooperation_with_the_prosecution_weighs_more_than_with_others(tmp_path: Path) -> None:
    others = crowd()
    for other in others.values():
        other["authority_relations"] = [relation("agreement"), relation("referral", "s2")]
    ministry = "xa-ministry-of-justice"
    others["xa-crowd-01"]["authority_relations"] = [
        relation("agreement", "s1", ministry), relation("referral", "s2", ministry),
    ]  # fmt: skip
    found = estimate(tmp_path, others)["cooperation"].standings
    assert found["xa-crowd-01"].score < found["xa-crowd-02"].score


def test_achievement_that_others_credit_weighs_more_than_own_praise(tmp_path: Path) -> None:
    others = crowd()
    for key, source in (("xa-own", "s1"), ("xa-others", "s2")):
        record = organisation(4, achievements=3)
        for it in record["achievements"]:
            it["source"] = source
        others[key] = record
    found = estimate(tmp_path, others)["effectiveness"].standings
    assert found["xa-own"].score < found["xa-others"].score


def test_old_work_counts_less_than_recent_work(tmp_path: Path) -> None:
    others = crowd() | {
        "xa-old": organisation(4, projects=4),
        "xa-new": organisation(4, projects=4),
    }
    for it in others["xa-old"]["projects"]:
        it["year"] = "2001"
    found = estimate(tmp_path, others)["activity"].standings
    assert found["xa-old"].score < found["xa-new"].score


def test_interval_holds_the_median_and_lies_among_the_ranks(tmp_path: Path) -> None:
    for found in estimate(tmp_path, crowd()).values():
        for standing in found.standings.values():
            assert 1 <= standing.low <= standing.median <= standing.high <= len(found.standings)


def test_upper_half_means_the_whole_interval(tmp_path: Path) -> None:
    found = estimate(tmp_path, crowd(20))["activity"]
    middle = (len(found.standings) + 1) / 2
    assert any(it.is_upper for it in found.standings.values())
    for standing in found.standings.values():
        assert standing.is_upper == (standing.high < middle)


def test_wider_interval_names_no_more_organisations(tmp_path: Path) -> None:
    def upper(interval: int) -> set[str]:
        found = estimate(tmp_path, crowd(20), interval=interval)["activity"].standings
        return {key for key, it in found.items() if it.is_upper}

    assert upper(99) <= upper(80) <= upper(50)


def test_same_records_give_the_same_estimate(tmp_path: Path) -> None:
    assert estimate(tmp_path, crowd()) == estimate(tmp_path, crowd())


def test_draws_of_an_organisation_do_not_depend_on_its_place_in_the_list(tmp_path: Path) -> None:
    first = estimate(tmp_path, crowd(), weight_spread=0)["activity"].standings
    reversed_ = dict(reversed(crowd().items()))
    assert estimate(tmp_path, reversed_, weight_spread=0)["activity"].standings == first


def test_register_without_settings_has_no_assessment(tmp_path: Path) -> None:
    public = register(tmp_path, crowd())
    object.__setattr__(public, "assessment", {})
    assert assess(public) == {}


# The real register


def test_assessable_organisations_are_those_counted_anew(whole: Tables, raw: Raw) -> None:
    for dimension, found in assess(whole.public).items():
        n, reasons = assessable(raw, None, dimension)
        assert len(found.standings) == n
        assert {it: list(found.not_assessable.values()).count(it) for it in reasons} == reasons


@pytest.mark.parametrize("supports", [["names"], ["projects", "authority_relations"]])
def test_ten_more_sources_do_not_raise_the_score_of_a_real_record(
    whole: Tables, supports: list[str]
) -> None:
    before_all = assess(whole.public)
    ordered = sorted(before_all["activity"].standings.items(), key=lambda it: it[1].score)
    for key in {ordered[0][0], ordered[len(ordered) // 2][0], ordered[-1][0]}:
        after_all = assess(with_more_sources(whole.public, key, supports))
        for dimension, found in before_all.items():
            before, after = found.standings.get(key), after_all[dimension].standings.get(key)
            if before and after:
                assert after.score <= before.score + 1e-12, (key, dimension)


def with_more_sources(public: PublicRegister, key: str, supports: list[str]) -> PublicRegister:
    entry = public.organisations[key]
    again = Source(kind="news", title="The same said again", supports=supports)
    more = {f"again-{number}": again for number in range(10)}
    record = entry.record.model_copy(update={"sources": entry.record.sources | more})
    others = public.organisations | {key: replace(entry, record=record)}
    return replace(public, organisations=others, made_from="")


def test_correction_brings_the_score_nearer_to_independence_of_sources(whole: Tables) -> None:
    found = assess(whole.public).values()
    before = np.mean([abs(it.correlation_before) for it in found])
    after = np.mean([abs(it.correlation_after) for it in found])
    assert after < before / 1.5
    assert all(abs(it.correlation_after) < 0.35 for it in found)


def test_stated_correlation_is_that_of_the_scores(whole: Tables) -> None:
    for found in assess(whole.public).values():
        standings = list(found.standings.values())
        score = ranks(np.array([it.score for it in standings]))
        sources = ranks(np.array([float(it.n_sources) for it in standings]))
        assert found.correlation_after == pytest.approx(np.corrcoef(score, sources)[0, 1])
        assert correlation(score, sources) == pytest.approx(found.correlation_after)


def test_more_draws_change_little(whole: Tables) -> None:
    """The intervals are those of the evidence, not of the number of draws."""
    entry = next(iter(whole.public.assessment.values()))
    before = assess(whole.public)["cooperation"].standings
    settings = entry.record.model_copy(update={"draws": 3000, "seed": 77})
    object.__setattr__(entry, "record", settings)
    try:
        after = assess(whole.public)["cooperation"].standings
    finally:
        object.__setattr__(entry, "record", settings.model_copy(update={"draws": 1000, "seed": 20}))
    shifts = [abs(after[key].high - it.high) for key, it in before.items()]
    assert np.mean(shifts) < 0.03 * len(before)
    upper = [{key for key, it in each.items() if it.is_upper} for each in (before, after)]
    assert len(upper[0] ^ upper[1]) <= 3


def test_shares_of_sensitivity_are_shares(whole: Tables) -> None:
    for found in assess(whole.public).values():
        assert all(
            0 <= it.alone <= 1 and 0 <= it.with_others <= 1 for it in found.sensitivity.values()
        )
        assert sum(it.alone for it in found.sensitivity.values()) < 1.3
