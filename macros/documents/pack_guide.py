"""The guide in the pack of an event: before, session by session, difficulties, after."""

from __future__ import annotations

from ..model import Event, Module
from ..pages.views.common import number
from ..pages.views.links import View
from ..pages.views.module import module as module_view
from ..register import Entry
from ..words import words
from .model import Block, Heading, Items, Paragraph, Run, Table, Words
from .writing import Writing, text


def guide(writing: Writing, entry: Entry[Event], view: View) -> list[Block]:
    """The guide for those who lead the event; for training with the modules taught in it."""
    is_training = bool(entry.record.modules)
    title = words("packs", writing.lang)["guide_training" if is_training else "guide"]
    return [
        Heading((Run(title),)),
        *_advice(writing, "before"),
        *_during(writing, view),
        *(_followups(writing, view) if view["questions"] else []),
        *_modules(writing, entry),
        *_advice(writing, "difficult"),
        *_advice(writing, "after"),
    ]


def numbered(writing: Writing, name: str) -> list[str]:
    """The phrases of packs that are called `name.1`, `name.2` and so on."""
    return [
        phrase for key, phrase in words("packs", writing.lang).items() if key.startswith(f"{name}.")
    ]


def _advice(writing: Writing, name: str) -> list[Block]:
    lines = tuple((Run(phrase),) for phrase in numbered(writing, name))
    return [Heading((Run(words("packs", writing.lang)[name]),), 2), Items(lines)]


def _during(writing: Writing, view: View) -> list[Block]:
    """Each kind of session once, with what to do in it."""
    own, phrases = words("packs", writing.lang), writing.context.words
    found: dict[str, tuple[Words, ...]] = {}
    for it in view["agenda"]:
        do = (Run(own[f"do.{it['name']}"]),)
        named = it["title"]["text"] if it["is_own"] else it["name"]
        found.setdefault(named, (text(it["title"], strong=True), do))
    head = (phrases["session"], own["what_to_do"])
    return [Heading((Run(own["during"]),), 2), Table("", head, tuple(found.values()), (26, 74))]


def _followups(writing: Writing, view: View) -> list[Block]:
    lines = tuple((Run(phrase),) for phrase in numbered(writing, "followup"))
    return [Heading((Run(words("packs", writing.lang)["followups"]),), 2), Items(lines)]


def _modules(writing: Writing, entry: Entry[Event]) -> list[Block]:
    modules = writing.context.public.modules
    found = [
        block for key in entry.record.modules or () for block in _module(writing, modules[key])
    ]
    title = Heading((Run(words("packs", writing.lang)["modules_taught"]),), 2)
    return [title, *found] if found else []


def _module(writing: Writing, entry: Entry[Module]) -> list[Block]:
    view, phrases = module_view(entry, writing.context), writing.context.words
    head = (phrases["session"], phrases["minutes"])
    rows = tuple((text(it["title"]), (Run(it["minutes"]),)) for it in view["outline"])
    total = number(sum(unit.minutes for unit in entry.record.outline), writing.lang)
    note = words("packs", writing.lang)["total_minutes"].format(number=total)
    listed = [
        (phrases[name], view[name])
        for name in ("module_objectives", "exercises", "module_materials")
    ]
    lines = [writing.labelled(label, text(it)) for label, views in listed for it in views]
    lines.append(writing.labelled(phrases["assessment"], text(view["assessment"])))
    return [
        Heading(text(view["title"]), 3), Paragraph(text(view["summary"])),
        Table("", head, rows, (80, 20), note), Items(tuple(lines)),
    ]  # fmt: skip
