"""Submissions to records: each answer in its field, with the interview as its source."""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from typing import Any

from ..model import Organisation
from ..model.questionnaire import ABOUT_THE_ANSWERS, Asked
from ..register import Entry, Register
from ..tree import Tree
from .about import About, read_about
from .additions import Additions, Change
from .answers import Given, Reader, chosen
from .consent import OWN_WORD, published, refusal
from .form import Form
from .ledger import Ledger, State, Unusable
from .standing import collected, complete, enter_source, source_id
from .submissions import Item, Submission
from .trees import Trees, slug_of

STATE_OF: dict[str, State] = {"confirmed": "confirmed", "conflict": "conflict"}


@dataclass(slots=True)
class Update:
    """What one submission does to one record."""

    key: str
    path: str
    is_new: bool
    place: str
    """Sheet and row of the submission."""
    changes: list[Change] = field(default_factory=list)
    refused: str = ""
    """Why nothing of the answers was taken; empty if they were."""


@dataclass(slots=True)
class Updates:
    """All submissions of a file, applied to the trees of their records, one after the other."""

    form: Form
    register: Register
    ledger: Ledger
    trees: Trees
    done: list[Update] = field(default_factory=list)

    def take(self, submission: Submission) -> None:
        """Apply one submission; whatever cannot be taken is accounted for in the ledger."""
        place = f"{submission.sheet} {submission.row}"
        about = read_about(self.form, submission, self.ledger)
        reason = about.missing
        entry = self.register.organisations.get(about.key)
        if not reason:
            kind = str(about.source.get("kind", ""))
            on_file = entry.data.get("publication", {}) if entry else {}
            consent = str(about.publication.get("consent", ""))
            reason = refusal(kind, about.agreed, consent, on_file)
        if reason:
            self._refuse(submission, about, entry, Update(about.key, "", False, place, [], reason))
            return
        names = self._names(submission, about)
        if entry is None and not names:
            update = Update("", "", True, place, [], "no-name")
            self._refuse(submission, about, None, update)
            return
        self._apply(submission, about, entry, names, place)

    def _answered(self, submission: Submission) -> list[tuple[Asked, Given]]:
        by_id = self.form.by_id()
        return [(by_id[name], given) for name, given in submission.answers.items()]

    def _names(self, submission: Submission, about: About) -> dict[str, str]:
        reader, names = Reader(self.form.records, about.lang, about.country), {}
        for it, given in self._answered(submission):
            if it.fills[:1] == ("names",):
                try:
                    names[str(it.fills[1])] = reader.value(it, given)
                except Unusable:
                    continue  # accounted for with the other answers
        return names

    def _refuse(
        self,
        submission: Submission,
        about: About,
        entry: Entry[Organisation] | None,
        update: Update,
    ) -> None:
        """Take nothing but what narrows the publication of a record on file."""
        self.ledger.mark(submission.cells(), "left-out", update.refused)
        if entry is not None and update.refused == "no-consent":
            tree = self.trees.of(entry)
            update.path = entry.path
            update.changes = published(tree.root, about.publication, about.source["date"])
        self.done.append(update)

    def _apply(
        self,
        submission: Submission,
        about: About,
        entry: Entry[Organisation] | None,
        names: dict[str, str],
        place: str,
    ) -> None:
        if entry is not None:
            key, path, tree = entry.key, entry.path, self.trees.of(entry)
        else:
            slug = slug_of(names, self.trees.taken(about.country))
            key, path = f"{about.country}-{slug}", f"data/organisations/{about.country}/{slug}.yml"
            tree = self.trees.new(path)
        saved, marks = copy.deepcopy(tree.root), dict(self.ledger.outcomes)
        update = Update(key, path, entry is None, place)
        self._fill(submission, about, tree, update)
        if problems := self.trees.problems(path):
            tree.root, self.ledger.outcomes = saved, marks
            self.trees.drop_if_new(path, entry is None)
            update.refused, update.changes = "record-invalid", []
            self.ledger.mark(submission.cells(), "unusable", "record-invalid", problems[0])
        self.done.append(update)

    def _fill(self, submission: Submission, about: About, tree: Tree, update: Update) -> None:
        kind, date = str(about.source["kind"]), str(about.source["date"])
        source = source_id(tree.root, about.source)
        additions = Additions(tree.root, source, date)
        reader = Reader(self.form.records, about.lang, about.country)
        for it, given in self._answered(submission):
            if it.fills and it.fills[0] not in ABOUT_THE_ANSWERS:
                self._answer(it, given, reader, additions)
        for item in submission.items:
            self._item(item, reader, additions)
        self._statements(submission, reader, additions)
        complete(tree.root, additions, update.is_new)
        title = self.trees.source_title(kind, date, about.lang)
        enter_source(tree.root, source, {"title": title, **about.source}, additions.supports)
        if kind in OWN_WORD:
            additions.changes += published(tree.root, about.publication, date)
        additions.changes += collected(tree.root, kind, date)
        update.changes = additions.changes

    def _answer(self, it: Asked, given: Given, reader: Reader, additions: Additions) -> None:
        try:
            value = reader.value(it, given)
        except Unusable as error:
            self.ledger.mark(given.cells, "unusable", error.reason, error.detail)
            return
        if value == []:
            self.ledger.mark(given.cells, "used")
            return
        if it.item.beside:
            value = {str(it.fills[-1]): value, **it.item.beside}
            result = additions.item(str(it.fills[0]), value)
        else:
            result = additions.add(str(it.fills[0]), it.fills[1:], value)
        self._account(given, result, str(it.fills[0]))

    def _account(self, given: Given, result: str, name: str) -> None:
        state = STATE_OF.get(result, "used")
        self.ledger.mark(given.cells, state, "conflict" if result == "conflict" else "", name)

    def _item(self, item: Item, reader: Reader, additions: Additions) -> None:
        head, made, used = str(item.group.item.fills), dict[str, Any](), list[Given]()
        for name, given in item.answers.items():
            it = self.form.by_id()[name]
            try:
                value = reader.value(it, given)
            except Unusable as error:
                self.ledger.mark(given.cells, "unusable", error.reason, error.detail)
                continue
            if value != []:
                name = str(it.fills[-1])
                # A link to several records is asked as one where a register names one body.
                made[name] = value
            used.append(given)
        if not made:
            return
        if missing := self.trees.missing_in(head, made):
            for given in used:
                self.ledger.mark(given.cells, "unusable", "incomplete-item", missing)
            return
        result = additions.item(head, made)
        for given in used:
            self._account(given, result, head)

    def _statements(self, submission: Submission, reader: Reader, additions: Additions) -> None:
        answers: dict[str, Any] = {}
        for it, given in self._answered(submission):
            if it.item.type == "statement":
                self._statement(it, given, submission.evidence.get(it.item.id), reader, answers)
        for name, given in submission.evidence.items():
            if name not in answers:
                self.ledger.mark(given.cells, "unusable", "evidence-without-answer")
        if answers:
            listed = [{"statement": name, **answer} for name, answer in answers.items()]
            whole = {"as_of": additions.date, "answers": listed}
            result = additions.item("assessments", whole)
            if result == "confirmed":
                for it, given in self._answered(submission):
                    if it.item.id in answers:
                        self.ledger.mark(given.cells, "confirmed")

    def _statement(
        self,
        it: Asked,
        given: Given,
        evidence: Given | None,
        reader: Reader,
        answers: dict[str, Any],
    ) -> None:
        try:
            answers[it.item.id] = {"value": chosen(given.text, reader.choices(it))}
            self.ledger.mark(given.cells, "used")
        except Unusable as error:
            self.ledger.mark(given.cells, "unusable", error.reason, error.detail)
            return
        if evidence:
            try:
                answers[it.item.id]["evidence"] = reader.free_text(evidence.text)
                self.ledger.mark(evidence.cells, "used")
            except Unusable as error:
                self.ledger.mark(evidence.cells, "unusable", error.reason, error.detail)
