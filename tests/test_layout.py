from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from macros.layout import WIDTH, in_flow, pair
from macros.records import parse

AWKWARD = [
    "plain words",
    "ends with a colon:",
    "a: mapping in disguise",
    "- not a list",
    "# not a comment",
    "hash # inside",
    "it's quoted",
    '"double"',
    "true",
    "NULL",
    "12",
    "012",
    "-3",
    "{braces}",
    "[brackets]",
    "*star &and %percent @at `tick` !bang ~",
    "question?",
    "مركز الفانوس: دليل",
    "« guillemets » ; et deux\u00a0: points\u202f!",
    "word " * 60,
    "لا يُنشر شيء " * 30,
    "x" * 300,
]


@pytest.mark.parametrize("text", AWKWARD)
def test_awkward_text_reads_back_as_it_was(text: str) -> None:
    assert parse(f"{pair('text', text)}\n".encode(), "x.yml").data == {"text": text.strip()}


def test_long_text_is_folded_within_the_width() -> None:
    lines = pair("text", "some words and more " * 20, 4).splitlines()
    assert lines[0] == "    text: >-"
    assert all(len(line) <= WIDTH for line in lines)


def test_spaces_that_must_not_break_stay_together() -> None:
    text = "mot " * 22 + "question\u202f? " + "suite " * 10
    assert parse(pair("text", text).encode(), "x.yml").data == {"text": text.strip()}


_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)


@given(st.lists(_WORDS, min_size=1).map(" ".join))
def test_any_visible_text_reads_back_as_it_was(text: str) -> None:
    assert parse(f"{pair('text', text)}\n".encode(), "x.yml").data == {"text": text}


def test_question_in_braces_can_be_read_by_every_yaml_reader() -> None:
    text = f"{{en: {in_flow('What may a seat do?')}}}"
    assert yaml.load(text, yaml.BaseLoader) == {"en": "What may a seat do?"}
