"""`dalil questionnaire read`: files of answers to updates of records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..register import Register
from .columns import tables
from .form import only_form
from .ledger import Ledger
from .sheets import Sheet, read
from .submissions import submissions
from .trees import Trees
from .updates import Update, Updates


@dataclass(frozen=True, slots=True)
class Reading:
    """What files of answers come to: the records as they would be, what changed, every cell."""

    trees: Trees
    updates: list[Update]
    ledger: Ledger


def read_answers(register: Register, paths: Iterable[Path]) -> Reading:
    """Read exports of KoboToolbox or ODK, or the project's own spreadsheet; nothing is written.

    Raises:
        SheetError: a file cannot be read as a spreadsheet.
        ValueError: the register has no questionnaire.
    """
    sheets: list[Sheet] = [sheet for path in paths for sheet in read(path)]
    form, ledger = only_form(register), Ledger()
    found = submissions(form, tables(form, sheets), sheets, ledger)
    updates = Updates(form, register, ledger, Trees(register))
    for submission in found:
        updates.take(submission)
    ledger.close(sheets)
    return Reading(updates.trees, updates.done, ledger)
