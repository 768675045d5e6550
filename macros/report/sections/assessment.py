"""Assessment: who stands in the upper half for certain, and why others cannot be told apart."""

from __future__ import annotations

from ...questions import Answer
from ...questions.standings import UPPER, dimensions, intervals, reasons
from ..content import Block, Picture, Section, Sentence
from ..writer import Writer, paragraph, within


def assessment(writer: Writer) -> Section:
    """A part for each dimension."""
    labels = dimensions(writer.tables)
    title = writer.word("assessment")
    if not labels:
        return Section("assessment", title, (paragraph(writer.say("assessment-nobody")),))
    names = [
        (within(writer.text(label).text), "about/method/#assessment") for label in labels.values()
    ]
    interval = next(iter(writer.public.assessment.values())).record.interval
    lead = writer.say(
        "assessment-lead", dimensions=writer.links(names), share=interval + (100 - interval) // 2
    )
    blocks = (
        paragraph(lead),
        paragraph(writer.say("assessment-not"), _among(writer)),
        writer.picture("bands"),
    )
    parts = tuple(_dimension(writer, key) for key in labels)
    return Section("assessment", title, blocks, parts)


def _among(writer: Writer) -> Sentence | None:
    """In a country's report: whom its organisations are compared with."""
    return writer.say("assessment-among") if writer.country else None


def _dimension(writer: Writer, dimension: str) -> Section:
    title = writer.text(dimensions(writer.tables)[dimension]).text
    answer = intervals(writer.tables, dimension, writer.country)
    blocks: list[Block] = [paragraph(_upper(writer, answer), *_reasons(writer, dimension))]
    if writer.country and answer.n_records:
        blocks.append(Picture(answer, dimension))
    return Section(f"dimension-{dimension}", title, tuple(blocks))


def _upper(writer: Writer, answer: Answer) -> Sentence:
    upper = list(answer.table[answer.table["band"] == UPPER]["key"])
    if not answer.n_records:
        return writer.say("assessment-nobody")
    if not upper:
        return writer.say("assessment-upper-none", total=answer.n_records)
    names = writer.names("organisations", upper)
    return writer.say("assessment-upper", n=len(upper), total=answer.n_records, names=names)


def _reasons(writer: Writer, dimension: str) -> list[Sentence]:
    found = reasons(writer.tables, dimension, writer.country)
    if not found:
        return []
    items = {name: (writer.word(name), n) for name, n in found.items()}
    return [writer.say("assessment-reasons", reasons=writer.items(items))]
