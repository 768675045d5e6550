"""The quality of the data: warnings counted and listed, and every kind of problem explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from ...model import SINGLE_KINDS
from ...problems import Problem, catalogue
from ...text import LANGUAGES, number, pick
from ...words import phrase, words
from .common import Place

LISTED = 250
"""Warnings of a kind that are listed; a longer list would make a heavy page."""
TEXT_STATES = ("all", "own", "reviewed", "translated", "outdated", "missing")


def quality(place: Place) -> str:
    """All published warnings: a count per kind, then the records of each kind."""
    found = [problem for each in place.public.problems.values() for problem in each]
    counts = Counter(problem.code for problem in found)
    groups = [
        {
            "code": code,
            "title": pick(catalogue()[code]["title"], place.lang),
            "count": number(count, place.lang),
            "rows": _rows(place, [it for it in found if it.code == code][:LISTED]),
            "more": words("blocks", place.lang)["more_in_check"].format(
                shown=number(LISTED, place.lang)
            )
            if count > LISTED
            else "",
        }
        for code, count in counts.most_common()
    ]
    return place.block(
        "quality",
        groups=groups,
        records=number(sum(1 for _ in place.public.entries()), place.lang),
        total=number(len(found), place.lang),
        languages=list(_languages(place)),
        words=words("blocks", place.lang),
    )


def _languages(place: Place) -> Iterator[dict[str, Any]]:
    """Per language, how many texts of each kind of record stand in which state, and of all."""
    phrases = words("blocks", place.lang)
    for code in LANGUAGES:
        by_kind = {phrases[kind]: by_lang[code] for kind, by_lang in place.public.texts.items()}
        total: Counter[str] = sum(by_kind.values(), Counter())
        rows = [*by_kind.items(), (phrases["all_kinds"], total)]
        yield {
            "name": pick(phrase("report", f"language_{code}"), place.lang),
            "rows": [(label, [_cell(place, n, name) for name in TEXT_STATES]) for label, n in rows],
        }


def _cell(place: Place, counted: Counter[str], state: str) -> str:
    return number(counted.total() if state == "all" else counted[state], place.lang)


def _rows(place: Place, problems: list[Problem]) -> list[dict[str, Any]]:
    by_path = {entry.path: entry for entry in place.public.entries()}
    rows = []
    for problem in problems:
        entry = by_path.get(problem.path)
        without_page = ("vocabularies", "countries", *SINGLE_KINDS)
        if entry is not None and entry.kind not in without_page:
            target = place.link(entry)
        else:
            target = {"text": problem.path, "lang": place.lang, "dir": "ltr"}
        rows.append(target | {"message": problem.message(place.lang)})
    return rows


def problems(place: Place) -> str:
    """Every code of the catalogue with its words, severity and example."""
    rows = [
        {
            "code": code,
            "severity": entry["severity"],
            "title": pick(entry["title"], place.lang),
            "explanation": pick(entry["explanation"], place.lang),
            "hint": pick(entry["hint"], place.lang).replace("{{", "{").replace("}}", "}"),
            "wrong": entry.get("example", {}).get("wrong", "").splitlines(),
            "right": entry.get("example", {}).get("right", "").splitlines(),
        }
        for code, entry in catalogue().items()
    ]
    return place.block("problems", rows=rows, words=words("blocks", place.lang))
