"""Checks: one function per rule, all listed here, every problem of every file in one run.

A rule about one record is given that record alone. So its findings hold while the file is the same,
and are kept between runs (`store.py`).
"""

from __future__ import annotations

import hashlib
import os
import secrets
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from .. import store
from ..authored import state
from ..files import digests_of
from ..parallel import FEW, Helper, many_objects, shared
from ..positions import located
from ..problems import Problem, ordered
from ..progress import step
from ..register import Entry, Register, load, today
from ..store import FOLDER, Shelf, code_version
from . import (
    assessment,
    cooperation,
    dates,
    evidence,
    glossary,
    grounds,
    languages,
    pages,
    privacy,
    programme,
    questionnaire,
    sources,
    terms,
    tiles,
    translations,
    whole,
)

RecordCheck = Callable[[Entry[Any]], Iterator[Problem]]
Check = Callable[[Register], Iterator[Problem]]

RECORD_CHECKS: list[RecordCheck] = [
    sources.source_ids,
    sources.missing_sources,
    sources.supported_fields,
    sources.undated_interviews,
    sources.unused_sources,
    dates.order_of_dates,
    languages.scripts,
    privacy.unfit_texts,
    privacy.personal_addresses,
    evidence.single_source,
    evidence.never_verified,
    evidence.conflicting_years,
    evidence.umbrella_figures,
    evidence.undated_consents,
    questionnaire.consented_answers,
]
"""Rules about a record by itself: they know no other record, no vocabulary and no day."""

CHECKS: list[Check] = [
    terms.vocabularies,
    terms.terms,
    terms.broader_terms,
    terms.keys,
    terms.parents,
    terms.regions,
    terms.countries,
    tiles.tiles,
    assessment.counted_fields,
    assessment.tried_choices,
    assessment.attributes,
    dates.future_dates,
    translations.translations,
    translations.translated_scripts,
    translations.missing_languages,
    pages.page_translations,
    glossary.avoided_words,
    questionnaire.covered_fields,
    questionnaire.filled_fields,
    questionnaire.question_ids,
    questionnaire.choices,
    questionnaire.skip_rules,
    questionnaire.statement_ids,
    evidence.old_sources,
    evidence.overdue_verification,
    evidence.expired_consents,
    grounds.unfounded_actions,
    grounds.grounds,
    grounds.of_several,
    programme.reports_of_held_events,
    programme.unanswered_recommendations,
    programme.ids,
    programme.versions,
    programme.months,
    programme.decisions,
    programme.invitations,
    programme.counts,
    cooperation.strengths_of_results,
    cooperation.incomplete_findings,
    cooperation.topics_of_crimes,
    whole.expected_counts,
    whole.likely_duplicates,
    whole.unused_terms,
    whole.unlinked_authorities,
]
"""Rules that look at the whole register, or at the day."""

APART: list[Check] = [whole.likely_duplicates, translations.missing_languages]
"""Of these the rules that take about as long as all others, and are worked on beside them."""


def check(register: Register) -> list[Problem]:
    """Every problem of the register: those of form found on loading and those of meaning."""
    with many_objects():
        found = _of_meaning(register)
        for entry in register.entries():
            entry.forget()
    fields = {entry.path: list(entry.data) for entry in register.entries()}
    placed = located(register.root, found, register.digests, fields)
    return ordered([*register.problems, *placed])


def _of_meaning(register: Register) -> list[Problem]:
    for entry in register.entries():
        entry.held("")  # once, before work is shared
    aside = Helper(partial(_rows, register, APART)) if len(register) > FEW else None
    others = [rule for rule in CHECKS if rule not in APART]
    found = [*_of_records(register), *_found(register, others)]
    return found + ([Problem(*row) for row in aside.result()] if aside else _found(register, APART))


def _found(register: Register, rules: list[Check]) -> list[Problem]:
    return [problem for rule in rules for problem in rule(register)]


def _rows(register: Register, rules: list[Check]) -> list[tuple[Any, ...]]:
    return [(it.path, *_row(it)) for it in _found(register, rules)]


def remembered(register: Register) -> list[Problem]:
    """What `check` finds; where no file, no line of code and no day has changed, from before."""
    path = os.path.join(register.root, FOLDER, "checked")
    kept = store.read(path, _made_by(register.root, register.digests))
    return _problems(kept) if kept is not None else _checked(register)


def checked(root: str) -> tuple[list[Problem], int]:
    """Every problem of the register in a folder, and the number of its records.

    Where no file, authored page, line of code or day has changed, what was found the last time.
    """
    path = os.path.join(root, FOLDER, "checked")
    # At the first run, files are not read for what cannot be there.
    first = not os.path.exists(path)
    kept = None if first else store.read(path, _made_by(root, digests_of(root, "data")))
    if kept is not None:
        return _problems(kept), kept["records"]
    register = load(root)
    return _checked(register), len(register)


def _problems(kept: dict[str, Any]) -> list[Problem]:
    return [Problem(*row) for row in kept["problems"]]


def _checked(register: Register) -> list[Problem]:
    """What is wrong, noted for the next run."""
    with step("checking"):
        problems = check(register)
    rows = [(it.path, *_row(it)) for it in problems]
    path = os.path.join(register.root, FOLDER, "checked")
    kept = {"problems": rows, "records": len(register)}
    store.write(path, _made_by(register.root, register.digests), kept)
    return problems


def _made_by(root: str, digests: dict[str, str]) -> str:
    if not all(digests.values()):
        return secrets.token_hex()  # a file cannot be read now, and perhaps can next time
    everything = f"{today()} {store.code_version('')} {state(root)} {sorted(digests.items())}"
    return hashlib.sha256(everything.encode(errors="surrogatepass")).hexdigest()


def _row(it: Problem) -> tuple[Any, ...]:
    return it.code, it.loc, dict(it.values), it.line, it.column, it.at_key


def _of_records(register: Register) -> Iterator[Problem]:
    """Problems of records by themselves; found on all cores in files that were not checked yet."""
    made_by = code_version(
        "checks",
        "model",
        "wording/report.yml",
        "records.py",
        "quick.py",
        "lines.py",
        "register.py",
        "text.py",
    )
    shelf = Shelf(register.root, "checks", made_by)
    keys = {entry.path: register.digests[entry.path] + entry.kind for entry in register.entries()}
    new = [entry for entry in register.entries() if shelf.get(keys[entry.path]) is None]
    found = shared(_examined, new)
    fresh = {keys[entry.path]: rows for entry, rows in zip(new, found, strict=True)}
    kept = {key: fresh[key] if key in fresh else shelf.get(key) for key in keys.values()}
    shelf.keep(kept)
    for path, key in keys.items():
        for row in kept[key]:
            yield Problem(path, *row)


def _examined(entries: Sequence[Entry[Any]]) -> list[Any]:
    """What is wrong with each record, as plain data without the path."""
    return [
        [_row(problem) for rule in RECORD_CHECKS for problem in rule(entry)] for entry in entries
    ]
