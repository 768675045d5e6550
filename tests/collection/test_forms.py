"""The questionnaire itself, and the forms made of it."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from pyxform.xls2xform import convert

from macros.checks import check
from macros.collection.form import Form, only_form
from macros.collection.prefill import OnFile, on_file
from macros.collection.xlsform import xlsform
from macros.documents.questionnaire import FORMATS, paper_form
from macros.publication import publish
from macros.register import Register, load
from macros.text import LANGUAGES
from macros.translations import fingerprint_of
from tests.conftest import ROOT

XF = "{http://www.w3.org/2002/xforms}"
LANGS = list(LANGUAGES)


@pytest.fixture(scope="module")
def real() -> Register:
    return load(str(ROOT))


@pytest.fixture(scope="module")
def real_form(real: Register) -> Form:
    return only_form(real)


@pytest.fixture(scope="module")
def xform(real_form: Form, tmp_path_factory: pytest.TempPathFactory) -> etree._Element:
    """The published form as an XForm, made by pyxform."""
    path = tmp_path_factory.mktemp("form") / "form.xlsx"
    path.write_bytes(xlsform(real_form, "ar"))
    made = convert(path)
    assert made.warnings == []
    return etree.fromstring(made.xform.encode())


def test_every_text_of_the_questionnaire_is_in_every_language(real: Register) -> None:
    for entry in real.questionnaire.values():
        for loc, text in entry.texts():
            assert set(text) == set(LANGUAGES), loc


def test_no_two_questions_of_one_sheet_read_alike(real_form: Form) -> None:
    for lang in LANGS:
        for group in {it.group.id if it.group else "" for it in real_form.questions}:
            said = Counter(
                it.item.text[lang]
                for it in real_form.questions
                if (it.group.id if it.group else "") == group
            )
            assert max(said.values()) == 1, (lang, group)


def test_nothing_asks_for_a_person(real_form: Form) -> None:
    asked = " ".join(
        f"{it.item.text['en']} {it.item.id}".lower()
        for it in real_form.questions
        if it.item.type != "statement"
    )
    assert not re.search(r"name of (the )?(director|person|respondent)|first name|surname", asked)


def test_xform_opens_in_arabic_and_has_every_language(xform: etree._Element) -> None:
    languages = xform.findall(f".//{XF}translation")
    assert [(it.get("lang"), it.get("default")) for it in languages if it.get("default")] == [
        ("العربية (ar)", "true()")
    ]
    assert {it.get("lang") for it in languages} == {"English (en)", "العربية (ar)", "Français (fr)"}


def test_xform_asks_every_question(xform: etree._Element, real_form: Form) -> None:
    asked = {str(it.get("ref") or it.get("nodeset")).split("/")[-1] for it in xform.iter()}
    wanted = {it.item.id for it in real_form.questions}
    assert wanted <= asked


def test_xform_keeps_the_skip_rules(xform: etree._Element) -> None:
    rules = {it.get("nodeset").split("/")[-1]: it.get("relevant") for it in xform.iter(f"{XF}bind")}
    assert re.search(r"agrees\s*= 'yes'", rules["section_identity"])
    assert re.search(r"willing\s*= 'yes' or .*= 'partly'", rules["willing_themes"])
    assert "partly" in rules["gov_board_evidence"]


def test_xform_records_nothing_of_who_sends_it(xform: etree._Element) -> None:
    preloads = {it.get("{http://openrosa.org/javarosa}preload") for it in xform.iter(f"{XF}bind")}
    assert preloads <= {None, "uid"}


def test_form_offers_no_organisation_that_may_not_be_published(asking: Path) -> None:
    register = load(str(asking))
    public = publish(register, [it for it in check(register) if not it.is_error])
    book = openpyxl.load_workbook(io.BytesIO(xlsform(only_form(public), "en")))
    keys = {row[1].value for row in book["choices"].iter_rows() if row[0].value == "organisations"}
    assert "xa-lantern-centre" in keys
    assert not keys & {"xa-exposure-withheld", "xa-consent-withheld"}


def test_prefilled_form_begins_with_what_is_on_file(form: Form, register_asked: Register) -> None:
    known = OnFile(register_asked.organisations["xa-lantern-centre"], register_asked)
    book = openpyxl.load_workbook(io.BytesIO(xlsform(form, "en", known)))
    rows = list(book["survey"].iter_rows(values_only=True))
    heads = {name: n for n, name in enumerate(rows[0])}
    by_name = {row[heads["name"]]: row for row in rows[1:]}
    assert by_name["record"][heads["default"]] == "xa-lantern-centre"
    assert by_name["acronym"][heads["default"]] == "LC"
    assert by_name["themes"][heads["default"]] == "victim-support trafficking"
    assert "Safe return" in str(by_name["known_projects"][heads["label::English (en)"]])
    assert "1998" in str(by_name["known_founded"][heads["label::English (en)"]])


def test_prefilled_form_that_is_sent_back_unchanged_contradicts_nothing(
    form: Form, register_asked: Register
) -> None:
    known = OnFile(register_asked.organisations["xa-lantern-centre"], register_asked)
    for it in form.questions:
        default = known.default(it)
        if default and it.item.type in ("one", "many"):
            offered = {choice.key for choice in form.choices(it.item)}
            assert set(default.split()) <= offered, it.item.id


def test_prefilled_form_speaks_its_language_where_a_translation_stands(
    form: Form, asking: Path
) -> None:
    record = asking / "data/organisations/xa/lantern-centre.yml"
    record.write_text(record.read_text("utf-8").replace(", ar: عودة آمنة", ""), "utf-8")
    project = load(str(asking)).organisations["xa-lantern-centre"].record.projects[0]
    path = asking / "data/translations/ar/organisations/xa/lantern-centre.yml"
    path.parent.mkdir(parents=True)
    original = fingerprint_of(project.title)
    path.write_text(
        "state: translated\ndate: 2025\n"
        f"texts:\n  projects.0.title: {{from: {original}, text: عودة مأمونة}}\n"
    )
    known = on_file(load(str(asking)), "xa-lantern-centre")
    lines = [line for it in form.questions for line in known.lines(it, "ar")]
    assert any("عودة مأمونة، " in line for line in lines)
    assert not any(", " in line for line in lines if "عودة مأمونة" in line)


def test_question_lists_the_relations_that_it_asks_about(
    form: Form, register_asked: Register
) -> None:
    def relation(since: int, *authorities: str) -> dict[str, Any]:
        return {"kind": "consultation", "since": since, "authorities": list(authorities)}

    entry = register_asked.organisations["xa-lantern-centre"]
    relations = [
        relation(2001, "xa-harbour-prosecution"),
        relation(2002, "xa-ministry-of-justice"),
        relation(2003, "xa-public-prosecution", "xa-ministry-of-justice"),
        relation(2004),
    ]
    data = {**entry.data, "authority_relations": relations}
    known = OnFile(replace(entry, data=data), register_asked)
    years = {
        it.item.id: re.findall(r"\d{4}", " ".join(known.lines(it, "en")))
        for it in form.questions
        if it.item.fills == "authority_relations"
    }
    assert years == {
        "prosecution_relations": ["2001", "2003"],
        "other_relations": ["2002", "2003", "2004"],
    }


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("suffix", list(FORMATS))
def test_paper_form_is_the_same_bytes_twice(
    lang: str, suffix: str, form: Form, tmp_path: Path
) -> None:
    first, second = (paper_form(form, lang, suffix, str(tmp_path), None) for _ in range(2))
    assert first == second and len(first) > 20_000


@pytest.mark.parametrize("lang", LANGS)
def test_word_form_reads_from_the_right_in_arabic_only(
    lang: str, form: Form, tmp_path: Path
) -> None:
    content = paper_form(form, lang, ".docx", str(tmp_path), None)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("word/document.xml").decode()
    is_rtl = LANGUAGES[lang].dir == "rtl"
    assert ("<w:bidiVisual/>" in body) == ("<w:rtl/>" in body) == is_rtl
    for it in form.questions:
        assert it.number in body


@pytest.mark.parametrize("lang", LANGS)
def test_printed_form_holds_every_question_and_claims_accessibility(
    lang: str, form: Form, tmp_path: Path, register_asked: Register
) -> None:
    known = OnFile(register_asked.organisations["xa-lantern-centre"], register_asked)
    path = tmp_path / "form.pdf"
    path.write_bytes(paper_form(form, lang, ".pdf", str(tmp_path), known))
    try:
        done = subprocess.run(
            ["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True
        )
    except FileNotFoundError:
        pytest.skip("no pdftotext")
    text = done.stdout.decode()
    assert all(it.number in text for it in form.questions)
    assert "1998" in text
    assert b"pdfuaid" in path.read_bytes()
