"""The association laws of a country as a timeline: when each was in force, and its amendments."""

from __future__ import annotations

import math
from typing import Any

from ...model import Law
from ...provisions import laws
from ...register import Entry
from ...text import date
from ...words import words
from .common import Place
from .law import states

SUBJECT = "association-law"
Span = tuple[float, float]


def law_timeline(place: Place, country: str) -> str:
    """A row for each association law, oldest first; nothing where there is none."""
    chosen = [it for it in laws(place.public, country) if it.record.subject == SUBJECT]
    chosen.sort(key=lambda it: (it.record.year or "9999", it.key))
    now = _year(place.public.today.isoformat())
    first = min((_year(it.record.year) for it in chosen if it.record.year), default=now)
    axis = (math.floor(first / 10) * 10.0, math.ceil((now + 0.01) / 10) * 10.0)
    return place.block(
        "law-timeline",
        rows=[_row(place, it, axis, now) for it in chosen],
        ticks=[{"year": year, "at": _at(year, axis)} for year in _decades(axis)],
        words=words("law", place.lang),
    )


def _decades(axis: Span) -> list[int]:
    step = 10 if axis[1] - axis[0] <= 60 else 20
    return list(range(int(axis[0]), int(axis[1]) + 1, step))


def _year(day: str) -> float:
    """A date as a number of years: the middle of 2003 is 2003.5; a bare year is its beginning."""
    parts = [int(part) for part in day.split("-")]
    month = parts[1] - 1 if len(parts) > 1 else 0
    return parts[0] + month / 12


def _at(year: float, axis: Span) -> float:
    """Where a year stands on the axis, in percent of its length."""
    return round((year - axis[0]) / (axis[1] - axis[0]) * 100, 2)


def _row(place: Place, law: Entry[Law], axis: Span, now: float) -> dict[str, Any]:
    record, said = law.record, words("law", place.lang)
    changes = [it.date for it in record.amended or () if it.date]
    amended = said["comma"].join(date(it, place.lang) for it in changes)
    return place.link(law) | {
        "number": record.number or "",
        "year": record.year or said["year_unknown"],
        "states": states(place, law),
        "spans": [
            {"start": _at(start, axis), "size": round(_at(end, axis) - _at(start, axis), 2)}
            for start, end in spans(record, now)
        ],
        "draft": _at(_year(record.year), axis) if record.year and _is_draft(record) else None,
        "marks": [_at(_year(it), axis) for it in changes],
        "periods": [_period(place, start, end, now) for start, end in spans(record, now)],
        "amended": said["amended"].format(list=amended) if amended else "",
    }


def _is_draft(law: Law) -> bool:
    return all(step.value == "not-yet" for step in law.in_force or ())


def spans(law: Law, now: float) -> list[Span]:
    """From when until when a law was in force, in years, as far as its sources tell.

    A step without a beginning begins in the year of the law. One without an end lasts until the
    next begins, or until now. A law of which only the end is recorded lasted from its year to then.
    """
    steps = [step for step in law.in_force or () if not step.area]
    found = []
    for index, step in enumerate(steps):
        start, after = step.start or law.year, steps[index + 1 :]
        if step.value == "in-force" and start:
            ends = [step.until, *(it.start for it in after if it.value in ("replaced", "repealed"))]
            end = next((_year(it) for it in ends if it), now)
            found.append((_year(start), min(end, now)))
    gone = (it.start or it.until for it in steps if it.value in ("replaced", "repealed"))
    ended = next((it for it in gone if it), None)
    if not found and law.year and ended:
        found = [(_year(law.year), _year(ended))]
    return found


def _period(place: Place, start: float, end: float, now: float) -> str:
    said = words("law", place.lang)
    until = said["until_today"] if end >= now else str(int(end))
    return said["period"].format(**{"from": str(int(start)), "until": until})
