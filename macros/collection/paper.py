"""The questionnaire as people read it, in one language: for the page of the site and for paper."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..model.questionnaire import Asked
from ..text import LANGUAGES, pick
from ..words import words
from .form import Form
from .prefill import OnFile

WRITTEN_IN = ("authorities", "organisations", "legislation")
"""Lists too long for paper: the name is written down."""
BY_COUNTRY = ("regions", "areas")
NOTES = {
    "many": "choose_many", "one": "choose_one", "lines": "one_per_line", "year": "year_form",
    "repeat": "repeated",
}  # fmt: skip
LINES = {
    "text": 3,
    "lines": 3,
    "short": 1,
    "website": 1,
    "email": 1,
    "phone": 1,
    "many": 2,
    "one": 1,
}
"""Lines to write on, by type of question."""


@dataclass(frozen=True, slots=True)
class PaperItem:
    """One question as it is printed."""

    number: str
    id: str
    kind: str
    text: str
    hint: str = ""
    note: str = ""
    rule: str = ""
    fills: str = ""
    required: bool = False
    choices: list[str] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    """What is on file, for the organisation that the form is filled in for."""
    lines: int = 0
    area: str = ""
    items: list[PaperItem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section: statements follow each other by area."""

    number: str
    id: str
    title: str
    text: str
    rule: str
    items: list[PaperItem]


@dataclass(frozen=True, slots=True)
class PaperForm:
    """The whole form in one language."""

    lang: str
    dir: str
    title: str
    version: str
    introduction: str
    ethics: list[str]
    answers: list[str]
    """The answers to every statement."""
    sections: list[PaperSection]
    words: Mapping[str, str]
    organisation: str = ""


def paper(form: Form, lang: str, on_file: OnFile | None = None) -> PaperForm:
    """The form in a language, filled in for an organisation where one is given."""
    record = form.entry.record
    scale = form.records.vocabularies["answers"].record.terms.values()
    return PaperForm(
        lang=lang,
        dir=LANGUAGES[lang].dir,
        title=pick(record.titles, lang),
        version=record.version,
        introduction=pick(record.introduction, lang),
        ethics=[pick(it, lang) for it in record.ethics],
        answers=[pick(term.labels, lang) for term in scale],
        sections=_sections(form, lang, on_file),
        words=words("collection", lang),
        organisation=pick(on_file.entry.record.names, lang) if on_file else "",
    )


def _sections(form: Form, lang: str, on_file: OnFile | None) -> list[PaperSection]:
    inside: dict[str, list[PaperItem]] = {}
    made: list[PaperSection] = []
    for it in form.questions:
        section = it.section
        if section.id not in inside:
            inside[section.id] = []
            rule = form.rule_in_words(section.ask_if, lang) if section.ask_if else ""
            number = it.number.split(".")[0]
            text = pick(section.text, lang) if section.text else ""
            title, items = pick(section.title, lang), inside[section.id]
            made.append(PaperSection(number, section.id, title, text, rule, items))
        item = _item(it, form, lang, on_file)
        if it.group:
            inside[section.id][-1].items.append(item)
        else:
            inside[section.id].append(item)
    return made


def _item(it: Asked, form: Form, lang: str, on_file: OnFile | None) -> PaperItem:
    item, wording = it.item, words("collection", lang)
    choices = _choices(it, form, lang, on_file)
    note = wording[NOTES[item.type]] if item.type in NOTES else ""
    if item.choices in WRITTEN_IN:
        note = wording["from_list"]
    areas = form.records.vocabularies["assessment-areas"].record.terms
    return PaperItem(
        number=it.number,
        id=item.id,
        kind=item.type,
        text=pick(item.text, lang),
        hint=pick(item.hint, lang) if item.hint else "",
        note=note,
        rule=form.rule_in_words(item.ask_if, lang) if item.ask_if else "",
        fills=".".join(str(part) for part in it.fills if part != "*"),
        required=bool(item.required),
        choices=choices,
        known=on_file.lines(it, lang) if on_file else [],
        lines=0 if choices else LINES.get(item.type, 0),
        area=pick(areas[item.area].labels, lang) if item.area else "",
    )


def _choices(it: Asked, form: Form, lang: str, on_file: OnFile | None) -> list[str]:
    """Labels to mark; none where the answer is written down or given in a table."""
    if it.item.type == "statement" or it.item.choices in WRITTEN_IN:
        return []
    country = on_file.entry.country if on_file else ""
    if it.item.choices in BY_COUNTRY and not country:
        return []
    found = form.choices(it.item)
    return [pick(each.label, lang) for each in found if each.country in ("", country)]


def by_area(items: list[PaperItem]) -> list[tuple[str, list[PaperItem]]]:
    """Runs of statements of one area; other items stand alone, under no area."""
    runs: list[tuple[str, list[PaperItem]]] = []
    for item in items:
        if item.area and runs and runs[-1][0] == item.area:
            runs[-1][1].append(item)
        else:
            runs.append((item.area, [item]))
    return runs


def as_data(form: PaperForm) -> dict[str, Any]:
    """The form as plain data for an engine, items by area."""
    return {
        **{
            name: getattr(form, name)
            for name in form.__slots__
            if name not in ("sections", "words")
        },
        "words": dict(form.words),
        "sections": [
            {
                **{name: getattr(it, name) for name in it.__slots__ if name != "items"},
                "runs": [
                    {"area": area, "items": [_data(item) for item in items]}
                    for area, items in by_area(it.items)
                ],
            }
            for it in form.sections
        ],
    }


def _data(item: PaperItem) -> dict[str, Any]:
    data = {name: getattr(item, name) for name in item.__slots__ if name != "items"}
    return data | {"items": [_data(each) for each in item.items]}
