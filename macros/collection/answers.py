"""Cells under a question to the value that its field of a record takes."""

from __future__ import annotations

import re
import typing
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter, ValidationError

from ..model import Organisation
from ..model.common import Source
from ..model.faults import nearest
from ..model.fields import annotation_at, is_text
from ..model.questionnaire import Asked
from ..plain import Records
from ..text import LANGUAGES, fold, script_fits
from . import cells
from .form import Choice, choices_of
from .ledger import Unusable
from .personal import sign_of_person
from .sheets import Cell

FREE = ("short", "text", "lines")
PUBLIC_CONTACTS = ("website", "email", "phone")


@dataclass(slots=True)
class Given:
    """An answer as it stands in a file: its cells, and the choices whose split column says yes."""

    cells: list[Cell] = field(default_factory=list)
    chosen: list[str] = field(default_factory=list)
    is_split: bool = False

    @property
    def text(self) -> str:
        """The text of the cell that holds the answer."""
        return self.cells[0].text if self.cells else ""


@dataclass(frozen=True, slots=True)
class Reader:
    """Understands answers of one submission, by its language and its country."""

    records: Records
    lang: str
    country: str = ""
    day_first: bool = True

    def value(self, it: Asked, given: Given) -> Any:
        """The value for the field that a question fills.

        Raises:
            Unusable: it cannot be taken, and why.
        """
        kind = it.item.type
        if kind in FREE and (reason := sign_of_person(given.text)):
            raise Unusable(reason)
        if kind in ("one", "many", "yes-no", "statement"):
            return self._choice(it, given)
        if kind in ("year", "date"):
            read = cells.year if kind == "year" else cells.date
            value = read(given.cells[0], self.day_first)
        elif kind in PLAIN:
            value = PLAIN[kind](given.cells[0])
        else:
            value = self._text(it, given.text)
        return _fitting(it, value)

    def free_text(self, text: str) -> dict[str, str]:
        """A text under its language.

        Raises:
            Unusable: it may name a person, or its language is unclear.
        """
        if reason := sign_of_person(text):
            raise Unusable(reason)
        return {language_of(text, self.lang): text}

    def _choice(self, it: Asked, given: Given) -> Any:
        if it.item.type == "yes-no":
            return cells.truth(given.cells[0])
        choices = self.choices(it)
        if it.item.type != "many":
            return chosen(given.text, choices)
        if given.is_split:
            return given.chosen
        return several(given.text, choices)

    def choices(self, it: Asked) -> list[Choice]:
        """What the question offers in the country of the submission."""
        found = choices_of(it.item, self.records)
        return [
            it for it in found if not (self.country and it.country) or it.country == self.country
        ]

    def _text(self, it: Asked, text: str) -> Any:
        """A text under its language where the field holds texts; lines as a list."""
        parts = cells.lines(text) if it.item.type == "lines" else [text]
        if not parts:
            raise Unusable("empty")
        if not _is_localised(it):
            return parts if it.item.type == "lines" else text
        texts = [{language_of(part, self.lang): part} for part in parts]
        return texts if it.item.type == "lines" else texts[0]


def language_of(text: str, lang: str) -> str:
    """The language of an answer: that of the interview, unless its letters say otherwise.

    Raises:
        Unusable: the letters fit several languages, none of which is that of the interview.
    """
    fitting = [code for code in LANGUAGES if script_fits(text, code)]
    if lang in fitting:
        return lang
    if len(fitting) == 1:
        return fitting[0]
    raise Unusable("language-unclear")


def chosen(text: str, choices: list[Choice]) -> str:
    """The key of the choice that a text names, by key or by label in any language.

    Raises:
        Unusable: it names none; the detail is the nearest one.
    """
    by_name = names_of(choices)
    if found := by_name.get(fold(text)):
        return found
    near = nearest(text, [choice.key for choice in choices])
    raise Unusable("unknown-choice", near or nearest(fold(text), list(by_name)))


def several(text: str, choices: list[Choice]) -> list[str]:
    """The keys of the choices that a text names, between any separators or only spaces.

    Raises:
        Unusable: a part of it names none.
    """
    by_name = names_of(choices)
    found: list[str] = []
    for line in cells.lines(text):
        try:
            found += _greedy(line, by_name)  # before parting at commas and "and", which labels have
        except Unusable:
            for part in cells.soft_parts(line):
                found += _greedy(part, by_name)
    return list(dict.fromkeys(found))


def _greedy(text: str, by_name: dict[str, str]) -> list[str]:
    """Choices between spaces, the longest name first, as exports with labels run them together."""
    words, found = fold(text).split(" "), []
    while words:
        for length in range(len(words), 0, -1):
            if key := by_name.get(" ".join(words[:length])):
                found.append(key)
                words = words[length:]
                break
        else:
            near = nearest(words[0], list(by_name.values()))
            raise Unusable("unknown-choice", near)
    return found


def names_of(choices: list[Choice]) -> dict[str, str]:
    """Keys of choices by every name they go by, folded; names that two share stand for neither."""
    found: dict[str, str] = {}
    shared = set()
    for choice in choices:
        for name in {fold(choice.key), *(fold(label) for label in choice.label.values())}:
            name = " ".join(name.split())
            if found.setdefault(name, choice.key) != choice.key:
                shared.add(name)
    own = {fold(choice.key): choice.key for choice in choices}
    return {name: key for name, key in found.items() if name not in shared} | own


def _website(cell: Cell) -> str:
    text = cell.text.rstrip("/ ")
    return text if re.match(r"https?://", text, re.I) else f"https://{text}"


def _phone(cell: Cell) -> str:
    return re.sub(r"[^\d+ ()/-]", "", cells.plain(cell.text)).strip()


PLAIN: dict[str, Callable[[Cell], Any]] = {
    "short": lambda cell: " ".join(cell.text.split()),
    "number": cells.number,
    "website": _website,
    "email": lambda cell: cell.text.removeprefix("mailto:").strip(),
    "phone": _phone,
}


def _is_localised(it: Asked) -> bool:
    annotation = _annotation(it)
    inner = typing.get_args(annotation)[0] if typing.get_origin(annotation) is list else annotation
    plain = [arg for arg in typing.get_args(annotation) if typing.get_origin(arg) is list]
    return is_text(typing.get_args(plain[0])[0]) if plain else is_text(inner)


def _annotation(it: Asked) -> Any:
    """The type of the field that a question fills."""
    if not it.fills or it.fills[0] in ("key", "country", "language", "agreement"):
        return None
    if it.fills[0] == "source":
        return annotation_at(Source, it.fills[1:])
    loc = tuple(0 if part == "*" else part for part in it.fills)
    head = annotation_at(Organisation, loc[:1])
    if len(loc) == 2 and "list[" in str(head) and loc[1] != 0:
        loc = (loc[0], 0, loc[1])  # a claim: the answer makes an item of its own
    return annotation_at(Organisation, loc)


def _fitting(it: Asked, value: Any) -> Any:
    """The value, if its field takes it.

    Raises:
        Unusable: the reason is the code of the problem that a check would find.
    """
    annotation = _annotation(it)
    if annotation is None:
        return value
    try:
        adapter: TypeAdapter[Any] = TypeAdapter(annotation)
        adapter.validate_python(value)
    except ValidationError as error:
        raise Unusable(error.errors()[0]["type"].replace("_", "-")) from None
    return value
