"""Relations with official bodies: nature, time, the prosecution's part, mechanisms, the network."""

from __future__ import annotations

from ..content import Block, Section, Sentence
from ..writer import Writer, paragraph

SPAN = 10
"""Years: the last ones, and as many before."""
NEAR = 0.2
"""Numbers that differ by less than this share are about the same."""


def relations(writer: Writer) -> Section:
    """Relations as a whole, then in parts."""
    stances = writer.ask("relation-stances")
    if not stances.n_records:
        blocks: tuple[Block, ...] = (paragraph(writer.say("relations-none")),)
    else:
        extent = writer.extent(stances.n_records, stances.n_records + stances.n_without)
        kinds = writer.ranked(writer.ask("relation-kinds"), 4)
        blocks = (
            paragraph(
                writer.say("relations-any", extent=extent),
                balance(writer),
                writer.say("relations-kinds", kinds=kinds),
            ),
            writer.picture("relation-stances"),
            writer.picture("relation-kinds"),
            paragraph(_trend(writer), writer.say("trend-caution")),
            writer.picture("relations-over-time"),
        )
    parts = (_prosecution(writer), _mechanisms(writer), _network(writer))
    return Section("relations", writer.word("relations"), blocks, parts)


def balance(writer: Writer) -> Sentence:
    """Whether cooperation or conflict outweighs the other: by half as much again."""
    answer = writer.ask("relation-stances")
    cooperative, adversarial = answer.value("cooperative"), answer.value("adversarial")
    if not cooperative and not adversarial:
        return writer.say("balance-none")
    name = "balance-even"
    if cooperative > 1.5 * adversarial:
        name = "balance-cooperative"
    elif adversarial > 1.5 * cooperative:
        name = "balance-adversarial"
    return writer.say(name, cooperative=cooperative, adversarial=adversarial)


def _trend(writer: Writer) -> Sentence:
    now, before = (writer.n_dated("cooperative", *span) for span in _spans(writer))
    conflict_now, conflict_before = (
        writer.n_dated("adversarial", *span) for span in _spans(writer)
    )
    name = "trend-up" if now > before else "trend-down"
    if abs(now - before) <= NEAR * max(now, before):
        name = "trend-even"
    return writer.say(
        name,
        now=now,
        before=before,
        conflict_now=conflict_now,
        conflict_before=conflict_before,
    )


def _spans(writer: Writer) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last year of the last ten years, and of the ten before."""
    today = writer.public.today.year
    return (today - SPAN + 1, today), (today - 2 * SPAN + 1, today - SPAN)


def _prosecution(writer: Writer) -> Section:
    answer = writer.ask("prosecution-relations")
    title = writer.word("with-prosecution")
    if not answer.n_records:
        none = paragraph(writer.say("summary-prosecution-none"))
        return Section("with-prosecution", title, (none,))
    members = {key for keys in answer.members.values() for key in keys}
    lead = writer.say(
        "with-prosecution-lead",
        n=answer.total,
        extent=writer.extent(answer.n_records, answer.n_records + answer.n_without),
        kinds=writer.ranked(answer, len(answer.table)),
    )
    who = writer.say("with-prosecution-who", names=writer.names("organisations", members))
    blocks = (paragraph(lead, who), writer.picture("prosecution-relations"))
    return Section("with-prosecution", title, blocks)


def _mechanisms(writer: Writer) -> Section:
    answer = writer.ask("mechanism-kinds")
    title, total = writer.word("mechanisms"), answer.n_records + answer.n_without
    if not total:
        return Section("mechanisms", title, (paragraph(writer.say("mechanisms-none")),))
    lead = paragraph(writer.say("mechanisms-lead", n=total, named=answer.n_records))
    return Section("mechanisms", title, (lead, writer.picture("mechanism-kinds")))


def _network(writer: Writer) -> Section:
    bodies, parts = writer.ask("linked-authorities"), writer.ask("network-parts")
    title = writer.word("network")
    if not bodies.total:
        return Section("network", title, (paragraph(writer.say("network-none")),))
    said = [writer.say("network-bodies", bodies=writer.linked(bodies, "authorities", 5))]
    brokers = writer.ask("brokers")
    if brokers.total:
        best = [key for key, _ in brokers.greatest(4)]
        said.append(writer.say("network-brokers", names=writer.names("organisations", best)))
    if alone := parts.value("part-alone"):
        said.append(writer.say("network-alone", extent=writer.extent(alone, parts.total)))
    pictures = ["linked-authorities", "brokers", "network-parts"]
    pictures += ["network"] if writer.country else []
    return Section(
        "network", title, (paragraph(*said), *(writer.picture(name) for name in pictures))
    )
