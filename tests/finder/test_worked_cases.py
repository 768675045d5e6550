"""Ten questions on the shipped register, answered anew from its YAML files.

Nothing here uses the rules it checks; the cases were also read by hand against the records.
"""

from __future__ import annotations

import datetime
from functools import cache

import pytest

from macros.checks import check
from macros.finder.facts import facts
from macros.finder.reasons import Question
from macros.finder.rules import Answer, find
from macros.publication import PublicRegister, publish
from macros.register import load

from .. import recount
from ..conftest import ROOT

CASES = [
    ("child-victim", "MA-06"),
    ("trafficking", "JO-AM"),
    ("violence-against-women", "EG-C"),
    ("torture-complaint", "YE-SA"),
    ("drug-dependence", "MA-04"),
    ("legal-aid", "YE-AD"),
    ("shelter", "JO-AM"),
    ("interpretation", "EG-C"),
    ("reintegration", "MA-06"),
    ("person-in-detention", "YE-TA"),
]


@cache
def raw() -> recount.Raw:
    return recount.load(ROOT / "data", datetime.date.today().isoformat())


@cache
def answer(need: str, region: str) -> Answer:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("SOURCE_DATE_EPOCH", raising=False)
        public = _public()
    question = Question(need=need, country=region[:2].lower(), region=region)
    return find(facts(public), question)


@cache
def _public() -> PublicRegister:
    register = load(str(ROOT))
    return publish(register, [it for it in check(register) if not it.is_error])


def fitting(need: str, country: str) -> dict[str, recount.Record]:
    """The country's organisations with a theme or service of the need."""
    on = raw().vocabularies["needs"]["terms"][need]["draws_on"]
    return {
        key: it
        for key, it in raw().orgs(country).items()
        if set(it.get("themes", [])) & set(on.get("themes", []))
        or set(it.get("services", [])) & set(on.get("services", []))
    }


def at(record: recount.Record, region: str) -> bool:
    return region in (record.get("region"), *record.get("areas_served", []))


def status(record: recount.Record) -> str:
    """The newest status that is not of one area alone, else the newest of all."""
    whole = [it for it in record["status"] if "area" not in it] or record["status"]
    return recount.status({"status": whole})


def keys(found: Answer, name: str) -> set[str]:
    return {it.key for group in found.groups if group.name == name for it in group.items}


@pytest.mark.parametrize(("need", "region"), CASES)
def test_local_organisations_are_those_at_work_there(need: str, region: str) -> None:
    wanted = {
        key
        for key, it in fitting(need, region[:2].lower()).items()
        if at(it, region) and status(it) == "active"
    }
    assert keys(answer(need, region), "local") == wanted


@pytest.mark.parametrize(("need", "region"), CASES)
def test_national_organisations_are_those_that_reach_the_whole_country(
    need: str, region: str
) -> None:
    wanted = {
        key
        for key, it in fitting(need, region[:2].lower()).items()
        if not at(it, region)
        and it.get("scope") in ("national", "regional", "international")
        and status(it) == "active"
    }
    assert keys(answer(need, region), "national") == wanted


@pytest.mark.parametrize(("need", "region"), CASES)
def test_nobody_is_offered_whose_activity_is_not_established(need: str, region: str) -> None:
    found = answer(need, region)
    offered = {
        it.key for group in found.groups if group.name not in ("ask", "closed")
        for it in group.items
    }  # fmt: skip
    assert all(status(raw().organisations[key]) == "active" for key in offered)
    assert len(offered) == found.n_offered > 0


@pytest.mark.parametrize(("need", "region"), CASES)
def test_mechanisms_are_those_of_the_country_on_the_topic(need: str, region: str) -> None:
    on = raw().vocabularies["needs"]["terms"][need]["draws_on"]
    topics = set(on.get("topics") or on.get("themes", []))
    wanted = {
        key
        for key, it in raw().of(raw().mechanisms, region[:2].lower()).items()
        if set(it.get("crime_topics", [])) & topics and it.get("status") != "ended"
    }
    assert set(answer(need, region).mechanisms) == wanted
