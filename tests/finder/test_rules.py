"""Who can help: the rules, on invented organisations, each case checked by hand.

`cases.json` holds the facts, the questions and the whole answers; the page's rules must give the
same (`tests/browser/test_finder.py`). `DALIL_UPDATE=1` writes the answers anew, to be read before
use.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from macros.finder import Answer, Facts, Question, find

FILE = Path(__file__).parent / "cases.json"
CASES: dict[str, Any] = json.loads(FILE.read_text("utf-8"))
FACTS = TypeAdapter(Facts).validate_python(CASES["facts"])


def plain(answer: Answer) -> Any:
    """An answer as JSON has it."""
    return json.loads(json.dumps(asdict(answer)))


def asked(**question: str) -> Answer:
    return find(FACTS, Question(**question))


def keys(answer: Answer, group: str) -> list[str]:
    return [item.key for it in answer.groups if it.name == group for item in it.items]


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: str(case["claim"]))
def test_answer_is_as_checked_by_hand(case: dict[str, Any]) -> None:
    answer = plain(asked(**case["question"]))
    if os.environ.get("DALIL_UPDATE"):
        case["answer"] = answer
        FILE.write_text(json.dumps(CASES, indent=1, ensure_ascii=False) + "\n", "utf-8")
    assert answer == case["answer"]


def test_nearest_regions_are_named_only_where_none_is_local() -> None:
    assert keys(asked(need="victim", country="xa", region="XA-1"), "near") == []
    (near,) = [
        it for it in asked(need="roof", country="xa", region="XA-2").groups if it.name == "near"
    ]
    assert (near.regions, near.distance) == (["XA-1", "XA-3"], 1)


@pytest.mark.parametrize("region", ["", "XA-1", "XA-2", "XA-4", "XA-5", "XA-9"])
def test_closed_organisation_is_never_offered(region: str) -> None:
    answer = asked(need="roof", country="xa", region=region)
    offered = [
        item.key for it in answer.groups if it.name not in ("ask", "closed") for item in it.items
    ]
    assert "xa-closed-house" not in offered


def test_closed_organisation_is_named_as_closed_where_one_would_look_for_it() -> None:
    answer = asked(need="roof", country="xa", region="XA-1")
    item = next(item for it in answer.groups if it.name == "closed" for item in it.items)
    assert item.key == "xa-closed-house"
    assert ("status", ["closed"]) in item.cautions


def test_organisation_of_unknown_status_is_not_counted_as_offered() -> None:
    answer = asked(need="victim", country="xa", region="XA-1")
    assert keys(answer, "ask") == ["xa-quiet-circle"]
    shown = sum(len(it.items) for it in answer.groups)
    assert answer.n_offered == shown - len(keys(answer, "ask")) - len(keys(answer, "closed"))


def test_every_listed_organisation_says_why_and_where() -> None:
    for case in CASES["cases"]:
        for group in asked(**case["question"]).groups:
            for item in group.items:
                codes = {code for code, _ in item.reasons}
                assert codes & {"themes", "services"}, item.key
                assert codes & {"seat", "serves", "places", "wide", "unplaced"}, item.key


def test_suspension_in_part_of_the_country_is_a_caution() -> None:
    answer = asked(need="victim", country="xa", region="XA-2")
    item = next(item for it in answer.groups if it.name == "local" for item in it.items)
    assert ("area", ["south", "suspended"]) in item.cautions
