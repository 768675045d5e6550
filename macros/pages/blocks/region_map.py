"""The tile map of a country: organisations by region, and the same figures as a table."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...derived import latest_status
from ...finder.facts import WIDE
from ...model import Organisation
from ...register import Entry
from ...text import number, sort_key
from ...tiles import SIZE, STEP, Tile, tiles
from ...words import words
from .common import Place


def region_map(place: Place, country: str) -> str:
    """A square for each region with its number of organisations; nothing without a map."""
    record = place.public.countries[country].record
    entries = [
        it
        for it in place.public.organisations.values()
        if it.country == country and latest_status(it) not in ("closed", "merged")
    ]
    there = Counter(code for it in entries for code in _places(it))
    seats = Counter(it.record.region for it in entries if it.record.region)
    squares = tiles(record, there, place.lang)
    said = words("maps", place.lang)
    return place.block(
        "region-map",
        id=f"map-{country}",
        tiles=[_tile(place, country, it, said) for it in squares],
        columns=max((it.x for it in squares), default=0) // STEP + 1,
        width=max((it.x for it in squares), default=0) + STEP,
        height=max((it.y for it in squares), default=0) + STEP,
        size=SIZE,
        rows=_rows(place, squares, seats),
        beside=_beside(place, entries, said),
        own_notice=place.text(record.map_notice) if record.map_notice else None,
        words=said,
    )


def _places(entry: Entry[Organisation]) -> set[str]:
    record = entry.record
    return {code for code in (record.region, *(record.areas_served or ())) if code}


def _tile(place: Place, country: str, it: Tile, said: dict[str, str]) -> dict[str, Any]:
    way = f"{place.base}organisations/?country={country}&region={it.code}"
    return {
        "x": it.x + (STEP - SIZE) // 2,
        "y": it.y + (STEP - SIZE) // 2,
        "level": it.level,
        "lines": it.lines,
        "short": it.short,
        "n": number(it.n, place.lang),
        "said": said["organisations_in"].format(name=it.name, n=number(it.n, place.lang)),
        "href": way if it.n else "",
    }


def _rows(place: Place, squares: list[Tile], seats: Counter[str]) -> list[dict[str, str]]:
    return [
        {
            "name": it.name,
            "code": it.code,
            "seat": number(seats[it.code], place.lang),
            "there": number(it.n, place.lang),
        }
        for it in sorted(squares, key=lambda it: sort_key(it.name))
    ]


def _beside(place: Place, entries: list[Entry[Organisation]], said: dict[str, str]) -> list[str]:
    """What the map cannot show: organisations of the whole country, and of no known place."""
    nowhere = [it for it in entries if not _places(it)]
    wide = sum(it.record.scope in WIDE for it in nowhere)
    return [
        said["without_place"].format(n=number(wide, place.lang)),
        said["unplaced"].format(n=number(len(nowhere) - wide, place.lang)),
    ]
