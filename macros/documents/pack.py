"""The pack of an event: what those who hold it need on paper, each part on pages of its own."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Event
from ..pages.views.common import number
from ..pages.views.event import event as event_view
from ..pages.views.links import View
from ..publication import PublicRegister
from ..register import Entry
from ..tables import Tables
from ..words import words
from .frame import volume
from .model import Block, Document, Facts, Heading, Items, PageBreak, Paragraph, Run, Table, Words
from .pack_forms import attendance, evaluation, report_form
from .pack_guide import guide
from .pack_report import report
from .proposals import grounds
from .writing import Writing, item, place_of, text


def keys(public: PublicRegister) -> Iterable[str]:
    """Every event."""
    return sorted(public.events)


def pack(writing: Writing, tables: Tables, key: str) -> Document:
    """The pack of an event in the language of `writing`; its report where it was held."""
    context = writing.context
    entry = context.public.events[key]
    view = writing.view(place_of(entry), event_view(entry, context))
    parts = [
        _concept(writing, view),
        _agenda(writing, view),
        _participants(writing, view),
        guide(writing, entry, view),
        attendance(writing, view),
        report(writing, view) if view["report"] else report_form(writing, entry),
        evaluation(writing),
    ]
    blocks = [block for part in parts for block in (PageBreak(), *part)][1:]
    # The register of the country is what the proposals are drawn from.
    entries = [it for it in context.public.entries() if it.country == entry.country]
    subtitle = _subtitle(writing, entry)
    return volume(writing, "pack", f"pack-{key}", text(view["title"]), subtitle, entries, blocks)


def _subtitle(writing: Writing, entry: Entry[Event]) -> str:
    context, record = writing.context, entry.record
    kind, status = (
        context.term("event-kinds", record.kind),
        context.term("event-statuses", record.status),
    )
    return f"{kind} · {context.countries[entry.country]['text']} · {status}"


def _title(writing: Writing, name: str) -> Heading:
    return Heading((Run(words("packs", writing.lang)[name]),))


def _notice(writing: Writing, view: View) -> list[Block]:
    """What each part that may be handed on alone has to say of a proposal."""
    said = (Run(writing.context.words["proposal_notice"]),)
    return [Paragraph(said, "notice")] if view["is_proposed"] else []


def _concept(writing: Writing, view: View) -> list[Block]:
    phrases = writing.context.words
    rows = tuple((fact["label"], writing.items(fact["items"])) for fact in view["facts"])
    background = Heading((Run(phrases["background"]),), 2)
    blocks: list[Block] = [
        _title(writing, "concept"), *_notice(writing, view), Facts(rows),
        background, Paragraph(text(view["background"])),
    ]  # fmt: skip
    for name in ("event_objectives", "questions", "expected_results"):
        blocks += _listed(phrases[name], [text(it) for it in view[name]])
    return blocks + _listed(phrases["rests_on"], grounds(writing, view["rests_on"]))


def _listed(title: str, lines: list[Words]) -> list[Block]:
    return [Heading((Run(title),), 2), Items(tuple(lines))] if lines else []


def _agenda(writing: Writing, view: View) -> list[Block]:
    phrases = writing.context.words
    head = tuple(phrases[name] for name in ("time", "session", "minutes", "led_by"))
    rows = tuple(_sitting(writing, it) for it in view["agenda"])
    note = phrases["agenda_proposed"] if view["is_usual_agenda"] else ""
    return [
        Heading((Run(phrases["agenda"]),)), *_notice(writing, view),
        Table("", head, rows, (12, 54, 12, 22), note),
    ]  # fmt: skip


def _sitting(writing: Writing, it: View) -> tuple[Words, ...]:
    clock, minutes = (Run(it["start"], ltr=True),), (Run(it["minutes"]),)
    return clock, session(writing, it), minutes, text(it["lead"])


def session(writing: Writing, it: View) -> Words:
    """The title of a session with the question that it is on."""
    title, about = text(it["title"], strong=True), text(it["about"])
    return (*title, Run(writing.context.words["colon"], strong=True), *about) if about else title


def _participants(writing: Writing, view: View) -> list[Block]:
    phrases, own = writing.context.words, words("packs", writing.lang)
    blocks: list[Block] = [Heading((Run(phrases["invited"]),)), *_notice(writing, view)]
    rows = tuple(
        ((Run(number(at, writing.lang)),), item(it["link"]), (Run(it["seats"]),), text(it["why"]))
        for at, it in enumerate(view["invited"], 1)
    )
    head = (own["number"], phrases["participant"], phrases["seats"], phrases["reason"])
    note = phrases["invited_proposed"] if view["is_proposed_list"] else ""
    if rows:
        blocks.append(Table("", head, rows, (8, 34, 10, 48), note))
    else:
        blocks.append(Paragraph((Run(own["no_participants"]),)))
    bodies = tuple((item(it["link"]), text(it["why"])) for it in view["bodies"])
    if bodies:
        blocks.append(Heading((Run(phrases["bodies_invited"]),), 2))
        blocks.append(Table("", (own["organisation_or_body"], phrases["reason"]), bodies, (50, 50)))
    return blocks
