"""Problems as text for people, and as JSON, GitHub annotations and SARIF for machines."""

from __future__ import annotations

import json
import string
from typing import Any

import pytest

from macros.checks.report import FORMATS, as_github, as_json, as_sarif, as_text
from macros.problems import Problem, catalogue, ordered, printable
from macros.text import LANGUAGES
from macros.words import phrase

PLACE = ("data/organisations/xa/lantern-centre.yml", "unknown-term")
TERM = Problem(
    *PLACE,
    ("themes", 0),
    {
        "value": "victims-support",
        "list": {"en": "a theme", "ar": "مجال", "fr": "un thème"},
        "vocabulary": "data/vocabularies/themes.yml",
        "suggestion": "victim-support",
    },
    11,
    11,
)
SINGLE = Problem("data/organisations/xa/fault.yml", "single-source", ("sources",), {}, 3, 1)
NASTY = Problem(
    "data/organisations/xa/a,b:c%\nd.yml",
    "markup",
    ("activities", 0, "en\r\n::error::x"),
    {"value": "100%\n::error file=x::owned"},
    2,
    7,
)


def test_text_has_the_form_of_the_contract() -> None:
    assert as_text([TERM], 1) == (
        "data/organisations/xa/lantern-centre.yml:11:11: error unknown-term: themes[0]: "
        '"victims-support" is not a theme\n'
        "    did you mean: victim-support\n"
        "    allowed terms: data/vocabularies/themes.yml · help: about/problems#unknown-term\n"
        "1 errors, 0 warnings in 1 records"
    )


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("ar", "القيمة «victims-support» ليست من القائمة؛ المطلوب: مجال"),
        ("fr", "«\u00a0victims-support\u00a0» n’est pas un thème"),
    ],
)
def test_values_that_are_words_speak_the_language_of_the_report(lang: str, expected: str) -> None:
    assert TERM.message(lang) == expected


def test_last_line_counts_errors_warnings_and_records() -> None:
    lines = as_text([TERM, SINGLE, SINGLE], 9).splitlines()
    assert lines[-1] == "1 errors, 2 warnings in 9 records"
    assert as_text([], 9) == "0 errors, 0 warnings in 9 records"


def test_json_has_the_fields_of_the_contract() -> None:
    [found] = json.loads(as_json([TERM], 1))
    assert found == {
        "path": PLACE[0],
        "line": 11,
        "column": 11,
        "severity": "error",
        "code": "unknown-term",
        "where": "themes[0]",
        "message": '"victims-support" is not a theme',
        "hint": "allowed terms: data/vocabularies/themes.yml",
        "suggestion": "victim-support",
    }
    assert json.loads(as_json([], 0)) == []


def test_github_annotation_names_place_and_code() -> None:
    line = as_github([TERM], 1).splitlines()[0]
    assert line == (
        "::error file=data/organisations/xa/lantern-centre.yml,line=11,col=11,title=unknown-term::"
        'themes[0]: "victims-support" is not a theme · did you mean: victim-support · '
        "allowed terms: data/vocabularies/themes.yml"
    )


def test_github_annotation_cannot_be_ended_by_a_record() -> None:
    report = as_github([NASTY], 1)
    assert len(report.splitlines()) == 2
    line = report.splitlines()[0]
    assert line.startswith("::warning file=data/organisations/xa/a%2Cb%3Ac%25\\u000ad.yml,line=2,")
    assert line.count("::") == 2 + line.split("::", 2)[2].count("::")
    assert "100%25" in line


def test_text_report_cannot_be_broken_by_a_record() -> None:
    assert len(as_text([NASTY], 1).splitlines()) == 3


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("lang", list(LANGUAGES))
def test_every_form_holds_no_control_characters_of_records(form: str, lang: str) -> None:
    sly = Problem("a\u202e\udcff.yml", "markup", ("b\x1b[31m",), {"value": "\u2066\x07x"}, 1, 1)
    report = FORMATS[form]([sly], 1, lang)
    assert not {"\u202e", "\u2066", "\x1b", "\x07", "\udcff"} & set(report)
    report.encode("utf-8")


def test_sarif_has_the_structure_that_code_hosts_read() -> None:
    log = json.loads(as_sarif([TERM, SINGLE, SINGLE], 1))
    assert log["version"] == "2.1.0" and "sarif-2.1.0" in log["$schema"]
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["single-source", "unknown-term"]
    assert len(run["results"]) == 3
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning")
        assert result["message"]["text"]
        [location] = result["locations"]
        physical = location["physicalLocation"]
        assert physical["region"]["startLine"] >= 1 and physical["region"]["startColumn"] >= 1
        assert ":" not in physical["artifactLocation"]["uri"]


@pytest.mark.parametrize("lang", list(LANGUAGES))
def test_sarif_explains_every_rule_in_the_language_of_the_report(lang: str) -> None:
    problems = [Problem("a.yml", code, (), Everything(), 1, 1) for code in catalogue()]
    log = json.loads(as_sarif(problems, 1, lang))
    for rule in log["runs"][0]["tool"]["driver"]["rules"]:
        entry = catalogue()[rule["id"]]
        assert rule["shortDescription"]["text"] == entry["title"][lang]
        assert rule["fullDescription"]["text"] == entry["explanation"][lang]
        assert rule["defaultConfiguration"]["level"] == entry["severity"]


def test_sarif_address_of_any_file_name_is_a_uri() -> None:
    [result] = json.loads(as_sarif([NASTY], 1))["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "data/organisations/xa/a%2Cb%3Ac%25%0Ad.yml"


def test_same_problem_is_reported_once() -> None:
    assert ordered([SINGLE, SINGLE, TERM]) == [SINGLE, TERM]


def test_place_reads_as_an_editor_would_say_it() -> None:
    assert Problem("a", "tab", ("projects", 0, "title", "en")).where == "projects[0].title.en"
    assert Problem("a", "tab").where == ""


def test_long_or_invisible_text_is_made_safe() -> None:
    assert printable("a\u202eb\x1b") == "a\\u202eb\\u001b"
    assert printable("x" * 500) == "x" * 119 + "…"
    assert printable("مركز الفنار «x»") == "مركز الفنار «x»"


def test_phrase_stands_in_every_language() -> None:
    assert set(phrase("report", "organisations")) == set(LANGUAGES)


class Everything(dict[str, Any]):
    """Has a value for every name that a message may mention."""

    def __init__(self) -> None:
        texts = (
            text
            for entry in catalogue().values()
            for part in ("message", "hint")
            for text in entry.get(part, {}).values()
        )
        named = (name for text in texts for _, name, _, _ in string.Formatter().parse(text))
        super().__init__(dict.fromkeys(filter(None, named), "x"))
