"""`dalil import`: rows of a listing to records, with the listing as their source."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

from ..matching import Likeness, judged_apart, likely_pairs, named
from ..model.listing import IGNORED, NAMES, ListingMap
from ..register import Entry, Register
from ..text import DEFAULT
from ..tree import Tree, grown
from .additions import Additions
from .answers import Given, Reader
from .ledger import Ledger, State, Unusable
from .listing_map import heading_of, letter_of
from .listing_rows import Row, add_value, question, row_named, source_name
from .sheets import Cell, Sheet
from .standing import enter_source
from .trees import Trees, slug_of
from .updates import STATE_OF, Update

NEW = "new"


@dataclass(slots=True)
class Listing:
    """A listing being imported: what becomes of its rows and of every cell."""

    register: Register
    plan: ListingMap
    ledger: Ledger
    trees: Trees
    updates: list[Update] = field(default_factory=list)
    held: list[Likeness] = field(default_factory=list)
    """Rows that are likely on file, or twice in the listing."""

    def take(self, sheets: list[Sheet]) -> None:
        """Take every row of the mapped sheet; other sheets are left out."""
        wanted = self.plan.sheet or (sheets[0].name if sheets else "")
        sheet = next((it for it in sheets if it.name == wanted), None)
        if sheet is None:
            raise ValueError(f"there is no sheet {wanted}")
        for other in sheets:
            if other is not sheet:
                self.ledger.mark(other.cells(), "left-out", "other-sheet")
        rows = [self._row(row, sheet) for row in self._body(sheet)]
        held = self._likely([row for row in rows if row.names])
        for row in rows:
            self._apply(row, held)

    def _body(self, sheet: Sheet) -> list[dict[int, Cell]]:
        head = self.plan.head
        for row in sheet.rows[: head - 1]:
            self.ledger.mark(row.values(), "left-out", "above-head")
        if head > len(sheet.rows):
            raise ValueError(f"the sheet {sheet.name} has no row {head}")
        heads = sheet.rows[head - 1]
        self.ledger.mark(heads.values(), "heading")
        self._fields(heads)
        return [row for row in sheet.rows[head:] if row]

    def _fields(self, heads: dict[int, Cell]) -> dict[int, str]:
        """Fields by column.

        Raises:
            ValueError: the map names a column that is not there.
        """
        columns = self.plan.columns
        found = {
            number: columns.get(heading_of(cell), columns.get(letter_of(cell), ""))
            for number, cell in heads.items()
        }
        names = {name for cell in heads.values() for name in (heading_of(cell), letter_of(cell))}
        if missing := [name for name in columns if name not in names]:
            raise ValueError(f"there is no column {missing[0]} in row {self.plan.head}")
        return found

    def _row(self, cells: dict[int, Cell], sheet: Sheet) -> Row:
        fields = self._fields(sheet.rows[self.plan.head - 1])
        number = max(cell.row for cell in cells.values())
        row = Row(f"{sheet.name}!{number}", list(cells.values()), country=self.plan.country or "")
        wanted = [(fields.get(column, ""), cell) for column, cell in sorted(cells.items())]
        # The country comes first, since regions and records are chosen within it.
        for name, cell in sorted(wanted, key=lambda it: it[0] != "country"):
            if not name:
                self.ledger.mark(cell, "unusable", "unknown-column")
            elif name == IGNORED:
                self.ledger.mark(cell, "left-out", "ignored")
            else:
                self._value(row, name, cell)
        decided = (self.plan.decisions or {}).get(row.place, "")
        row.key = decided if decided not in ("", NEW) else row.key
        return row

    def _value(self, row: Row, name: str, cell: Cell) -> None:
        lang = name.split(".")[1] if name in NAMES else self.plan.language or DEFAULT
        is_day_first = self.plan.dates == "day-first"
        reader = Reader(self.register, lang, row.country, is_day_first)
        try:
            value = reader.value(question(name), Given([cell]))
        except Unusable as error:
            self.ledger.mark(cell, "unusable", error.reason, error.detail)
            return
        if name in NAMES:
            row.names |= value
        elif name == "country":
            row.country = value
        elif name == "key":
            row.key = value
        if name in ("country", "key"):
            self.ledger.mark(cell, "used")
        else:
            row.values.append((name, value, cell))

    def _likely(self, rows: list[Row]) -> dict[str, Likeness]:
        """Rows that are likely on file or repeat an earlier row, by their place."""
        decided = self.plan.decisions or {}
        mine = [row_named(row) for row in rows if not row.key and row.place not in decided]
        on_file = [named(entry) for entry in self.register.organisations.values()]
        held: dict[str, Likeness] = {}
        order = {it.key: number for number, it in enumerate([*on_file, *mine])}
        for pair in likely_pairs([*on_file, *mine], judged_apart(self.register)):
            later = max(pair.first.key, pair.second.key, key=lambda key: order[key])
            if order[later] >= len(on_file):
                held.setdefault(later, pair)
        self.held = list(held.values())
        return held

    def _apply(self, row: Row, held: dict[str, Likeness]) -> None:
        entry = self.register.organisations.get(row.key)
        reason = ""
        if row.key and entry is None:
            reason = "unknown-record"
        elif not row.country and entry is None:
            reason = "no-country"
        elif not row.names and entry is None:
            reason = "no-name"
        elif row.place in held:
            reason = "held-back"
        if reason:
            state: State = "left-out" if reason == "held-back" else "unusable"
            for cell in row.cells:
                before = self.ledger.outcomes.get((cell.sheet, cell.row, cell.column))
                if before is None or before.state == "used":
                    self.ledger.mark(cell, state, reason)
            self.updates.append(Update(row.key, "", entry is None, row.place, [], reason))
        else:
            self._write(row, entry)

    def _write(self, row: Row, entry: Entry[Any] | None) -> None:
        if entry is not None:
            key, path, tree = entry.key, entry.path, self.trees.of(entry)
        else:
            slug = slug_of(row.names, self.trees.taken(row.country))
            key, path = f"{row.country}-{slug}", f"data/organisations/{row.country}/{slug}.yml"
            tree = self.trees.new(path)
        saved, marks = copy.deepcopy(tree.root), dict(self.ledger.outcomes)
        update = Update(key, path, entry is None, row.place)
        self._fill(row, tree, update)
        if problems := self.trees.problems(path):
            tree.root, self.ledger.outcomes = saved, marks
            self.trees.drop_if_new(path, entry is None)
            update.refused, update.changes = "record-invalid", []
            for _, _, cell in row.values:
                self.ledger.mark(cell, "unusable", "record-invalid", problems[0])
        self.updates.append(update)

    def _fill(self, row: Row, tree: Tree, update: Update) -> None:
        given = self.plan.source
        source = given.model_dump(exclude_none=True) if given else {}
        name = source_name(tree, source)
        additions = Additions(tree.root, name, str(source.get("date", "")))
        for field_name, value, cell in row.values:
            result = add_value(additions, field_name, value)
            self.ledger.mark(
                cell,
                STATE_OF.get(result, "used"),
                result if result == "conflict" else "",
                field_name,
            )
        if update.is_new:
            self._complete(tree, additions)
        enter_source(tree.root, name, source, additions.supports)
        update.changes = additions.changes

    def _complete(self, tree: Tree, additions: Additions) -> None:
        if tree.root.get("status") is None:
            additions.item("status", {"value": "unknown"})
        if tree.root.get("themes") is None and self.plan.themes:
            additions.add("themes", (), list(self.plan.themes))
        tree.root.put("collection", grown({"stage": "listed"}))
