"""Faults of form: what pydantic finds becomes a problem of the catalogue, whatever is typed."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from macros.model import KINDS, Organisation, places, values_at
from macros.model.faults import nearest, shape_problem
from macros.model.fields import fields_at
from macros.problems import Problem, catalogue
from macros.text import LANGUAGES

LEAST: dict[str, Any] = {
    "names": {"en": "Fault Centre"},
    "status": [{"value": "active"}],
    "themes": ["drugs"],
    "sources": {"s1": {"kind": "website", "title": "About us"}},
    "collection": {"stage": "listed"},
}
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["en", "value", "kind", "title", "source", "name", "x"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


def shape_problems(data: Any, kind: str = "organisations") -> list[Problem]:
    try:
        KINDS[kind].model_validate(data)
    except ValidationError as error:
        found = error.errors(include_url=False)
        return [shape_problem("fault.yml", detail, KINDS[kind], data) for detail in found]
    return []


@given(st.sampled_from(list(Organisation.model_fields)), ANYTHING)
def test_any_value_of_any_field_is_accepted_or_explained(name: str, value: Any) -> None:
    for problem in shape_problems(LEAST | {name: value}):
        assert problem.code in catalogue()
        for lang in LANGUAGES:
            assert problem.message(lang) and problem.hint(lang)


@settings(max_examples=50)
@given(st.sampled_from(list(KINDS)), st.dictionaries(st.text(max_size=8), ANYTHING, max_size=4))
def test_any_mapping_as_any_kind_of_record_is_accepted_or_explained(
    kind: str, data: dict[str, Any]
) -> None:
    for problem in shape_problems(data, kind):
        assert problem.message() and problem.hint()


def test_fault_that_pydantic_may_learn_one_day_has_words() -> None:
    detail = {"type": "new_type", "loc": ("acronym",), "input": "x"}
    problem = shape_problem("fault.yml", detail, Organisation, {"acronym": "x"})
    assert problem.code == "wrong-form"
    assert problem.message()


def test_value_is_shown_as_it_was_typed_not_as_python_shows_it() -> None:
    [problem] = shape_problems(LEAST | {"acronym": True})
    assert problem.values["value"] == "true"


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("sources", "x", "not-fields"),
        ("names", "x", "not-language-text"),
        ("activities", ["x"], "not-language-text"),
        ("projects", [{"title": "x"}], "not-language-text"),
        ("contact", "x", "not-fields"),
        ("founded", {"value": 1998}, "not-a-list"),
        ("founded", True, "not-text"),
    ],
)
def test_message_tells_a_text_from_a_group_of_fields(field: str, value: Any, code: str) -> None:
    assert [problem.code for problem in shape_problems(LEAST | {field: value})] == [code]


def test_bare_year_is_a_founding_claim() -> None:
    record = Organisation.model_validate(LEAST | {"founded": 1998})
    assert record.founded and record.founded[0].value == "1998"
    assert record.founded[0].event == "founded"


def test_record_cannot_be_changed_after_reading() -> None:
    record = Organisation.model_validate(LEAST)
    with pytest.raises(ValidationError):
        record.acronym = "FC"


def test_reading_leaves_the_typed_data_alone() -> None:
    data = copy.deepcopy(LEAST) | {"founded": 1998}
    Organisation.model_validate(data)
    assert data == LEAST | {"founded": 1998}


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org/a?b=1&c=2#d",
        "https://مثال.إختبار/",
        "https://a-b.example.org:443/",
    ],
)
def test_address_on_the_public_web_is_accepted(address: str) -> None:
    assert shape_problems(LEAST | {"website": address}) == []


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "data:text/html,x",
     "file:///etc/passwd", "ftp://example.org", "//example.org", "https://", "https:example.org",
     "https://u:p@example.org", "https://u@example.org", "http://localhost", "http://127.0.0.1",
     "http://[::1]/", "https://example.org:8080/", "https://example.org/a b", 'https://example.org/"x',
     "https://example.org/<x>", "https://example.org\\@evil.example", "mailto:a@example.org",
     "https://example.org:x/", "https://" + "a" * 2000 + ".org"],
)  # fmt: skip
def test_address_that_could_harm_is_refused(address: str) -> None:
    assert [problem.code for problem in shape_problems(LEAST | {"website": address})] == ["bad-url"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("victims-support", "victim-support"),
        ("Victim Support", "victim-support"),
        ("victim_support", "victim-support"),
        ("vitcim-support", "victim-support"),
        ("drug", "drugs"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_nearest_value_is_found_across_small_slips(typed: str, meant: str) -> None:
    assert nearest(typed, ["victim-support", "drugs", "trafficking"]) == meant


def test_fields_of_a_place_are_those_of_its_model() -> None:
    assert "hotline" in fields_at(Organisation, ("contact",))
    assert "sponsors" in fields_at(Organisation, ("projects", 0))
    assert "url" in fields_at(Organisation, ("sources", "s1"))
    assert fields_at(Organisation, ("names",)) == []


def test_places_lead_to_every_marked_value() -> None:
    data = {"projects": [{"themes": ["drugs"]}, {"themes": ["a", "b"]}]}
    patterns = [pattern for pattern, mark in places(Organisation, "term") if mark.of == "themes"]
    found = [loc for pattern in patterns for loc, _ in values_at(data, pattern)]
    assert ("projects", 1, "themes", 1) in found and len(found) == 3


def test_pattern_beside_the_data_finds_nothing() -> None:
    assert list(values_at({"projects": "x"}, ("projects", "*", "title"))) == []
    assert list(values_at({"projects": [1]}, ("projects", "*", "title"))) == []
