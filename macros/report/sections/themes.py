"""Themes and services: what organisations work on and what they could give."""

from __future__ import annotations

from ...questions import Answer
from ..content import Section, Sentence
from ..writer import Writer, paragraph

RARE = 2
"""So many organisations or fewer are few."""
SHOWN = 5


def themes(writer: Writer) -> Section:
    """Themes, then services."""
    by_country = "" if writer.country else "-by-country"
    return Section(
        "themes",
        writer.word("themes"),
        (
            paragraph(*_themes(writer)),
            writer.picture(f"themes{by_country}"),
            paragraph(*_services(writer)),
            writer.picture(f"services{by_country}"),
        ),
    )


def _themes(writer: Writer) -> list[Sentence]:
    gaps = writer.ask("theme-gaps")
    if not gaps.total:
        return [writer.say("nobody")]
    said = [writer.say("themes-lead", themes=writer.ranked(writer.ask("themes"), SHOWN))]
    fewest = [(key, n) for key, n in gaps.counts().items() if n][:3]
    if fewest:
        said.append(writer.say("themes-rare", themes=writer.counted(gaps, fewest)))
    if not all(gaps.counts().values()) or not all(writer.ask("service-gaps").counts().values()):
        link = writer.link(writer.word("gaps"), "#gaps")
        said.append(writer.say("themes-gaps", link=link))
    return said


def _services(writer: Writer) -> list[Sentence]:
    answer = writer.ask("services")
    if not answer.n_records:
        return [writer.say("services-none")]
    extent = writer.extent(answer.n_records, answer.n_records + answer.n_without)
    return [writer.say("services-lead", extent=extent, services=writer.ranked(answer, SHOWN))]


def rare(gaps: Answer) -> list[tuple[str, int]]:
    """The categories with few organisations or none."""
    return [(key, n) for key, n in gaps.counts().items() if n <= RARE]
