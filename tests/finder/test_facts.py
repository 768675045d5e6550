"""What the finder reads off the register, and what it may not."""

from __future__ import annotations

import json
from typing import Any

from macros.finder import Helper, Question, facts, find
from macros.finder.page import country_data, page_data
from macros.publication import PublicRegister
from macros.text import LANGUAGES


def helpers(public: PublicRegister) -> dict[str, Helper]:
    return {it.key: it for it in facts(public).helpers}


def loaded(public: PublicRegister, lang: str) -> dict[str, Any]:
    """The words of the page, and what the files of all countries hold."""
    found: dict[str, Any] = {"organisations": {}, "mechanisms": {}, "provisions": {}}
    for code in public.countries:
        for name, part in json.loads(country_data(public, lang, code)).items():
            if name in found:
                found[name] |= part
    return json.loads(page_data(public, lang)) | found


def test_what_the_gate_withholds_cannot_be_found(public: PublicRegister) -> None:
    found = helpers(public)
    assert "xa-exposure-withheld" not in found
    assert "xa-consent-withheld" not in found
    assert found["xa-exposure-region-only"].areas == []
    assert found["xa-exposure-name-only"].region == ""
    assert found["xa-exposure-name-only"].status == "unknown"


def test_contact_that_the_gate_withholds_is_not_in_the_page(public: PublicRegister) -> None:
    data = loaded(public, "en")
    assert "contact" in data["organisations"]["xa-lantern-centre"]
    assert "contact" not in data["organisations"]["xa-exposure-no-contact"]


def test_file_of_a_country_holds_its_own_organisations_only(public: PublicRegister) -> None:
    for code in public.countries:
        data = json.loads(country_data(public, "en", code))
        assert all(key.startswith(f"{code}-") for key in data.get("organisations", {}))


def test_status_of_one_area_does_not_stand_for_the_whole(public: PublicRegister) -> None:
    it = helpers(public)["xa-status-in-two-areas"]
    assert it.status == "active"
    assert it.area_statuses == [["south", "suspended"]]


def test_work_with_a_prosecution_office_is_known(public: PublicRegister) -> None:
    found = helpers(public)
    assert found["xa-lantern-centre"].with_prosecution
    assert not found["xb-lantern-centre"].cooperates, "a complaint is no cooperation"


def test_evidence_is_old_after_five_years(public: PublicRegister) -> None:
    for it in facts(public).helpers:
        assert it.is_old == (not it.newest or int(it.newest[:4]) < public.today.year - 5)


def test_law_that_is_replaced_or_repealed_is_no_rule(public: PublicRegister) -> None:
    laws = {it.id.rsplit("-", 1)[0] for it in facts(public).rules}
    assert "xa-victims-act" in laws
    assert "xa-societies-law-1966" not in laws


def test_page_has_words_for_every_reason_that_can_occur(public: PublicRegister) -> None:
    known = facts(public)
    regions = [code for it in public.countries.values() for code in it.record.regions]
    for lang in LANGUAGES:
        data = loaded(public, lang)
        for need in known.needs:
            for region in ["", *regions]:
                for group in find(known, Question(need=need.key, region=region)).groups:
                    assert f"in_{group.name}" in data["words"]
                    for item in group.items:
                        assert item.key in data["organisations"]
                        assert all(f"reason_{code}" in data["words"] for code, _ in item.reasons)
                        assert all(f"caution_{code}" in data["words"] for code, _ in item.cautions)


def test_every_mechanism_and_provision_of_an_answer_has_its_text(public: PublicRegister) -> None:
    known, data = facts(public), loaded(public, "fr")
    for need in known.needs:
        answer = find(known, Question(need=need.key))
        assert set(answer.mechanisms) <= set(data["mechanisms"])
        assert set(answer.provisions) <= set(data["provisions"])
