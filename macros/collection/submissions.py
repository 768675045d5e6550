"""Rows of an export to submissions: each with its answers and the items of its repeated groups."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from ..model.questionnaire import Asked
from .answers import Given
from .cells import truth
from .columns import Column, Table
from .form import Form
from .ledger import Ledger, Unusable
from .sheets import Cell, Sheet


@dataclass(slots=True)
class Item:
    """One item of a group: the answers to its questions, by their id."""

    group: Asked
    answers: dict[str, Given] = field(default_factory=dict)


@dataclass(slots=True)
class Submission:
    """One filled form: where it stands, its answers by the id of the question, and its items."""

    sheet: str
    row: int
    answers: dict[str, Given] = field(default_factory=dict)
    evidence: dict[str, Given] = field(default_factory=dict)
    items: list[Item] = field(default_factory=list)

    def cells(self) -> list[Cell]:
        """Every cell of it."""
        given = [*self.answers.values(), *self.evidence.values()]
        given += [each for item in self.items for each in item.answers.values()]
        return [cell for each in given for cell in each.cells]


def submissions(
    form: Form, tables: list[Table], sheets: list[Sheet], ledger: Ledger
) -> list[Submission]:
    """The submissions of a file; cells that belong to none are accounted for."""
    main = [table for table in tables if not table.group]
    known = {id(table.sheet) for table in tables}
    for sheet in sheets:
        if id(sheet) not in known:
            ledger.mark(sheet.cells(), "left-out", "other-sheet")
    found: list[Submission] = []
    by_index: dict[str, Submission] = {}
    for table in main:
        for row in _rows(table, ledger):
            made = _submission(table, row, ledger)
            found.append(made)
            for cell in _linking(table, row, "index"):
                by_index[cell.text] = made
    for table in tables:
        if table.group:
            for row in _rows(table, ledger):
                _attach(form, table, row, found, by_index, ledger)
    return found


def _rows(table: Table, ledger: Ledger) -> list[dict[int, Cell]]:
    """The rows with answers; headings and columns without meaning are accounted for."""
    ledger.mark(table.heads, "heading")
    rows = []
    for row in table.rows:
        for number, cell in row.items():
            column = table.columns.get(number)
            if column is None:
                ledger.mark(cell, "unusable", "unknown-column")
            elif column.part in ("metadata", "index", "parent"):
                ledger.mark(cell, "left-out", "metadata")
        if any(table.columns[number].question for number in row if number in table.columns):
            rows.append(row)
    return rows


def _linking(table: Table, row: dict[int, Cell], part: str) -> list[Cell]:
    return [row[n] for n, column in table.columns.items() if column.part == part and n in row]


def _submission(table: Table, row: dict[int, Cell], ledger: Ledger) -> Submission:
    first = next(iter(row.values()))
    made = Submission(table.sheet.name, first.row)
    in_groups: dict[str, Item] = {}
    for number, column in table.columns.items():
        it = column.question
        if it is None or number not in row:
            continue
        if it.group:
            group = Asked(it.section, it.group, None, it.number, it.loc)
            item = in_groups.setdefault(it.group.id, Item(group))
            _give(item.answers, it, column, row[number], ledger)
        else:
            target = made.evidence if column.part == "evidence" else made.answers
            _give(target, it, column, row[number], ledger)
    made.items += in_groups.values()
    return made


def _give(answers: dict[str, Given], it: Asked, column: Column, cell: Cell, ledger: Ledger) -> None:
    """Put a cell to the answer it belongs to; a split column only says yes or no to a choice."""
    given = answers.setdefault(it.item.id, Given())
    if column.part == "choice":
        given.is_split = True
        try:
            given.chosen += [column.choice] if truth(cell) else []
        except Unusable as error:
            ledger.mark(cell, "unusable", error.reason)
            return
        given.cells.append(cell)
    elif given.is_split:
        given.cells.append(cell)  # the same choices once more, in one column
    else:
        given.cells.insert(0, cell)


def _attach(
    form: Form,
    table: Table,
    row: dict[int, Cell],
    found: list[Submission],
    by_index: dict[str, Submission],
    ledger: Ledger,
) -> None:
    links = [cell.text for cell in _linking(table, row, "parent")]
    home = by_index.get(links[0]) if links else (found[0] if len(found) == 1 else None)
    cells = [cell for number, cell in row.items() if number in table.columns]
    if home is None:
        for cell in cells:
            ledger.mark(cell, "unusable", "belongs-to-no-row")
        return
    item = Item(form.by_id()[table.group])
    answers: dict[str, Given] = defaultdict(Given)
    for number, column in table.columns.items():
        if column.question and number in row:
            _give(answers, column.question, column, row[number], ledger)
    item.answers = dict(answers)
    home.items.append(item)
