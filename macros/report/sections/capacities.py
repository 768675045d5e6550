"""Capacities and support."""

from __future__ import annotations

from ..content import Block, Section, Sentence
from ..writer import Writer, paragraph
from .themes import rare


def capacities(writer: Writer) -> Section:
    """What organisations can do, and who supports them."""
    question = "capacities" if writer.country else "capacities-by-country"
    blocks: list[Block] = [paragraph(*_capacities(writer)), writer.picture(question)]
    blocks.append(paragraph(*_support(writer)))
    if writer.ask("sponsor-kinds").n_records:
        blocks += [writer.picture("sponsor-kinds"), writer.picture("sponsor-dependence")]
        if writer.ask("sponsors").total:
            blocks.append(writer.picture("sponsors"))
    blocks.append(paragraph(_stated(writer)))
    return Section("capacities", writer.word("capacities"), tuple(blocks))


def _capacities(writer: Writer) -> list[Sentence]:
    answer = writer.ask("capacities")
    if not answer.n_records:
        return [writer.say("capacities-none")]
    extent = writer.extent(answer.n_records, answer.n_records + answer.n_without)
    said = [writer.say("capacities-lead", extent=extent, areas=writer.ranked(answer, 4))]
    if few := rare(answer):
        said.append(writer.say("capacities-rare", areas=writer.counted(answer, few)))
    return said


def _stated(writer: Writer) -> Sentence:
    """What organisations themselves have said of their needs, obstacles and capacities."""
    counts = {
        "needs": writer.n_stating("needs"),
        "obstacles": writer.n_stating("legal_obstacles"),
        "assessments": writer.n_stating("assessments"),
    }
    if not writer.n_asked() and not any(counts.values()):
        return writer.say("needs-none")
    return writer.say("needs-stated", **counts)


def _support(writer: Writer) -> list[Sentence]:
    kinds, dependence = writer.ask("sponsor-kinds"), writer.ask("sponsor-dependence")
    total = kinds.n_records + kinds.n_without
    if not kinds.n_records:
        return [writer.say("support-none")]
    extent = writer.extent(kinds.n_records, total)
    said = [writer.say("support-lead", extent=extent, kinds=writer.ranked(kinds, 4))]
    if one := dependence.value("sponsors-one"):
        said.append(writer.say("support-one", extent=writer.extent(one, total)))
    sponsors = writer.ask("sponsors")
    if sponsors.total:
        said.append(writer.say("support-names", sponsors=writer.ranked(sponsors, 5)))
    return said
