"""Method and limits: what the numbers rest on, and what they do not say."""

from __future__ import annotations

from ..content import Section, Sentence
from ..writer import Writer, paragraph

OLD = ("6", "11")
"""Classes of `evidence-age` above five years."""


def method(writer: Writer) -> Section:
    """How the report came about."""
    return Section(
        "method",
        writer.word("method"),
        (
            paragraph(writer.say("method-selection")),
            paragraph(*_evidence(writer)),
            paragraph(_asked(writer)),
            writer.picture("source-kinds"),
            writer.picture("evidence-age"),
            paragraph(writer.say("method-numbers"), writer.say("method-conflict")),
            paragraph(_more(writer)),
        ),
    )


def _evidence(writer: Writer) -> list[Sentence]:
    levels = writer.ask("evidence-levels")
    total = levels.n_records
    single, old = levels.value("single"), n_old(writer)
    independent = writer.n_independent()
    if not total:
        return [writer.say("nobody")]
    said = [
        writer.say("method-evidence", extent=writer.extent(independent, total))
        if independent
        else writer.say("method-evidence-none")
    ]
    if single:
        said.append(writer.say("method-single", extent=writer.extent(single, total)))
    if old:
        said.append(writer.say("method-age", extent=writer.extent(old, total)))
    return said


def n_old(writer: Writer) -> int:
    """How many organisations have no source that is dated within the last five years."""
    ages = writer.ask("evidence-age")
    return sum(ages.value(key) for key in OLD)


def _asked(writer: Writer) -> Sentence:
    link = writer.link(writer.word("method-questionnaire"), "questionnaire/")
    asked = writer.n_asked()
    if not asked:
        return writer.say("method-asked-none", link=link)
    extent = writer.extent(asked, len(writer.organisations()))
    return writer.say("method-asked", link=link, extent=extent)


def _more(writer: Writer) -> Sentence:
    return writer.say("method-more", link=writer.link(writer.word("method-link"), "about/method/"))
