"""Problems as text for people, and as JSON, GitHub annotations and SARIF for machines."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

from ..problems import Problem, catalogue
from ..text import DEFAULT, pick
from ..words import words

HELP = "about/problems#"


def as_text(problems: list[Problem], records: int, lang: str = DEFAULT) -> str:
    """A line per problem with its help below, and a last line that counts them."""
    lines = [line for problem in problems for line in _text_lines(problem, lang)]
    return "\n".join([*lines, summary(problems, records, lang)])


def summary(problems: list[Problem], records: int, lang: str = DEFAULT) -> str:
    """How many errors and warnings there are, in how many records."""
    errors = sum(problem.is_error for problem in problems)
    template = words("report", lang)["summary"]
    return template.format(errors=errors, warnings=len(problems) - errors, records=records)


def _text_lines(problem: Problem, lang: str) -> list[str]:
    phrases = words("report", lang)
    place = f"{problem.safe_path}:{problem.line}:{problem.column}"
    where = f"{problem.where}: " if problem.where else ""
    lines = [f"{place}: {phrases[problem.severity]} {problem.code}: {where}{problem.message(lang)}"]
    if problem.suggestion:
        lines.append(f"    {phrases['did_you_mean']} {problem.suggestion}")
    lines.append(f"    {problem.hint(lang)} · {phrases['help']} {HELP}{problem.code}")
    return lines


def _fields(problem: Problem, lang: str) -> dict[str, Any]:
    return {
        "path": problem.safe_path,
        "line": problem.line,
        "column": problem.column,
        "severity": problem.severity,
        "code": problem.code,
        "where": problem.where,
        "message": problem.message(lang),
        "hint": problem.hint(lang),
        "suggestion": problem.suggestion,
    }


def as_json(problems: list[Problem], records: int, lang: str = DEFAULT) -> str:
    """A list of objects, one per problem."""
    found = [_fields(problem, lang) for problem in problems]
    return json.dumps(found, ensure_ascii=False, indent=2)


def as_github(problems: list[Problem], records: int, lang: str = DEFAULT) -> str:
    """Workflow commands that GitHub shows beside the changed lines.

    Source: GitHub Docs, "Workflow commands": properties and data are percent-escaped, so that a
    record cannot end its line and start a command of its own.
    """
    lines = [_annotation(problem, lang) for problem in problems]
    return "\n".join([*lines, summary(problems, records, lang)])


def _annotation(problem: Problem, lang: str) -> str:
    properties = {
        "file": problem.safe_path,
        "line": problem.line,
        "col": problem.column,
        "title": problem.code,
    }
    head = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    hints = [problem.message(lang), problem.hint(lang)]
    if problem.suggestion:
        hints.insert(1, f"{words('report', lang)['did_you_mean']} {problem.suggestion}")
    where = f"{problem.where}: " if problem.where else ""
    return f"::{problem.severity} {head}::{_data(where + ' · '.join(hints))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_sarif(problems: list[Problem], records: int, lang: str = DEFAULT) -> str:
    """SARIF 2.1.0 (OASIS), which code hosts and editors read."""
    codes = sorted({problem.code for problem in problems})
    driver = {
        "name": "dalil check",
        "rules": [_rule(code, lang) for code in codes],
    }
    results = [_result(problem, codes.index(problem.code), lang) for problem in problems]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str, lang: str) -> dict[str, Any]:
    entry = catalogue()[code]
    return {
        "id": code,
        "shortDescription": {"text": pick(entry["title"], lang)},
        "fullDescription": {"text": pick(entry["explanation"], lang)},
        "defaultConfiguration": {"level": entry["severity"]},
    }


def _result(problem: Problem, rule: int, lang: str) -> dict[str, Any]:
    text = f"{problem.message(lang)} ({problem.hint(lang)})"
    region = {"startLine": problem.line, "startColumn": problem.column}
    location = {"artifactLocation": {"uri": quote(os.fsencode(problem.path))}, "region": region}
    return {
        "ruleId": problem.code,
        "ruleIndex": rule,
        "level": problem.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }


Report = Callable[[list[Problem], int, str], str]

FORMATS: dict[str, Report] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
