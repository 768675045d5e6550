"""Likely duplicates: as good as the documentation says, and remembered where judged."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import Result

from macros.matching import Named, judged_apart, likely_pairs, named, weighed
from macros.matching.finding import candidates
from macros.matching.pairs import MEDIUM
from macros.register import load
from macros.transliteration import latin, skeleton

from .conftest import ROOT
from .duplicates.measure import Measured, labelled, synthetic, variants

PAGE = (ROOT / "docs/about/duplicates.md").read_text("utf-8")


def in_the_docs(row: str) -> list[str]:
    found = re.search(rf"^\| {row} \|(.*)\|$", PAGE, re.M)
    assert found
    return [cell.strip() for cell in found[1].split("|")]


@pytest.mark.parametrize(
    ("row", "measure"), [("judged by hand", labelled), ("synthetic", synthetic)]
)
def test_page_says_what_is_measured(row: str, measure: Callable[..., Measured]) -> None:
    got = measure(load(str(ROOT)))
    counts = (got.found + got.missed, got.found, got.missed, got.wrong)
    shares = (f"{got.precision:.2f}", f"{got.recall:.2f}")
    assert in_the_docs(row) == [*map(str, counts), *shares]
    assert got.precision >= 0.9 and got.recall >= 0.85


def test_every_translation_of_the_page_says_the_same_numbers() -> None:
    numbers = re.findall(r"(?<=\| )[\d.]+", PAGE)
    for lang in ("ar", "fr"):
        page = (ROOT / f"docs/about/duplicates.{lang}.md").read_text("utf-8")
        assert re.findall(r"(?<=\| )[\d.]+", page) == numbers


def test_shipped_register_has_no_open_pair() -> None:
    register = load(str(ROOT))
    pairs = likely_pairs(map(named, register.organisations.values()), judged_apart(register))
    assert [(it.first.key, it.second.key) for it in pairs] == []


@pytest.mark.parametrize(
    ("arabic", "others"),
    [
        ("شوذب", ["Shawthab", "Shaothab", "Shawdab"]),
        ("النديم", ["Nadeem", "Nadim"]),
        ("تمكين", ["Tamkeen"]),
    ],
)
def test_scripts_agree_in_consonants(arabic: str, others: list[str]) -> None:
    assert {skeleton(it) for it in others} == {skeleton(arabic)}


def test_arabic_name_becomes_a_file_name() -> None:
    assert latin("جمعية الأمل").isascii()


def pair(first: dict[str, object], second: dict[str, object]) -> float:
    made = [
        Named(str(n), "xa", tuple(it.pop("names")), **it)  # type: ignore[arg-type]
        for n, it in enumerate((first, second))
    ]
    return weighed(made[0], made[1]).score


def test_reasons_speak_for_and_against() -> None:
    names = {"names": ["Lantern House"]}
    plain = pair(names | {"region": ""}, {"names": ["Lantern Hous"]})
    assert (
        pair(
            {"names": ["Lantern House"], "region": "XA-N"},
            {"names": ["Lantern Hous"], "region": "XA-S"},
        )
        < plain
    )
    assert (
        pair(
            {"names": ["Lantern House"], "region": "XA-N"},
            {"names": ["Lantern Hous"], "region": "XA-N"},
        )
        > plain
    )


def test_no_likely_pair_is_lost_by_looking_only_as_far_as_it_can_matter() -> None:
    chance = random.Random(2)
    register = load(str(ROOT))
    every = [named(entry) for entry in register.organisations.values()]
    every += [replace(it, names=it.names[::-1], region="", city="") for it in every]
    every += [variant for it in every for variant in variants(it, chance)]
    pairs = chance.sample(list(candidates(every)), 4000)
    found = 0
    for a, b in pairs:
        whole, short = weighed(every[a], every[b]), weighed(every[a], every[b], least=MEDIUM)
        assert short == whole if whole.score >= MEDIUM else short.score < MEDIUM
        found += whole.score >= MEDIUM
    assert 100 < found < 3900


def test_members_and_successors_are_not_compared() -> None:
    one = Named("xa-a", "xa", ("Lantern House",), linked=frozenset({"xa-b"}))
    assert likely_pairs([one, Named("xa-b", "xa", ("Lantern House",))]) == []


def test_same_name_in_two_countries_is_no_duplicate() -> None:
    assert (
        likely_pairs(
            [Named("xa-a", "xa", ("Lantern House",)), Named("xb-a", "xb", ("Lantern House",))]
        )
        == []
    )


def test_of_ten_thousand_names_few_pairs_are_compared() -> None:
    chance = random.Random(1)
    letters = "abdfghklmnrst"
    words = ["".join(chance.choices(letters, k=7)) for _ in range(4000)]
    every = [Named(f"xa-{n}", "xa", (" ".join(chance.sample(words, 4)),)) for n in range(10_000)]
    assert sum(1 for _ in candidates(every)) < 20 * len(every)


def test_command_lists_and_forgets_judged_pairs(
    home: Path, dalil: Callable[..., Result], write: Callable[[str, str], Path]
) -> None:
    assert dalil("duplicates").exit_code == 0
    text = (home / "data/organisations/xa/lantern-centre.yml").read_text("utf-8")
    write("organisations/xa/lantern-copy.yml", text)
    done = dalil("duplicates", "--lang", "fr")
    assert done.exit_code == 1 and "xa-lantern-copy" in done.output and "même nom" in done.output
    write(
        "not-duplicates.yml",
        "pairs:\n  - organisations: [xa-lantern-centre, xa-lantern-copy]\n    reason: two towns\n",
    )
    assert dalil("duplicates").exit_code == 0
    assert dalil("duplicates", "--all").exit_code == 1
