"""Filled forms, and the files in which KoboToolbox, ODK and people send them."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl

from macros.collection.form import Form
from macros.collection.spreadsheet import spreadsheet
from macros.model.questionnaire import Asked
from macros.text import pick

Answers = dict[str, Any]
"""Answers by question: a text, a number, a list of choices; of a repeated group a list of these."""
FIXED = {
    "interview_date": "2026-01-10", "source_kind": "interview", "mode": "in-person",
    "roles": ["director", "lawyer"], "language": "en", "country": "xa", "agrees": "yes",
    "name_ar": "دار الربيع الجديد", "name_en": "Spring House", "name_fr": "Maison du printemps",
    "acronym": "SPH", "region": "XA-S", "areas_served": ["XA-N", "XA-S"],
    "website": "https://spring.example.org", "contact_page": "https://social.example.org/spring",
    "email": "info@spring.example.org", "phone": "+20 2 7654 3210", "hotline": "117",
    "founded": 2001, "registered": "2003-06", "licensed": "2003-06-24", "first_activity": 1999,
    "registration_authority": "xa-ministry-of-justice", "registration_area": "north",
    "status_area": "south", "member_of": ["xa-lantern-union"], "is_umbrella": "no",
    "obstacle_law": "xa-societies-law-2020", "prosecution_authorities": ["xa-public-prosecution"],
    "other_authorities": ["xa-ministry-of-justice"], "consent_publish": "granted",
    "exposure": "full", "consent_expires": "2031-01-01", "public_utility": "yes",
    "willing": "partly", "sponsor_period": "2019-2021",
}  # fmt: skip
"""Answers that are tied to records or to each other."""


def filled(form: Form) -> Answers:
    """An answer to every question, two items for every repeated group, nothing left out."""
    numbers = iter(range(11, 999))
    answers: Answers = {}
    for it in form.questions:
        if it.group or it.item.type in ("note", "group") or it.item.id == "record":
            continue
        if it.item.type == "repeat":
            inner = _inside(form, it.item.id)
            answers[it.item.id] = [
                {each.item.id: _answer(each, form, n, next(numbers)) for each in inner}
                for n in (1, 2)
            ]
        else:
            answers[it.item.id] = _answer(it, form, 1, next(numbers))
            if it.item.type == "statement":
                answers[f"{it.item.id}_evidence"] = f"Seen in file {next(numbers)}"
    for it in form.questions:
        if it.group and it.group.type == "group":
            answers[it.item.id] = _answer(it, form, 1, next(numbers))
    return answers


def _inside(form: Form, group: str) -> list[Asked]:
    return [it for it in form.questions if it.group and it.group.id == group]


def _answer(it: Asked, form: Form, turn: int, number: int) -> Any:
    item = it.item
    if item.id in FIXED:
        return FIXED[item.id]
    choices = [choice.key for choice in form.choices(item)]
    if item.type in ("one", "statement"):
        return choices[turn % len(choices)]
    if item.type == "many":
        return choices[turn : turn + 2]
    return {
        "yes-no": "yes", "number": number, "year": 2010 + turn, "date": "2026-01-09",
        "lines": f"First thing {number}\nSecond thing {number}",
    }.get(item.type, f"Words about {item.id.replace('_', ' ')} {number}")  # fmt: skip


Rows = dict[str, list[list[Any]]]
"""Sheets by name, the first row being the headings."""


def kobo(form: Form, submissions: list[Answers], lang: str = "", split: bool = False) -> Rows:
    """An export of KoboToolbox: codes, or labels of a language; choices in one column or split."""
    heading, value = _naming(form, lang)
    alone = [it for it in form.questions if not _repeats(it) and it.item.type not in ("group",)]
    columns: list[tuple[str, Callable[[Answers], Any]]] = []
    for it in alone:
        columns += _columns(it, heading, value, split, form)
    heads = [
        "start",
        "deviceid",
        "username",
        *(name for name, _ in columns),
        "_id",
        "_uuid",
        "_index",
    ]
    sheets: Rows = {"main": [heads]}
    for index, answers in enumerate(submissions, 1):
        cells = [make(answers) for _, make in columns]
        sheets["main"].append(["2026-01-10T10:00", "ee:1", "fatima.h", *cells, 7, "u-1", index])
    for it in form.questions:
        if it.item.type == "repeat":
            sheets[it.item.id] = _group(form, it, submissions, heading, value, split)
    return sheets


def _repeats(it: Asked) -> bool:
    return it.item.type == "repeat" or bool(it.group and it.group.type == "repeat")


def _naming(form: Form, lang: str) -> tuple[Callable[[Asked], str], Callable[[Asked, Any], Any]]:
    def heading(it: Asked) -> str:
        if lang:
            return f"{pick(it.section.title, lang)}/{pick(it.item.text, lang)}"
        return f"section_{it.section.id}/{it.item.id}"

    def value(it: Asked, answer: Any) -> Any:
        labels = (
            {choice.key: pick(choice.label, lang) for choice in form.choices(it.item)}
            if lang
            else {}
        )
        if isinstance(answer, list):
            return " ".join(labels.get(each, each) for each in answer)
        return labels.get(answer, answer)

    return heading, value


def _columns(
    it: Asked,
    heading: Callable[[Asked], str],
    value: Callable[[Asked, Any], Any],
    split: bool,
    form: Form,
) -> list[tuple[str, Callable[[Answers], Any]]]:
    name = it.item.id

    def one(answers: Answers) -> Any:
        return value(it, answers[name]) if name in answers else None

    columns: list[tuple[str, Callable[[Answers], Any]]] = [(heading(it), one)]
    if split and it.item.type == "many":
        columns += [
            (f"{heading(it)}/{choice.key}", partial(_mark, name, choice.key))
            for choice in form.choices(it.item)
        ]
    if it.item.type == "statement":
        columns.append((f"section_x/{name}_evidence", lambda a: a.get(f"{name}_evidence")))
    return columns


def _mark(name: str, key: str, answers: Answers) -> Any:
    return int(key in answers[name]) if name in answers else None


def _group(
    form: Form, group: Asked, submissions: list[Answers], heading: Any, value: Any, split: bool
) -> list[list[Any]]:
    columns = [
        column
        for it in _inside(form, group.item.id)
        for column in _columns(it, heading, value, split, form)
    ]
    rows: list[list[Any]] = [[*(name for name, _ in columns), "_index", "_parent_index"]]
    for parent, answers in enumerate(submissions, 1):
        for item in answers.get(group.item.id, []):
            rows.append([*(make(item) for _, make in columns), len(rows), parent])
    return rows


def odk(form: Form, submissions: list[Answers]) -> dict[str, str]:
    """An export of ODK Central: CSV files by name, groups parted by hyphens, keys for links."""
    sheets = kobo(form, submissions)
    made = {}
    for name, rows in sheets.items():
        links = {"_index": "KEY", "_parent_index": "PARENT_KEY"}
        heads = [links.get(it, it.replace("/", "-")) for it in rows[0]]
        key = "KEY" if name == "main" else "PARENT_KEY"
        at = heads.index(key)
        body = [[*row[:at], f"uuid:{row[at]}", *row[at + 1 :]] for row in rows[1:]]
        target = io.StringIO()
        csv.writer(target).writerows([heads, *body])
        made["form.csv" if name == "main" else f"form-{name}.csv"] = target.getvalue()
    return made


def save(path: Path, sheets: Rows) -> Path:
    """Write sheets as XLSX."""
    book = openpyxl.Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(path)
    return path


def save_zip(path: Path, files: dict[str, str]) -> Path:
    """Write CSV files into an archive."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return path


def sheet(form: Form, answers: Answers, path: Path, lang: str) -> Path:
    """The project's own spreadsheet, filled in as a person would: labels, semicolons."""
    path.write_bytes(spreadsheet(form, lang))
    book = openpyxl.load_workbook(path)
    by_id = form.by_id()
    _, value = _naming(form, lang)

    def put(page: Any, row: int, given: Answers) -> None:
        columns = {cell.value: cell.column for cell in page[1]}
        for name, answer in given.items():
            if name in columns:
                said = answer
                if isinstance(answer, list):
                    said = "; ".join(str(value(by_id[name], [each])) for each in answer)
                elif name in by_id:
                    said = value(by_id[name], answer)
                page.cell(row, columns[name], said)

    put(book.worksheets[0], 3, answers)
    for name, items in answers.items():
        if isinstance(items, list) and items and isinstance(items[0], dict):
            for number, item in enumerate(items):
                put(book[name], 3 + number, {"_parent_index": 1, **item})
    book.save(path)
    return path
