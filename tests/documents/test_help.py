"""Who can help, on paper: the finder's answers with their reasons."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.documents.kinds import KINDS
from macros.documents.made import one
from macros.documents.model import Heading, Table, plain, words_of
from macros.documents.pdf import pdf
from macros.finder import Question, facts, find
from macros.finder.texts import Texts
from macros.publication import PublicRegister
from macros.text import LANGUAGES

from .conftest import published

Write = Callable[[str, str], Path]


@pytest.fixture
def public(home: Path) -> PublicRegister:
    return published(home)


def answers(public: PublicRegister, region: str) -> dict[str, list[str]]:
    """The keys of organisations that the finder offers for each need in a region."""
    known = facts(public)
    return {
        need.key: [
            it.key
            for group in find(known, Question(need.key, region=region, country="xa")).groups
            if group.name not in ("ask", "closed")
            for it in group.items
        ]
        for need in known.needs
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sheet_of_a_region_offers_for_each_need_what_the_finder_offers(
    lang: str, public: PublicRegister
) -> None:
    document = one(public, "help-region", "xa-s", lang)
    assert pdf(document).startswith(b"%PDF")
    needs = next(block for block in document.blocks if isinstance(block, Table))
    found = [
        [run.to.split("/")[-1] for cell in row for run in cell if run.to] for row in needs.rows
    ]
    assert found == list(answers(public, "XA-S").values())
    assert any(found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_sheet_of_a_need_gives_reasons_and_cautions(lang: str, public: PublicRegister) -> None:
    document = one(public, "help-sheet", "xa-s.trafficking", lang)
    assert pdf(document).startswith(b"%PDF")
    text = " ".join(plain(words) for words in words_of(document.blocks))
    texts = Texts(public, lang)
    answer = find(facts(public), Question("trafficking", region="XA-S", country="xa"))
    for group in answer.groups:
        for it in group.items:
            assert all(texts.say("reason", reason) in text for reason in it.reasons)
            said = [texts.say("caution", caution) for caution in it.cautions]
            assert all(caution.rstrip(".") in text for caution in said)
            assert not re.search(r"\.\s?;", text)
    assert texts.words["no_endorsement"] in text


def test_organisation_that_is_gone_stands_under_its_own_heading_only(
    public: PublicRegister,
) -> None:
    document = one(public, "help-sheet", "xa-s.trafficking", "en")
    titles, under = "", []
    for block in document.blocks:
        if isinstance(block, Heading):
            titles = plain(block.text)
        elif "Old Lighthouse" in " ".join(plain(words) for words in words_of([block])):
            under.append(titles)
    assert under == ["Closed: not offered as help"]


def test_need_that_nobody_answers_is_said_to_be_unanswered(public: PublicRegister) -> None:
    need = next(need for need, offered in answers(public, "XA-N").items() if not offered)
    document = one(public, "help-sheet", f"xa-n.{need}", "en")
    text = " ".join(plain(words) for words in words_of(document.blocks))
    assert Texts(public, "en").words["nothing"] in text


def test_build_makes_sheets_of_regions_and_none_for_each_need(public: PublicRegister) -> None:
    assert KINDS["help-region"].built(public) == ["xa-n", "xa-s", "xb-1"]
    assert "xa-s.trafficking" in list(KINDS["help-sheet"].keys(public))
    assert KINDS["help-sheet"].built(public) == []
