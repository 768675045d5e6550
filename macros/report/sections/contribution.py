"""Contribution to topics of public prosecution: fighting crime, drugs, promoting human rights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ...model import Organisation
from ...model.organisation import Achievement
from ...register import Entry
from ...tables.analysis import year
from ..content import Block, Bullets, Section, Sentence
from ..writer import Writer, paragraph, within
from .proposals import benefits

SHOWN = 6
"""How many achievements a topic shows in a country's report; half as many in the regional one."""


def contribution(writer: Writer) -> Section:
    """A part for each topic."""
    answer = writer.ask("topics")
    return Section(
        "contribution",
        writer.word("contribution"),
        (
            paragraph(writer.say("contribution-lead")),
            writer.picture("topics"),
            *([paragraph(found)] if (found := benefits(writer)) else []),
        ),
        tuple(_topic(writer, topic) for topic in answer.labels),
    )


def _topic(writer: Writer, topic: str) -> Section:
    answer = writer.ask("topics")
    title = writer.text(answer.labels[topic]).text
    counts = {name: answer.value(topic, name) for name in answer.column_labels}
    if not counts["organisations"]:
        return Section(f"topic-{topic}", title, (paragraph(writer.say("topic-none")),))
    blocks: list[Block] = [
        paragraph(
            writer.say(
                "topic-numbers",
                organisations=counts["organisations"],
                projects=counts["projects"],
                achievements=counts["achievements"],
            ),
            writer.say(
                "topic-relations",
                cooperative=counts["cooperative-relations"],
                prosecution=counts["prosecution-relations-of"],
            ),
            *_services(writer, topic),
        )
    ]
    lines = list(_achievements(writer, topic))
    if not lines:
        blocks.append(paragraph(writer.say("topic-no-achievements")))
    else:
        blocks += [paragraph(writer.say("topic-achievements")), Bullets(tuple(lines))]
    return Section(f"topic-{topic}", title, tuple(blocks))


def _members(writer: Writer, topic: str) -> list[Entry[Organisation]]:
    return [it for it in writer.organisations() if topic in map(writer.topic_of, it.record.themes)]


def _mainly(writer: Writer, topic: str) -> list[Entry[Organisation]]:
    """The organisations with at least half of their themes in the topic."""
    found = []
    for entry in _members(writer, topic):
        topics = [writer.topic_of(theme) for theme in entry.record.themes]
        if 2 * topics.count(topic) >= len(topics):
            found.append(entry)
    return found


def _services(writer: Writer, topic: str) -> list[Sentence]:
    members = _members(writer, topic)
    counts = Counter(term for it in members for term in it.record.services or ())
    answer = writer.ask("services")
    best = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:4]
    return [writer.say("topic-services", services=writer.counted(answer, best))] if best else []


def _achievements(writer: Writer, topic: str) -> Iterator[Sentence]:
    """The latest achievement of each organisation mainly on the topic, the latest first."""
    latest: list[tuple[int, str, Achievement]] = []
    for entry in _mainly(writer, topic):
        found = [
            (year(it.year) or 0, entry.key, it)
            for it in entry.record.achievements or ()
            if topic in map(writer.topic_of, it.themes or entry.record.themes)
        ]
        latest += sorted(found, key=lambda it: -it[0])[:1]
    latest.sort(key=lambda it: (-it[0], it[1]))
    for when, key, it in latest[: SHOWN if writer.country else SHOWN // 2]:
        yield _line(writer, when, key, it)


def _line(writer: Writer, when: int, key: str, it: Achievement) -> Sentence:
    name = writer.value(*writer.named("organisations", key))
    text, source = writer.quoted(it.summary), _source(writer, key, it)
    if not when:
        return writer.say("topic-achievement-undated", name=name, text=text, source=source)
    return writer.say("topic-achievement", name=name, year=str(when), text=text, source=source)


def _source(writer: Writer, key: str, it: Achievement) -> str:
    """The kind of source that credits an achievement to the organisation."""
    if it.source is None:
        return writer.word("topic-all-sources")
    kind = writer.public.organisations[key].record.sources[it.source].kind
    return within(writer.term("source-kinds", kind))
