"""How a law stands on a day, for each part of a country."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from macros.derived import force_on, standing
from macros.model import Law
from macros.pages.blocks.law_timeline import spans

NOW = datetime.date(2026, 1, 15)


def law(*steps: dict[str, Any], year: str | None = "1990") -> Law:
    data = {
        "titles": {"en": "A law"},
        "subject": "association-law",
        "in_force": list(steps),
        "sources": {"s1": {"kind": "law", "title": "Gazette"}},
    }
    return Law.model_validate(data | ({"year": year} if year else {}))


def step(value: str, **more: str) -> dict[str, Any]:
    return {"value": value, **more}


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([step("in-force")], "now"),
        ([step("in-force", **{"from": "1990"}), step("replaced", **{"from": "2002"})], "past"),
        ([step("not-yet")], "later"),
        ([step("in-force", **{"from": "2026-02"})], "later"),
        ([step("in-force", **{"from": "2026"})], "now"),
        ([step("in-force", **{"from": "1990", "until": "2001"})], "past"),
        ([step("unknown")], "unknown"),
        ([], "unknown"),
        ([step("in-force", area="north"), step("unknown", area="south")], "now"),
        ([step("repealed", area="north"), step("not-yet", area="south")], "later"),
    ],
)
def test_law_stands_as_its_history_says(steps: list[dict[str, Any]], expected: str) -> None:
    assert standing(law(*steps), NOW) == expected


def test_code_that_waits_for_its_date_changes_places_with_the_old_one_on_that_day() -> None:
    old = law(step("in-force", until="2026-10-01"), step("replaced", **{"from": "2026-10-01"}))
    new = law(step("not-yet", until="2026-10-01"), step("in-force", **{"from": "2026-10-01"}))
    before, after = datetime.date(2026, 9, 30), datetime.date(2026, 10, 1)
    assert (standing(old, before), standing(new, before)) == ("now", "later")
    assert (standing(old, after), standing(new, after)) == ("past", "now")


def test_each_part_of_a_country_has_its_own_step() -> None:
    it = law(step("in-force", area="north"), step("in-force", **{"from": "2030", "area": "south"}))
    assert [(s.area, s.value) for s in force_on(it, NOW)] == [
        ("north", "in-force"),
        ("south", "in-force"),
    ]


def test_law_that_came_back_has_two_bars() -> None:
    it = law(
        step("in-force", until="1999"),
        step("replaced", **{"from": "1999", "until": "2000-07"}),
        step("in-force", **{"from": "2000-07", "until": "2002"}),
        step("replaced", **{"from": "2002"}),
        year="1964",
    )
    assert spans(it, 2026.0) == [(1964.0, 1999.0), (2000.5, 2002.0)]


def test_law_of_which_only_the_end_is_known_lasted_from_its_year() -> None:
    assert spans(law(step("replaced", **{"from": "1956"}), year="1936"), 2026.0) == [
        (1936.0, 1956.0)
    ]


def test_draft_has_no_bar() -> None:
    assert spans(law(step("not-yet")), 2026.0) == []
