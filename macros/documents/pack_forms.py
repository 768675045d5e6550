"""Forms in the pack of an event, to be filled in by hand: attendance, report, evaluation."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Event
from ..pages.views.common import number
from ..pages.views.links import View
from ..programme.questions import questions
from ..register import Entry
from ..text import pick
from ..words import words
from .model import Block, Heading, Paragraph, Run, Table, Words
from .pack_guide import numbered
from .writing import Writing

LINE, NOTE, SPACE = 22, 44, 78
"""Points of a row for a word, for a sentence, and for several."""
PERSONS = 18
"""Rows of the attendance sheet: a page."""
RECOMMENDATIONS = 6
BLANK: Words = ()


def attendance(writing: Writing, view: View) -> list[Block]:
    """A sheet with blank lines: nothing of a person is in the register."""
    own = words("packs", writing.lang)
    head = (
        own["number"], own["organisation_or_body"], own["name"], own["woman_man"], own["signature"],
    )  # fmt: skip
    rows = tuple(
        ((Run(number(at, writing.lang)),), BLANK, BLANK, BLANK, BLANK)
        for at in range(1, PERSONS + 1)
    )
    place = Table("", (own["date_place"],), ((BLANK,),), (100,), height=LINE)
    sheet = Table("", head, rows, (7, 31, 26, 14, 22), height=LINE)
    return [_title(own, "attendance"), _lead(own, "attendance_lead"), place, sheet]


def report_form(writing: Writing, entry: Entry[Event]) -> list[Block]:
    """What the record of an event that was held asks for, with room to write."""
    own, context = words("packs", writing.lang), writing.context
    phrases, terms = context.words, context.term
    themes = [terms("themes", it) for it in entry.record.themes]
    asked = [pick(it, writing.lang) for it in questions(entry, context.public)]
    modules = [context.links.to["modules"][key]["text"] for key in entry.record.modules or ()]
    counted = (own["group"], phrases["attended"], phrases["of_them_women"])
    taken = (own["number"], phrases["recommendations"], phrases["addressee"], own["taken_up_by"])
    numbers = [f"r{at}" for at in range(1, RECOMMENDATIONS + 1)]
    return [
        _title(own, "report_form"), _lead(own, "report_lead"),
        Table("", (own["date_place"],), ((BLANK,),), (100,), height=LINE),
        *_section(phrases["attendance"], counted, _groups(writing), (60, 20, 20), LINE),
        *_section(own["left_out"], (own["notes"],), [""], (100,), LINE),
        *_section(own["answers"], (own["question"], own["notes"]), asked, (40, 60), SPACE),
        *_section(
            phrases["points"], (own["theme"], own["point"]), [*themes, own["other_theme"]],
            (30, 70), SPACE,
        ),
        *_section(phrases["recommendations"], taken, numbers, (8, 46, 22, 24), NOTE),
        *_section(
            phrases["event_results"], (phrases["module"], phrases["took"], phrases["passed"]),
            modules, (60, 20, 20), LINE,
        ),
        *_ratings(writing, phrases["event_evaluation"]),
    ]  # fmt: skip


def evaluation(writing: Writing) -> list[Block]:
    """The form on which participants say, without a name, what they think of the event."""
    own = words("packs", writing.lang)
    asked, said = (own["question"], own["notes"]), numbered(writing, "own")
    return [
        _title(own, "evaluation"), _lead(own, "evaluation_lead"),
        *_section(own["i_am"], (own["group"], ""), _groups(writing), (80, 20), LINE),
        *_ratings(writing, own["statement"]),
        *_section(own["own_words"], asked, said, (30, 70), NOTE),
    ]  # fmt: skip


def _groups(writing: Writing) -> list[str]:
    return list(writing.context.labels["participant-groups"].values())


def _ratings(writing: Writing, title: str) -> list[Block]:
    context = writing.context
    answers = [context.words[name] for name in ("agree", "partly", "disagree")]
    statements = context.labels["evaluation-statements"].values()
    head = (words("packs", writing.lang)["statement"], *answers)
    return _section(title, head, statements, (55, 15, 15, 15), LINE)


def _section(
    title: str, head: tuple[str, ...], labels: Iterable[str], widths: tuple[int, ...], height: int
) -> list[Block]:
    """A row for each label, the other columns blank; nothing where there is no label."""
    rows = tuple(((Run(label),), *(BLANK for _ in head[1:])) for label in labels)
    return [Heading((Run(title),), 2), Table("", head, rows, widths, height=height)] if rows else []


def _title(own: dict[str, str], name: str) -> Heading:
    return Heading((Run(own[name]),))


def _lead(own: dict[str, str], name: str) -> Paragraph:
    return Paragraph((Run(own[name]),), "note")
