"""Executive summary: what the chapters find, in a sentence each."""

from __future__ import annotations

from ...questions.standings import UPPER
from ..content import Bullets, Section, Sentence
from ..writer import Writer, paragraph, within
from .dialogue import points
from .law import effects
from .method import n_old
from .proposals import plans
from .relations import balance


def summary(writer: Writer) -> Section:
    """The findings of the report."""
    found = [
        _themes(writer),
        _drugs(writer),
        _services(writer),
        _results(writer),
        *_capacities(writer),
        balance(writer),
        _prosecution(writer),
        _topics(writer),
        *_law(writer),
        _regions(writer),
        *_bands(writer),
        *_dialogue(writer),
        plans(writer),
    ]
    return Section(
        "summary",
        writer.word("summary"),
        (paragraph(*_basis(writer)), Bullets(tuple(it for it in found if it is not None))),
    )


def _basis(writer: Writer) -> list[Sentence]:
    organisations = writer.ask("evidence-levels")
    sources = writer.ask("source-kinds")
    confirmed = organisations.value("confirmed")
    total = organisations.n_records
    said = [
        writer.say("summary-basis", organisations=total, sources=sources.n_records),
        writer.say("summary-confirmed", extent=writer.extent(confirmed, total))
        if confirmed
        else writer.say("summary-unconfirmed"),
    ]
    if old := n_old(writer):
        said.append(writer.say("summary-age", extent=writer.extent(old, total)))
    return said


def _themes(writer: Writer) -> Sentence:
    answer = writer.ask("themes")
    if not answer.total:
        return writer.say("nobody")
    return writer.say("summary-themes", themes=writer.ranked(answer))


def _drugs(writer: Writer) -> Sentence | None:
    topics = writer.ask("topics")
    if "drugs" not in topics.labels:
        return None
    n = topics.value("drugs", "organisations")
    total = topics.n_records
    if not n:
        return writer.say("summary-drugs-none")
    return writer.say("summary-drugs", n=n, total=total) if n * 5 < total else None


def _services(writer: Writer) -> Sentence | None:
    answer = writer.ask("services")
    if not answer.n_records:
        return None
    extent = writer.extent(answer.n_records, answer.n_records + answer.n_without)
    return writer.say("summary-services", extent=extent, services=writer.ranked(answer))


def _results(writer: Writer) -> Sentence:
    n, total = writer.with_any("achievements")
    if not n:
        return writer.say("summary-results-none")
    return writer.say("summary-results", extent=writer.extent(n, total))


def _capacities(writer: Writer) -> list[Sentence]:
    capacities, (sponsored, total) = writer.ask("capacities"), writer.with_any("sponsors")
    said = []
    if capacities.n_records:
        extent = writer.extent(capacities.n_records, total)
        said.append(
            writer.say("summary-capacities", extent=extent, areas=writer.ranked(capacities))
        )
    if sponsored:
        said.append(writer.say("summary-sponsors", extent=writer.extent(sponsored, total)))
    return said


def _prosecution(writer: Writer) -> Sentence:
    answer = writer.ask("prosecution-relations")
    if not answer.n_records:
        return writer.say("summary-prosecution-none")
    extent = writer.extent(answer.n_records, answer.n_records + answer.n_without)
    return writer.say("summary-prosecution", extent=extent)


def _topics(writer: Writer) -> Sentence | None:
    answer = writer.ask("topics")
    if not answer.labels:
        return None
    pairs = [(key, answer.value(key, "organisations")) for key in answer.labels]
    pairs.sort(key=lambda pair: -pair[1])
    return writer.say("summary-topics", topics=writer.counted(answer, pairs))


def _law(writer: Writer) -> list[Sentence]:
    counts = effects(writer)
    return [writer.say("summary-law", **counts)] if counts["total"] else []


def _regions(writer: Writer) -> Sentence:
    counts = writer.ask("presence").counts()
    empty = sum(n == 0 for n in counts.values())
    if not empty:
        return writer.say("summary-regions-all", total=len(counts))
    return writer.say("summary-regions", n=empty, total=len(counts))


def _bands(writer: Writer) -> list[Sentence]:
    answer = writer.ask("bands")
    if not answer.labels:
        return []
    pairs = [(key, n) for key in answer.labels if (n := answer.value(key, UPPER))]
    if not pairs:
        return [writer.say("summary-bands-none")]
    return [writer.say("summary-bands", dimensions=writer.counted(answer, pairs))]


def _dialogue(writer: Writer) -> list[Sentence]:
    titles = [(within(writer.word(f"{it.id}-title")), f"#point-{it.id}") for it in points(writer)]
    return [writer.say("summary-dialogue", points=writer.titles(titles))] if titles else []
