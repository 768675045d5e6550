"""Gaps: themes, services and regions for which few or none are on record."""

from __future__ import annotations

from ...text import sort_key
from ..content import Block, Section, Sentence
from ..writer import Writer, paragraph
from .themes import rare


def gaps(writer: Writer) -> Section:
    """Where nobody is on record."""
    themes, services = writer.ask("theme-gaps"), writer.ask("service-gaps")
    few_themes, few_services = rare(themes), rare(services)
    said = [
        writer.say("gaps-themes", themes=writer.counted(themes, few_themes))
        if few_themes
        else writer.say("gaps-themes-no"),
        writer.say("gaps-services", services=writer.counted(services, few_services))
        if few_services
        else writer.say("gaps-services-no"),
    ]
    study = writer.link(writer.word("gaps-study-link"), "studies/missing-organisations/")
    blocks: list[Block] = [
        paragraph(writer.say("gaps-lead"), writer.say("gaps-study", link=study)),
        paragraph(*said),
        paragraph(_regions(writer), *_cells(writer)),
        writer.picture("themes-by-region" if writer.country else "regions-covered"),
    ]
    if writer.country:
        blocks.append(writer.picture("services-by-region"))
    return Section("gaps", writer.word("gaps"), tuple(blocks))


def _regions(writer: Writer) -> Sentence:
    answer = writer.ask("presence")
    empty = [key for key, n in answer.counts().items() if not n]
    total = len(answer.labels)
    if not empty:
        return writer.say("gaps-regions-no", total=total)
    names = sorted((writer.text(answer.labels[key]).text for key in empty), key=sort_key)
    return writer.say("gaps-regions", n=len(empty), total=total, regions=writer.listed(names))


def _cells(writer: Writer) -> list[Sentence]:
    table = writer.ask("themes-by-region").table
    empty = int((table["n"] == 0).sum())
    return [writer.say("gaps-cells", total=len(table), empty=empty)] if empty else []
