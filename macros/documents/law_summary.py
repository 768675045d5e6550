"""The law of a country in summary: a table of the laws, then each with its provisions."""

from __future__ import annotations

from ..tables import Tables
from . import laws
from .frame import book
from .model import Block, Document, Heading, Paragraph, Run
from .writing import Writing


def law_summary(writing: Writing, tables: Tables, country: str) -> Document:
    """The summary of a country's law in the language of `writing`, by subject and year."""
    found = laws.of_country(writing, country)
    blocks: list[Block] = [Heading((Run(writing.context.words["legislation"]),))]
    if not found:
        blocks.append(Paragraph((Run(writing.say("none_yet")),)))
        return book(writing, "law-summary", country, blocks)
    blocks += [Paragraph((Run(writing.say("law_lead")),)), laws.table(writing, found, linked=True)]
    for subject, label in writing.context.labels["law-subjects"].items():
        on_subject = [law for law in found if law.record.subject == subject]
        if on_subject:
            blocks.append(Heading((Run(label),)))
        for law in on_subject:
            blocks += laws.section(writing, law, 2)
    return book(writing, "law-summary", country, blocks)
