"""Themes for focus groups, each with what is on record and a question to open with."""

from __future__ import annotations

from collections import Counter

from ...questions.relations import PROSECUTION
from ..content import Section, Sentence
from ..writer import Writer, paragraph
from .proposals import calendar

THEMES = 5
KINDS = ("focus-group", "roundtable")
"""Kinds of event that take up a theme."""


def focus(writer: Writer) -> Section:
    """A part for each theme proposed."""
    title, chosen = writer.word("focus"), proposed(writer)
    if not chosen:
        return Section("focus", title, (paragraph(writer.say("focus-none")),))
    parts = tuple(_theme(writer, theme) for theme in chosen)
    return Section("focus", title, (paragraph(writer.say("focus-lead"), calendar(writer)),), parts)


def proposed(writer: Writer) -> list[str]:
    """The theme with most organisations in each topic, then those with most, five in all."""
    ordered = [theme for theme, _ in writer.ask("themes").greatest(len(writer.ask("themes").table))]
    first_of_topic = {writer.topic_of(theme): theme for theme in reversed(ordered)}
    best = [theme for theme in ordered if theme == first_of_topic[writer.topic_of(theme)]]
    return list(dict.fromkeys([*best, *ordered]))[:THEMES]


def _theme(writer: Writer, theme: str) -> Section:
    members = {it.key for it in writer.organisations() if theme in it.record.themes}
    cooperative = writer.n_relations(members, stance="cooperative")
    adversarial = writer.n_relations(members, stance="adversarial")
    prosecution = writer.n_relations(members, authority_kind=PROSECUTION)
    question = "build" if cooperative > adversarial else "trust"
    label = writer.text(writer.ask("themes").labels[theme]).text
    return Section(
        f"focus-{theme}",
        label,
        (
            paragraph(
                writer.say(
                    "focus-numbers",
                    organisations=len(members),
                    cooperative=cooperative,
                    adversarial=adversarial,
                    prosecution=prosecution,
                    mechanisms=writer.n_mechanisms(theme),
                ),
                *_services(writer, theme),
                *_countries(writer, theme),
                writer.say(f"focus-{question if prosecution else 'first'}"),
                *_events(writer, theme),
            ),
        ),
    )


def _services(writer: Writer, theme: str) -> list[Sentence]:
    members = (it for it in writer.organisations() if theme in it.record.themes)
    counts = Counter(term for it in members for term in it.record.services or ())
    best = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:4]
    answer = writer.ask("services")
    return [writer.say("focus-services", services=writer.counted(answer, best))] if best else []


def _events(writer: Writer, theme: str) -> list[Sentence]:
    """The country's events on a theme at which it can be discussed, with links."""
    keys = [
        it.key
        for it in writer.public.events.values()
        if it.country == writer.country and it.record.kind in KINDS and theme in it.record.themes
    ]
    return [writer.say("focus-events", events=writer.names("events", keys))] if keys else []


def _countries(writer: Writer, theme: str) -> list[Sentence]:
    if writer.country:
        return []
    found = Counter(it.country for it in writer.organisations() if theme in it.record.themes)
    answer = writer.ask("countries")
    return [writer.say("focus-countries", countries=writer.counted(answer, found.most_common()))]
