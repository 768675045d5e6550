"""What is found in one walk is what is found place by place; quick answers are the slow ones."""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros import text
from macros.model import addresses
from macros.positions import at_fields
from macros.records import locate
from macros.register import Entry, Register, load

from .conftest import ROOT

MARKS = ("term", "key", "region", "area", "source", "date", "url", "email")


def counted(values: Any) -> Counter[str]:
    return Counter(map(repr, values))


def agrees(entry: Entry[Any]) -> bool:
    for mark in MARKS:
        held = [(of, value) for of, values in entry.held(mark).items() for value in values]
        if counted(held) != counted((of, value) for _, value, of in entry.at(mark)):
            return False
    held = entry.held("localised").get("", [])
    return counted(held) == counted(value for _, value in entry.texts())


def test_walk_finds_every_marked_value_of_the_register(register: Register) -> None:
    assert [entry.path for entry in register.entries() if not agrees(entry)] == []


def test_walk_finds_every_marked_value_of_the_shipped_register() -> None:
    assert [it.path for it in load(str(ROOT)).entries() if not agrees(it)] == []


def test_walk_passes_over_values_of_the_wrong_form(home, write) -> None:  # type: ignore[no-untyped-def]
    write("organisations/xa/wrong.yml", "names: [a]\nthemes: {b: c}\nstatus: 5\nsources: {s1: d}\n")
    wrong = [it for it in load(str(home)).misshapen if it.key == "xa-wrong"]
    assert [agrees(it) for it in wrong] == [True]


URLS = st.lists(
    st.sampled_from(
        ["http", "https", "://", "a", "example", "-", ".", "org", "/", "?q=1", "#", "@", ":", "80",
         "[", "]", "%20", " ", "<", "é", "A", "\n", "x" * 70, "/" + "y" * 1000]
    ),
    max_size=9,
).map("".join)  # fmt: skip


@given(URLS)
@example("https://example.org\n")
@example("https://www.example.org/a?b=c#d")
def test_usual_address_is_one_on_a_closer_look(url: str) -> None:
    assert not addresses.is_usual(url) or addresses._fits(url)


def test_each_letter_is_folded_as_the_letters_of_a_text_are() -> None:
    letters = map(chr, [*range(0x20, 0x800), *range(0x1E00, 0x2070), *range(0xFB50, 0xFF00)])
    for letter in letters:
        plain = unicodedata.normalize("NFKD", letter).casefold()
        bare = "".join(it for it in plain if not unicodedata.combining(it))
        expected = text._MARKS.sub("", bare)
        for variant, usual in text._VARIANTS.items():
            expected = expected.replace(variant, usual)
        assert text.fold(letter) == expected, hex(ord(letter))


@pytest.mark.parametrize(
    "content",
    [
        "# c\n\na: 1\n\n# d\nbb:\n  c: 2\nd: 3\n",
        "a: 1\nbb: 2\nd: 3",
        "a: 1\n\n\nbb: >-\n  x\nd: 3\n\n",
    ],
)
def test_lines_of_fields_are_those_that_the_parser_tells(content: str) -> None:
    found = at_fields(
        content.encode(), ["a", "bb", "d"], [(("bb",), True), (("d",), True), ((), False)]
    )
    places = [locate(content.encode(), ("bb",), True), locate(content.encode(), ("d",), True)]
    assert found == [*places, locate(content.encode(), ())]
