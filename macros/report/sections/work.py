"""Activities and achievements."""

from __future__ import annotations

from ..content import Block, Section, Sentence
from ..writer import Writer, paragraph


def work(writer: Writer) -> Section:
    """Projects and achievements by theme and over time."""
    projects, achievements = writer.n_rows("projects"), writer.n_rows("achievements")
    blocks: list[Block] = []
    if not projects and not achievements:
        blocks.append(paragraph(writer.say("work-none")))
    else:
        blocks += [
            paragraph(*_counts(writer, projects, achievements)),
            paragraph(_themes(writer), *_time(writer)),
            writer.picture("work-by-theme"),
            writer.picture("work-over-time"),
        ]
    return Section("work", writer.word("work"), tuple(blocks))


def _counts(writer: Writer, projects: int, achievements: int) -> list[Sentence]:
    said = []
    if projects:
        extent = writer.extent(*writer.with_any("projects"))
        said.append(writer.say("work-projects", n=projects, extent=extent))
    if achievements:
        extent = writer.extent(*writer.with_any("achievements"))
        said.append(writer.say("work-achievements", n=achievements, extent=extent))
        others = writer.n_by_others()
        said.append(writer.say("work-by-others", others=others, n=achievements))
    return said


def _themes(writer: Writer) -> Sentence:
    return writer.say("work-themes", themes=writer.ranked(writer.ask("work-by-theme")))


def _time(writer: Writer) -> list[Sentence]:
    answer = writer.ask("work-over-time")
    periods: dict[str, int] = {}
    for name, n in zip(answer.table["column"], answer.table["n"], strict=True):
        periods[str(name)] = periods.get(str(name), 0) + int(n)
    if not periods:
        return []
    best = max(periods, key=lambda name: (periods[name], name))
    label = writer.text(answer.column_labels[best]).text
    return [writer.say("work-time", period=label, n=periods[best])]
