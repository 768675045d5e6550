"""`dalil find`: the question on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable

from typer.testing import Result

Dalil = Callable[..., Result]


def test_answer_names_organisations_with_their_reasons(dalil: Dalil) -> None:
    done = dalil("find", "--need", "trafficking", "--region", "XA-S")
    assert done.exit_code == 0
    assert "In this region: South" in done.output
    assert "[xa-lantern-centre]" in done.output
    assert "+ Works on: Trafficking in persons" in done.output
    assert "+ A record of work together with a prosecution office" in done.output


def test_closed_organisation_is_named_apart_and_says_so(dalil: Dalil) -> None:
    output = dalil("find", "--need", "trafficking", "--country", "xa").output
    before, after = output.split("Closed: not offered as help")
    assert "[xa-merged-into-another]" not in before
    assert "! Status: Merged" in after


def test_provisions_and_mechanisms_come_with_their_law(dalil: Dalil) -> None:
    output = dalil("find", "--need", "trafficking", "--country", "xa").output
    assert "Victims’ Committee (Victims Act, art. 4)" in output
    assert (
        "Enables: Offices may send victims to societies (Victims Act, art. 4, The northern"
        in output
    )


def test_answer_is_in_the_language_asked_for(dalil: Dalil) -> None:
    output = dalil("find", "--need", "trafficking", "--country", "xa", "--lang", "fr").output
    assert "Organisations proposées\N{NO-BREAK SPACE}: 1" in output


def test_json_is_what_the_rules_answer(dalil: Dalil) -> None:
    done = dalil("find", "--theme", "trafficking", "--country", "xa", "--format", "json")
    groups = json.loads(done.output)["groups"]
    assert [(it["name"], [item["key"] for item in it["items"]]) for it in groups] == [
        ("country", ["xa-lantern-centre"]),
        ("closed", ["xa-merged-into-another"]),
    ]


def test_nothing_to_offer_is_exit_code_one(dalil: Dalil) -> None:
    done = dalil("find", "--service", "interpretation", "--country", "xb")
    assert done.exit_code == 1
    assert "No organisation of this register is known" in done.output


def test_misspelt_term_suggests_the_closest(dalil: Dalil) -> None:
    done = dalil("find", "--need", "traficking", "--country", "xa")
    assert done.exit_code == 2
    assert "did you mean trafficking" in done.output


def test_region_of_another_country_is_refused(dalil: Dalil) -> None:
    done = dalil("find", "--need", "trafficking", "--country", "xb", "--region", "XA-S")
    assert done.exit_code == 2


def test_question_without_a_need_is_wrong_usage(dalil: Dalil) -> None:
    assert dalil("find", "--country", "xa").exit_code == 2
