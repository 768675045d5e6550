"""The evaluative report as a book: the same sentences, charts and tables as on the site."""

from __future__ import annotations

from collections.abc import Iterator

from .. import report as reports
from ..publication import PublicRegister
from ..tables import Tables
from .authored import only_known
from .figures import drawn
from .frame import volume
from .model import Block, Document, Heading, Items, Paragraph, Run, Table, Words, anchors
from .writing import Writing, joined

REGION = "region"
"""The key of the report on all countries; that of a country has its code."""
ANNEX = "annex"
"""The section whose lists name every record: there records have their place."""
NAME, THEMES, OTHER, NUMBER, LAST = 26, 20, 13, 5, 16
"""Widths of columns: the first, long ones, others, numbers, and the last of many."""
WIDE = 3
"""In a table of many columns the one with the themes; the last has status and evidence."""


def keys(public: PublicRegister) -> list[str]:
    """The whole region and every country."""
    return [REGION, *sorted(public.countries)]


def evaluative_report(writing: Writing, tables: Tables, key: str) -> Document:
    """The report on a country, or on all of them, in the language of `writing`.

    The lead of the page names the day of the build; a document has that of its newest source.
    """
    country = None if key == REGION else key
    whole = reports.report(tables, writing.lang, country)
    blocks = [block for it in whole.sections for block in _section(writing, it, 1)]
    entries = [it for it in writing.context.public.entries() if country in (None, it.country)]
    title, name = (Run(whole.title),), f"report-{key}"
    blocks = only_known(blocks, anchors(blocks))
    return volume(writing, "report", name, title, whole.subtitle, entries, blocks)


def _section(writing: Writing, section: reports.Section, level: int) -> Iterator[Block]:
    yield Heading((Run(section.title),), min(level, 3), section.id)
    is_annex = section.id == ANNEX
    for block in section.blocks:
        yield from _block(writing, block, is_annex)
    for part in section.parts:
        yield from _section(writing, part, level + 1)


def _block(writing: Writing, block: reports.Block, is_annex: bool) -> Iterator[Block]:
    if isinstance(block, reports.Picture):
        if chart := drawn(block.answer, writing.lang, block.more):
            yield chart
    elif isinstance(block, reports.Paragraph):
        words = joined(" ", (_runs(it.runs) for it in block.sentences))
        label = (Run(f"{block.label} ", strong=True),) if block.label else ()
        yield Paragraph((*label, *words))
    elif isinstance(block, reports.Bullets):
        if block.items:
            yield Items(tuple(_runs(it.runs) for it in block.items))
    elif block.rows:
        yield _table(block, is_annex)


def _table(grid: reports.Grid, is_annex: bool) -> Table:
    rows = tuple(tuple(_runs(cell, is_annex) for cell in row) for row in grid.rows)
    widths = [NAME] + [OTHER] * (len(grid.head) - 1)
    for column in grid.numeric:
        widths[column] = NUMBER
    if len(widths) > 2 * WIDE:
        widths[WIDE], widths[-1] = THEMES, LAST
    return Table(grid.caption, grid.head, rows, tuple(widths))


def _runs(runs: tuple[reports.Run, ...], is_place: bool = False) -> Words:
    """Runs of the report; links within the site become references, or places in the annex."""
    found = []
    for run in runs:
        target = run.href.removeprefix("#").rstrip("/")
        anchor, to = (target, "") if is_place else ("", target)
        found.append(Run(run.text, lang=run.lang, to=to, anchor=anchor))
    return tuple(run for run in found if run.text)
