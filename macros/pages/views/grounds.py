"""What a proposal rests on, as links with the part that is meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...model.ground import Gap, Ground
from .common import Context, Writer
from .links import UP, View


def grounds(found: Iterable[Ground] | None, writer: Writer) -> list[View]:
    """A line for each ground: where it is, which part of it, and what follows from it."""
    return [
        {**_line(it, writer.context), "note": writer.text(it.note)}
        for it in found or ()
        if it.model_dump(exclude_none=True, exclude={"note"})
    ]


def _line(ground: Ground, context: Context) -> View:
    to = context.links.to
    if ground.law:
        concerns = context.term("concerns", ground.concerns) if ground.concerns else ""
        article = context.say("article", number=ground.article) if ground.article else ""
        return _part(to["legislation"][ground.law], " · ".join(filter(None, (article, concerns))))
    if ground.finding:
        return _part(to["findings"][ground.finding], "")
    if ground.mechanism:
        return _part(to["mechanisms"][ground.mechanism], "")
    if ground.heard_at:
        words = f"{context.words['recommendation']} {ground.recommendation}"
        return _part(to["events"][ground.heard_at], words)
    if ground.gap:
        words = f"{context.words['gap']}{context.words['colon']}{gap(ground.gap, context)}"
        return {"link": {"text": words}, "part": "", "second": None}
    body = to["authorities"][ground.authority or ""]
    if ground.organisation:
        link = to["organisations"][ground.organisation]
        return {"link": link, "part": context.words["relation_with"], "second": body}
    return _part(body, "")


def _part(link: View, part: str) -> View:
    return {"link": link, "part": part, "second": None}


def gap(it: Gap, context: Context) -> str:
    """A gap in words: topic, service, region and country."""
    parts = [
        context.term("themes", it.theme) if it.theme else "",
        context.term("services", it.service) if it.service else "",
        context.regions.get(it.region or "", ""),
        context.countries[it.country]["text"] if it.country else "",
    ]
    return " · ".join(part for part in parts if part)


def texts(found: Iterable[Any] | None, writer: Writer) -> list[View | None]:
    """Texts in the page's language."""
    return [writer.text(it) for it in found or ()]


def country_of(writer: Writer) -> list[View]:
    """A link to the record's country; nothing for what is of all countries."""
    country = writer.entry.country
    return [writer.context.countries[country]] if country else []


def link_to(kind: str, keys: Iterable[str] | None, context: Context) -> list[View]:
    """Links to records of a kind."""
    return [context.links.to[kind][key] for key in keys or ()]


def plan_link(key: str, action: str, text: str) -> View:
    """A link to an action of a plan."""
    return {"text": text, "href": f"{UP}action-plans/{key}/#{action}"}
