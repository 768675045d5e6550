"""Which column of a file belongs to which question, by id or by label in any language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from ..model.questionnaire import Asked
from ..text import fold
from ..words import phrase
from .answers import names_of
from .form import Form
from .sheets import Cell, Sheet

GROUPS = ("group", "repeat")
HEAD_WITHIN = 10
"""The headings stand in one of so many first rows."""
INDEX, PARENT = ("_index", "key"), ("_parent_index", "parent_key")
"""What links rows of repeated groups to their submission: KoboToolbox's names, and ODK's."""
_METADATA = re.compile(
    r"_.*|start|end|today|audit|deviceid|device_id|username|phonenumber|phone_number|email_of_.*"
    r"|simserial|subscriberid|key|parent_key|set-of-.*|submission_?date|submitter_?(id|name)"
    r"|submitted_by|submitted_at|attachments_?(present|expected)|status_of_.*|review_?state|edits"
    r"|form_?version|(meta|formhub)[/-].*|meta|instance_?(id|name)|rootuuid|uuid|id|status",
    re.I,
)
"""Columns that forms add by themselves; they can tell who sent a form, so none is read."""

Part = Literal["answer", "evidence", "choice", "index", "parent", "metadata"]


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds: a question's answer, its evidence, or whether a choice was made."""

    part: Part
    question: Asked | None = None
    choice: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet whose columns are known: the group it holds (empty for the main sheet), its rows."""

    sheet: Sheet
    columns: dict[int, Column]
    group: str
    heads: list[Cell]
    rows: list[dict[int, Cell]]


@dataclass(frozen=True, slots=True)
class Headings:
    """Everything that a heading may say, for one form."""

    form: Form

    def column(self, text: str, group: str = "") -> Column | None:
        """What a heading means; `group` is the group that the sheet holds."""
        parts = [part.strip() for part in text.split("/")]
        if link := self._link(parts[-1]):
            return link
        for at, part in enumerate(parts):
            it = self._question(part, group)
            if it is not None and (at == len(parts) - 1 or it.item.type not in GROUPS):
                return self._of(it, parts[at + 1 :])
        if (statement := self._evidence(parts)) is not None:
            return Column("evidence", statement)
        return Column("metadata") if _METADATA.fullmatch(text.strip()) else None

    def _of(self, it: Asked, rest: list[str]) -> Column | None:
        if not rest:
            return Column("answer", it)
        if it.item.type in GROUPS:
            return None
        by_name = names_of(self.form.choices(it.item))
        key = by_name.get(fold(" ".join("/".join(rest).split())))
        return Column("choice", it, key) if key else None

    def _question(self, text: str, group: str) -> Asked | None:
        by_id = self.form.by_id()
        first, *_, last = text.split("-") if "-" in text else (text, text)
        is_way = first.startswith("section_") or first in by_id
        if (name := last if is_way else text) in by_id:
            return by_id[name]
        labelled = [
            it for it in self.form.questions
            if fold(text) in {fold(label) for label in it.item.text.values()}
        ]  # fmt: skip
        own = [it for it in labelled if it.group and it.group.id == group]
        found = own or labelled
        return found[0] if len(found) == 1 or own else None

    def _evidence(self, parts: list[str]) -> Asked | None:
        name = parts[-1].rsplit("-", 1)[-1]
        for it in self.form.questions:
            if it.item.type == "statement" and name == f"{it.item.id}_evidence":
                return it
        return None

    def _link(self, text: str) -> Column | None:
        folded = fold(text)
        if folded in INDEX or folded in _said("row_number"):
            return Column("index")
        if folded in PARENT or folded in _said("belongs_to"):
            return Column("parent")
        return None


def _said(name: str) -> set[str]:
    return {fold(text) for text in phrase("collection", name).values()}


def tables(form: Form, sheets: list[Sheet]) -> list[Table]:
    """The sheets that hold answers, each with what its columns mean."""
    headings = Headings(form)
    found = [_table(headings, sheet) for sheet in sheets]
    return [table for table in found if table]


def _table(headings: Headings, sheet: Sheet) -> Table | None:
    group = _group(headings.form, sheet)
    best: tuple[int, int] = (0, -1)
    for index, row in enumerate(sheet.rows[:HEAD_WITHIN]):
        known = [headings.column(cell.text, group) for cell in row.values()]
        best = max(best, (sum(it is not None and it.part != "metadata" for it in known), -index))
    if best[0] < 2 or fold(sheet.name) in _said("sheet_choices"):
        return None
    at = -best[1]
    columns = _columns(headings, sheet.rows[at], group)
    held = {it.question.group.id for it in columns.values() if it.question and it.question.group}
    apart = {
        it.question.item.id for it in columns.values() if it.question and not it.question.group
    }
    if not group and len(held) == 1 and not apart and _is_repeat(headings.form, held):
        group = next(iter(held))
        columns = _columns(headings, sheet.rows[at], group)
    heads, rows = list(sheet.rows[at].values()), sheet.rows[at + 1 :]
    while rows and _repeats_heads(headings, rows[0], columns, group):
        heads, rows = [*heads, *rows[0].values()], rows[1:]
    above = [cell for row in sheet.rows[:at] for cell in row.values()]
    return Table(sheet, columns, group, [*above, *heads], rows)


def _is_repeat(form: Form, groups: set[str]) -> bool:
    return bool(form.by_id()[next(iter(groups))].item.type == "repeat")


def _columns(headings: Headings, row: dict[int, Cell], group: str) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for number, cell in row.items():
        column, previous = headings.column(cell.text, group), columns.get(number - 1)
        if column is None and previous and _is_evidence(cell.text, previous):
            column = Column("evidence", previous.question)
        if column is not None:
            columns[number] = column
    return columns


def _is_evidence(text: str, previous: Column) -> bool:
    """A column headed "What shows it?" stands after its statement."""
    is_statement = previous.question and previous.question.item.type == "statement"
    return bool(is_statement) and fold(text.split("/")[-1]) in _said("evidence")


def _group(form: Form, sheet: Sheet) -> str:
    """The repeated group that a sheet is named for, as KoboToolbox and ODK name them."""
    for it in form.questions:
        if it.item.type == "repeat":
            labels = {fold(label)[:31] for label in it.item.text.values()}
            name = sheet.name.strip()
            if name == it.item.id or name.endswith(f"-{it.item.id}") or fold(name) in labels:
                return it.item.id
    return ""


def _repeats_heads(
    headings: Headings, row: dict[int, Cell], columns: dict[int, Column], group: str
) -> bool:
    """Whether a row below the headings says the same in other words: labels under ids."""
    same = [
        number
        for number, cell in row.items()
        if number in columns and headings.column(cell.text, group) == columns[number]
    ]
    return len(same) * 2 > len(row)
