"""The account of every cell of a file that was read: none is lost without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from .sheets import Cell, Sheet

State = Literal["heading", "used", "confirmed", "left-out", "conflict", "unusable"]
STATES: tuple[State, ...] = (
    "heading", "used", "confirmed", "left-out", "conflict", "unusable",
)  # fmt: skip
RANK: dict[State, int] = {state: rank for rank, state in enumerate(STATES)}


class Unusable(Exception):
    """Why a value could not be taken: a reason of `wording/collection.yml` and what it mentions."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a cell."""

    cell: Cell
    state: State
    reason: str = ""
    detail: str = ""


@dataclass(slots=True)
class Ledger:
    """Outcomes by the place of the cell."""

    outcomes: dict[tuple[str, int, int], Outcome] = field(default_factory=dict)

    def mark(
        self, cells: Cell | Iterable[Cell], state: State, reason: str = "", detail: str = ""
    ) -> None:
        """Say what became of a cell; of several outcomes the worst stays, save for headings."""
        for cell in (cells,) if isinstance(cells, Cell) else cells:
            place = (cell.sheet, cell.row, cell.column)
            before = self.outcomes.get(place)
            if before is None or RANK[state] >= RANK[before.state]:
                self.outcomes[place] = Outcome(cell, state, reason, detail)

    def close(self, sheets: Iterable[Sheet]) -> None:
        """Whatever was not looked at is unusable, and says so."""
        for sheet in sheets:
            for cell in sheet.cells():
                if (cell.sheet, cell.row, cell.column) not in self.outcomes:
                    self.mark(cell, "unusable", "not-read")

    def counts(self) -> dict[State, int]:
        """How many cells came to each state."""
        count = Counter(it.state for it in self.outcomes.values())
        return {state: count[state] for state in STATES}

    def of(self, state: State) -> list[Outcome]:
        """The outcomes of one state, in the order of the file."""
        found = [it for it in self.outcomes.values() if it.state == state]
        return sorted(found, key=lambda it: (it.cell.sheet, it.cell.row, it.cell.column))
