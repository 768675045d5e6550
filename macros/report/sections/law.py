"""Legislation in short: what laws do to contact between prosecution and organisations."""

from __future__ import annotations

from ...provisions import Placed, provisions
from ...words import words
from ..content import Block, Bullets, Section, Sentence
from ..writer import Writer, paragraph

HARD = ("prevents", "restrains")
SHOWN = {"hard": 10, "open": 8}
"""How many provisions a country's report names, of those that prevent or restrain and of others."""


def law(writer: Writer) -> Section:
    """Provisions by effect; in a country's report the weightiest by name."""
    title, counts = writer.word("law"), effects(writer)
    if not counts["total"]:
        return Section("law", title, (paragraph(writer.say("law-none")),))
    blocks: tuple[Block, ...] = (
        paragraph(writer.say("law-lead", **counts), *_concerns(writer)),
        writer.picture("law-effects"),
    )
    if writer.country is None:
        return Section("law", title, (*blocks, paragraph(_all(writer))))
    parts = (_part(writer, "hard", HARD), _part(writer, "open", ("enables",)))
    return Section("law", title, blocks, tuple(it for it in parts if it.blocks))


def effects(writer: Writer) -> dict[str, int]:
    """How many provisions in force have each effect, and how many there are in all."""
    answer = writer.ask("law-effects")
    counts = dict.fromkeys(answer.column_labels, 0)
    for effect, n in zip(answer.table["column"], answer.table["n"], strict=True):
        counts[str(effect)] += int(n)
    return counts | {"total": sum(counts.values())}


def _concerns(writer: Writer) -> list[Sentence]:
    answer = writer.ask("law-effects")
    sums = {key: sum(answer.value(key, effect) for effect in HARD) for key in answer.labels}
    worst = sorted((pair for pair in sums.items() if pair[1]), key=lambda pair: (-pair[1], pair[0]))
    if not worst:
        return []
    return [writer.say("law-where", concerns=writer.counted(answer, worst[:3]))]


def _all(writer: Writer) -> Sentence:
    return writer.say("law-all", link=writer.link(writer.word("law-link"), "legislation/"))


def _part(writer: Writer, name: str, wanted: tuple[str, ...]) -> Section:
    rules = _rules(writer, wanted)
    shown = rules[: SHOWN[name]]
    blocks: list[Block] = []
    if shown:
        lines = Bullets(tuple(_line(writer, it) for it in shown))
        blocks += [paragraph(writer.say("law-lines")), lines]
    if rest := len(rules) - len(shown):
        link = writer.link(writer.word("law-link"), "legislation/")
        blocks.append(paragraph(writer.say("law-more", n=rest, link=link)))
    return Section(f"law-{name}", writer.word(f"law-{name}"), tuple(blocks))


def _rules(writer: Writer, wanted: tuple[str, ...]) -> list[Placed]:
    """Provisions of laws in force by effect, in the order wanted, those of newer laws first."""
    found = [
        it
        for it in provisions(writer.public, writer.country)
        if it.standing == "now" and it.provision.effect in wanted
    ]
    found.sort(
        key=lambda it: (
            wanted.index(it.provision.effect),
            -int((it.law.record.year or "0")[:4]),
        )
    )
    return found


def _line(writer: Writer, it: Placed) -> Sentence:
    text = writer.quoted(it.provision.summary)
    name = writer.value(writer.name("legislation", it.law.key))
    if article := it.provision.article:
        phrase = "law-line-several" if is_several(article) else "law-line"
        comma = words("blocks", writer.lang)["comma"]
        return writer.say(phrase, text=text, law=name, article=article.replace(",", comma))
    return writer.say("law-line-bare", text=text, law=name)


def is_several(article: str) -> bool:
    """Whether a reference names several articles: `7, 9` or `14-17`, but not `35-2`."""
    if "," in article or "–" in article:
        return True
    first, _, last = article.partition("-")
    return first.isdigit() and last.isdigit() and int(first) < int(last)
