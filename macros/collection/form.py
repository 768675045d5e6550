"""The questionnaire as every form needs it: questions in order, with their choices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import Questionnaire
from ..model.questionnaire import Asked, Condition, Item, every
from ..plain import Records, name_of
from ..register import Entry
from ..text import Localised, pick, sort_key
from ..words import phrase, words

WITH_OWN_LIST = ("countries", "regions", "areas")
STATEMENT_LIST = "answers"
"""The vocabulary that statements are answered from."""
YES_NO = ("yes", "no")


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice: its key, its label, and what filters it."""

    key: str
    label: Localised
    country: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A questionnaire, and the records whose names it offers as choices."""

    entry: Entry[Questionnaire]
    records: Records

    @property
    def questions(self) -> list[Asked]:
        """All questions in their order; a group comes before the questions in it."""
        return list(every(self.entry.record))

    def choices(self, item: Item) -> list[Choice]:
        """What a question offers, in every country."""
        return choices_of(item, self.records)

    def by_id(self) -> dict[str, Asked]:
        """Questions by their id."""
        return {it.item.id: it for it in self.questions}

    def rule_in_words(self, rule: Condition, lang: str) -> str:
        """A skip rule as a person reads it: the number of the question and its answers."""
        before = self.by_id()[rule.question]
        labels = {choice.key: choice.label for choice in self.choices(before.item)}
        answers = [pick(labels[key], lang) for key in rule.answers]
        wording = words("collection", lang)
        return wording["ask_if"].format(
            number=before.number, answers=f" {wording['or']} ".join(answers)
        )


def choices_of(item: Item, records: Records) -> list[Choice]:
    """What a question offers, in every country."""
    if item.type == "yes-no":
        return [Choice(key, phrase("collection", key)) for key in YES_NO]
    if item.options:
        return [Choice(key, label) for key, label in item.options.items()]
    name = STATEMENT_LIST if item.type == "statement" else item.choices
    if not name:
        return []
    if name in records.vocabularies:
        terms = records.vocabularies[name].record.terms.items()
        return [Choice(key, it.labels) for key, it in terms if not item.only or key in item.only]
    return list(_of_records(name, item.only, records))


def only_form(records: Records) -> Form:
    """The form of the register's questionnaire.

    Raises:
        ValueError: the register has none.
    """
    for entry in records.questionnaire.values():
        return Form(entry, records)
    raise ValueError("the register has no questionnaire: data/questionnaire/ is empty")


def _of_records(name: str, kinds: list[str] | None, records: Records) -> Iterator[Choice]:
    if name == "countries":
        for code, entry in records.countries.items():
            yield Choice(code, entry.record.names)
    elif name in ("regions", "areas"):
        for code, entry in records.countries.items():
            for key, label in (getattr(entry.record, name) or {}).items():
                yield Choice(key, label, code)
    else:
        entries = getattr(records, name).values()
        for entry in sorted(entries, key=lambda it: sort_key(next(iter(name_of(it).values())))):
            kind = str(getattr(entry.record, "kind", ""))
            if not kinds or kind in kinds:
                yield Choice(entry.key, name_of(entry), entry.country, kind)
