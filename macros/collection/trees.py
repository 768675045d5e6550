"""The records that an import or a reading changes: as trees in memory until all is decided."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import BaseModel, ValidationError

from ..canonical import grown_text
from ..checks import CHECKS
from ..model import Organisation
from ..model.faults import shape_problem
from ..model.fields import annotation_at, plain_type
from ..problems import Problem
from ..records import RecordError, parse, read_bytes
from ..register import Entry, Register
from ..text import date as date_in_words
from ..text import fold
from ..transliteration import latin
from ..tree import Branch, Tree, read
from ..words import words

SLUG_LENGTH = 60
_SMALL_WORDS = {"the", "of", "and", "for", "in", "de", "du", "des", "la", "le", "les", "et", "pour"}


@dataclass(slots=True)
class Trees:
    """Trees of records by the path of their file; nothing is on disk before `texts` are written."""

    register: Register
    trees: dict[str, Tree] = field(default_factory=dict)
    fresh: set[str] = field(default_factory=set)
    """Paths of records that were not on file."""

    def of(self, entry: Entry[Any]) -> Tree:
        """The tree of a record on file."""
        if entry.path not in self.trees:
            content = read_bytes(self.register.root, entry.path)
            self.trees[entry.path] = read(content, entry.path)
        return self.trees[entry.path]

    def new(self, path: str) -> Tree:
        """The tree of a record that is not on file yet."""
        self.fresh.add(path)
        return self.trees.setdefault(path, Tree(Branch("mapping"), []))

    def drop_if_new(self, path: str, is_new: bool) -> None:
        """Forget a new record that came to nothing."""
        if is_new:
            self.trees.pop(path, None)
            self.fresh.discard(path)

    def taken(self, country: str) -> set[str]:
        """File names of a country's organisations, on file and new."""
        on_file = (entry.path for entry in self.register.organisations.values())
        failed = {
            key.removeprefix(f"{country}-")
            for kind, key in self.register.failed
            if kind == "organisations"
        }
        paths = [it for it in (*on_file, *self.fresh) if f"/organisations/{country}/" in it]
        return {it.rsplit("/", 1)[-1].removesuffix(".yml") for it in paths} | failed

    def texts(self) -> dict[str, str]:
        """What every record's file will hold."""
        return {path: grown_text(tree, Organisation) for path, tree in self.trees.items()}

    def problems(self, path: str) -> list[str]:
        """What is wrong with the form of a record as it is now, in words."""
        try:
            data = parse(grown_text(self.trees[path], Organisation).encode(), path).data
            Organisation.model_validate(data)
        except RecordError as error:
            return [it.message() for it in error.problems]
        except ValidationError as error:
            found = [shape_problem(path, it, Organisation, data) for it in error.errors()]
            return [f"{it.where}: {it.message()}" for it in found]
        return []

    def errors(self) -> list[Problem]:
        """Errors that the whole register would have with the new records in it."""
        texts, changed = self.texts(), dict(self.register.organisations)
        for path, text in texts.items():
            country, name = path.removesuffix(".yml").split("/")[-2:]
            data = parse(text.encode(), path).data
            record = Organisation.model_validate(data)
            key = f"{country}-{name}"
            changed[key] = Entry(key, "organisations", country, path, record, data)
        kinds = {**self.register.kinds, "organisations": changed}
        # Nothing that was found in a file as it was is true of what it will be.
        digests = {path: it for path, it in self.register.digests.items() if path not in texts}
        whole = replace(self.register, kinds=kinds, problems=[], digests=digests)
        found = [problem for rule in CHECKS for problem in rule(whole)]
        return [problem for problem in found if problem.is_error and problem.path in texts]

    def missing_in(self, head: str, item: dict[str, Any]) -> str:
        """Fields that an item of a list must have and has not, by name."""
        model = plain_type(annotation_at(Organisation, (head, 0)))
        if not (isinstance(model, type) and issubclass(model, BaseModel)):
            return ""
        names = [
            info.alias or name for name, info in model.model_fields.items() if info.is_required()
        ]
        return ", ".join(name for name in names if name not in item)

    def source_title(self, kind: str, date: str, lang: str) -> str:
        """The neutral title of an interview or questionnaire."""
        template = words("collection", lang)[f"title_{kind}"]
        return template.format(date=date_in_words(date, lang))


def slug_of(names: dict[str, str], taken: Iterable[str]) -> str:
    """A file name that is not taken: of the first name in Latin letters, else of the Arabic one."""
    folded = [fold(name) for name in names.values()]
    chosen = next((it for it in folded if re.search("[a-z]{2}", it)), folded[0])
    words_ = [it for it in re.findall("[a-z0-9]+", latin(chosen)) if it not in _SMALL_WORDS]
    whole = "-".join(words_) or "organisation"
    slug = whole[:SLUG_LENGTH].rsplit("-", 1)[0] if len(whole) > SLUG_LENGTH else whole
    number, made, present = 1, slug, set(taken)
    while made in present:
        number += 1
        made = f"{slug}-{number}"
    return made
