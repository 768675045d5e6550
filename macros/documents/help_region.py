"""Who can help in a region: for every need the organisations that answer it, on a sheet."""

from __future__ import annotations

from collections.abc import Iterable

from ..finder import Answer, Question, facts, find
from ..finder.texts import Texts
from ..model import Organisation
from ..publication import PublicRegister
from ..register import Entry
from ..tables import Tables
from . import directory
from .frame import sheet
from .help_sheet import regions
from .model import Block, Document, Heading, Paragraph, Run, Table, Words
from .writing import Writing, place_of

COLUMNS = (("local",), ("near", "national", "elsewhere", "unplaced"))
"""Groups of an answer: those of the region, and the others that are offered."""


def keys(public: PublicRegister) -> Iterable[str]:
    """Every region, where the register says what may be needed."""
    has_needs = "needs" in public.vocabularies
    return [region.lower() for region in regions(public)] if has_needs else []


def help_region(writing: Writing, tables: Tables, key: str) -> Document:
    """The sheet of a region in the language of `writing`."""
    public, region = writing.context.public, key.upper()
    texts, known = Texts(public, writing.lang), facts(public)
    answers = {
        need.key: find(known, Question(need=need.key, region=region, country=key[:2]))
        for need in known.needs
    }
    offered = {it for answer in answers.values() for names in COLUMNS for it in _of(answer, names)}
    entries = [it for it in directory.of_country(writing, key[:2]) if it.key in offered]
    blocks: list[Block] = [Paragraph((Run(texts.words["no_endorsement"]),), "notice")]
    blocks += [Heading((Run(writing.say("by_need")),)), _needs(writing, texts, answers, entries)]
    if entries:
        table = directory.table(writing, entries, writing.say("directory_table"))
        blocks += [Heading((Run(writing.say("directory")),)), table]
    title = (Run(f"{texts.words['title']} {writing.context.regions[region]}"),)
    country = str(writing.context.countries[key[:2]]["text"])
    return sheet(writing, "help-region", f"help-{key}", title, entries, blocks, country)


def _of(answer: Answer, names: tuple[str, ...]) -> list[str]:
    return [it.key for group in answer.groups if group.name in names for it in group.items]


def _needs(
    writing: Writing, texts: Texts, answers: dict[str, Answer], entries: list[Entry[Organisation]]
) -> Table:
    numbers = {entry.key: (place, place_of(entry)) for place, entry in enumerate(entries, 1)}
    rows = []
    for need, answer in answers.items():
        cells = [_numbers(writing, _of(answer, names), numbers) for names in COLUMNS]
        rows.append(((Run(texts.label("needs", need)),), *cells))
    head = (writing.say("need"), writing.say("here"), writing.say("from_elsewhere"))
    return Table("", head, tuple(rows), (40, 25, 35), writing.say("by_need_note"))


def _numbers(writing: Writing, keys: list[str], numbers: dict[str, tuple[int, str]]) -> Words:
    """The numbers of organisations in the list below, in the finder's order."""
    if not keys:
        return (Run(writing.say("none_here"), quiet=True),)
    found: list[Run] = []
    for key in keys:
        number, place = numbers[key]
        comma = [Run(writing.context.words["comma"])] * bool(found)
        found += [*comma, Run(str(number), to=place)]
    return tuple(found)
