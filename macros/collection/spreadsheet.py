"""The questionnaire as a spreadsheet of the project's own: a row for each organisation.

The first row holds ids, the second the questions in one language; groups that repeat have sheets of
their own, whose rows name the number of the organisation's row.
"""

from __future__ import annotations

from typing import Any

from xlsxwriter.utility import xl_col_to_name

from ..model.questionnaire import Asked
from ..text import LANGUAGES, pick
from ..words import words
from .form import Form
from .sheets import Written, workbook

ONE = ("one", "yes-no", "statement")
ROWS = 200
"""How many rows are numbered in advance."""


def spreadsheet(form: Form, lang: str) -> bytes:
    """The XLSX file, empty but for headings, numbers and lists of choices."""
    rtl = LANGUAGES[lang].dir == "rtl"
    wording = words("collection", lang)
    choices, ranges = _choices(form, lang)
    alone = [it for it in form.questions if not _in_repeat(it) and it.item.type != "group"]
    main = _sheet(wording["sheet_answers"], form, alone, ("_index", wording["row_number"]), ranges)
    pages = [_as_sheet(main, lang, rtl, [[number] for number in range(1, ROWS + 1)])]
    for it in form.questions:
        if it.item.type == "repeat":
            own = [each for each in form.questions if each.group and each.group.id == it.item.id]
            link = ("_parent_index", wording["belongs_to"])
            pages.append(_as_sheet(_sheet(it.item.id, form, own, link, ranges), lang, rtl, []))
    return workbook([*pages, Written(wording["sheet_choices"], choices, rtl)])


_Made = tuple[str, list[tuple[str, Any]], dict[int, str]]


def _in_repeat(it: Asked) -> bool:
    return it.item.type == "repeat" or bool(it.group and it.group.type == "repeat")


def _sheet(
    name: str, form: Form, questions: list[Asked], link: tuple[str, str], ranges: dict[str, str]
) -> _Made:
    columns: list[tuple[str, Any]] = [link]
    lists: dict[int, str] = {}
    for it in questions:
        if it.item.type == "note":
            continue
        if it.item.type in ONE and it.item.id in ranges:
            lists[len(columns)] = ranges[it.item.id]
        columns.append((it.item.id, it))
        if it.item.type == "statement":
            columns.append((f"{it.item.id}_evidence", None))
    return name, columns, lists


def _as_sheet(made: _Made, lang: str, rtl: bool, rows: list[list[Any]]) -> Written:
    name, columns, lists = made
    wording = words("collection", lang)

    def label(what: Any) -> str:
        if isinstance(what, str):
            return what
        return wording["evidence"] if what is None else pick(what.item.text, lang)

    heads = [[head for head, _ in columns], [label(what) for _, what in columns]]
    return Written(name, [*heads, *rows], rtl, head=2, lists=lists)


def _choices(form: Form, lang: str) -> tuple[list[list[Any]], dict[str, str]]:
    """A column of labels for each question that chooses, and where each column lies."""
    columns: list[list[str]] = []
    ranges: dict[str, str] = {}
    sheet = words("collection", lang)["sheet_choices"]
    for it in form.questions:
        labels = [pick(choice.label, lang) for choice in form.choices(it.item)]
        if labels:
            column = [f"{it.number} {pick(it.item.text, lang)}", *labels]
            columns.append(column)
            letter = xl_col_to_name(len(columns) - 1)
            ranges[it.item.id] = f"='{sheet}'!${letter}$2:${letter}${len(column)}"
    height = max((len(column) for column in columns), default=0)
    rows = [
        [column[row] if row < len(column) else "" for column in columns] for row in range(height)
    ]
    return rows, ranges
