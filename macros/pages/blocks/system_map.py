"""The map of a country's system: who sits with whom and by which rule, drawn and as a table."""

from __future__ import annotations

from typing import Any

from ...model import Mechanism
from ...model.mechanism import Rule
from ...register import Entry
from ...text import LANGUAGES, date
from ...words import words
from ..diagram import LEFT, MIDDLE, PAD, RIGHT, WIDTH, Box, Diagram, arrange, box
from .common import Place

Meeting = Entry[Mechanism]


def system_map(place: Place, country: str) -> str:
    """The diagram and the table of a country's mechanisms that have not ended."""
    entries = [it for it in place.in_country("mechanisms", country) if it.record.status != "ended"]
    said = words("maps", place.lang)
    return place.block(
        "system-map",
        drawing=_drawing(place, entries, said) if entries else None,
        rows=[_row(place, it, said) for it in entries],
        words=said,
    )


def _drawing(place: Place, entries: list[Meeting], said: dict[str, str]) -> dict[str, Any]:
    public = place.public
    bodies = sorted({key for it in entries for key in it.record.authorities or ()})
    members = sorted({key for it in entries for key in it.record.participants or ()})
    to_left = {it.key: list(it.record.authorities or ()) for it in entries}
    to_right = {it.key: list(it.record.participants or ()) for it in entries}
    diagram = arrange(
        [box(key, place.name(public.authorities[key])["text"], LEFT) for key in bodies],
        [box(it.key, place.name(it)["text"], MIDDLE, _rules(place, it, said)) for it in entries],
        [box(key, place.name(public.organisations[key])["text"], RIGHT) for key in members],
        to_left,
        to_right,
    )
    is_rtl = LANGUAGES[place.lang].dir == "rtl"
    return {
        "width": WIDTH,
        "height": diagram.height + 32,
        "heads": _heads(said, is_rtl),
        "left": [_box(place, it, public.authorities[it.key], is_rtl) for it in diagram.left],
        "middle": [
            _box(place, it, public.mechanisms[it.key], is_rtl)
            | {"lines_to": _lines(place, it, diagram, to_left, to_right, is_rtl)}
            for it in diagram.middle
        ],
        "right": [_box(place, it, public.organisations[it.key], is_rtl) for it in diagram.right],
    }


def _heads(said: dict[str, str], is_rtl: bool) -> list[dict[str, Any]]:
    columns = ((LEFT, "bodies"), (MIDDLE, "mechanisms"), (RIGHT, "organisations"))
    return [{"x": _start(x, width, is_rtl), "text": said[name]} for (x, width), name in columns]


def _start(x: float, width: float, is_rtl: bool) -> float:
    """Where a text begins: at the left of its box, in right-to-left languages at the right."""
    return WIDTH - x - PAD if is_rtl else x + PAD


def _box(place: Place, it: Box, entry: Entry[Any], is_rtl: bool) -> dict[str, Any]:
    is_prosecution = entry.kind == "authorities" and entry.record.kind == "prosecution"
    return place.link(entry) | {
        "x": WIDTH - it.x - it.width if is_rtl else it.x,
        "y": it.y,
        "width": it.width,
        "height": it.height,
        "start": _start(it.x, it.width, is_rtl),
        "lines": it.lines,
        "small": it.small,
        "is_prosecution": is_prosecution,
    }


def _lines(
    place: Place,
    it: Box,
    diagram: Diagram,
    to_left: dict[str, list[str]],
    to_right: dict[str, list[str]],
    is_rtl: bool,
) -> dict[str, Any]:
    """The curves from a mechanism to its bodies and organisations; its open end if it has none."""
    found = []
    for other in diagram.left:
        if other.key in to_left[it.key]:
            kind = place.public.authorities[other.key].record.kind
            curve = _curve(other.x + other.width, other.middle, it.x, it.middle, is_rtl)
            found.append({"d": curve, "is_prosecution": kind == "prosecution"})
    for other in diagram.right:
        if other.key in to_right[it.key]:
            curve = _curve(it.x + it.width, it.middle, other.x, other.middle, is_rtl)
            found.append({"d": curve, "is_prosecution": False})
    end = it.x + it.width + 7
    is_open = not to_right[it.key]
    return {
        "curves": found,
        "open": (WIDTH - end if is_rtl else end) if is_open else None,
        "y": it.middle,
    }


def _curve(x: float, y: float, u: float, v: float, is_rtl: bool) -> str:
    if is_rtl:
        x, u = WIDTH - x, WIDTH - u
    bend = (x + u) / 2
    return f"M{x} {y}C{bend} {y} {bend} {v} {u} {v}"


def _rules(place: Place, entry: Meeting, said: dict[str, str]) -> str:
    return said["semicolon"].join(_rule(place, it, said)["text"] for it in entry.record.rules or ())


def _rule(place: Place, it: Rule, said: dict[str, str]) -> dict[str, str]:
    link = place.link(place.public.legislation[it.law])
    article = said["comma"] + said["article"].format(number=it.article) if it.article else ""
    return link | {"text": link["text"] + article}


def _row(place: Place, entry: Meeting, said: dict[str, str]) -> dict[str, Any]:
    record, public = entry.record, place.public
    named = [place.text(it)["text"] for it in record.also_named or ()]
    status = place.label("mechanism-statuses", record.status) if record.status else ""
    return place.link(entry) | {
        "bodies": [place.link(public.authorities[key]) for key in record.authorities or ()],
        "also_named": said["also_named"].format(list=said["comma"].join(named)) if named else "",
        "members": [place.link(public.organisations[key]) for key in record.participants or ()],
        "role": place.text(record.cso_role),
        "rules": [_rule(place, it, said) for it in record.rules or ()],
        "since": date(record.since, place.lang) if record.since else "",
        "status": status,
    }
