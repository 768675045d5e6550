"""The law of a country: provisions by effect and concern, the texts read, and a short digest."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...derived import force_on
from ...model import Law
from ...provisions import (
    Placed,
    laws,
    provisions,
    still_to_come,
    where_in_force,
)
from ...register import Entry
from ...text import date, number, pick, slug
from ...words import words
from .common import Place
from .directory import _countries

SHOWN = ("now", "later", "unknown")
"""Standings that summaries show; earlier law stands apart."""


def law_summary(place: Place, country: str) -> str:
    """How many provisions that apply have which effect, and the way to the whole summary."""
    count = Counter(
        it.provision.effect for it in provisions(place.public, country) if it.standing == "now"
    )
    return place.block(
        "law-summary",
        effects=[
            {"key": key, "label": place.label("effects", key), "n": number(count[key], place.lang)}
            for key in place.public.vocabularies["effects"].record.terms
        ],
        on=_on_day(place),
        href=f"{place.base}legislation/{slug(place.public.countries[country].record.names)}/",
        words=words("law", place.lang),
    )


def _on_day(place: Place) -> str:
    day = date(place.public.today.isoformat(), place.lang)
    return words("law", place.lang)["in_force_on"].format(date=day)


def law_index(place: Place) -> str:
    """Every law by country, those that apply first, with the number of its provisions by effect."""
    countries = [
        {
            "name": place.country(code),
            "href": f"{place.base}legislation/{slug(place.public.countries[code].record.names)}/",
            "rows": [_index_row(place, law) for law in laws(place.public, code)],
        }
        for code in _countries(place)
    ]
    effects = [
        {"key": key, "label": place.label("effects", key)}
        for key in place.public.vocabularies["effects"].record.terms
    ]
    return place.block(
        "law-index",
        countries=countries,
        effects=effects,
        on=_on_day(place),
        words=words("blocks", place.lang) | words("law", place.lang),
    )


def _index_row(place: Place, law: Entry[Law]) -> dict[str, Any]:
    count = Counter(rule.effect for rule in law.record.provisions or ())
    effects = place.public.vocabularies["effects"].record.terms
    return place.link(law) | {
        "year": law.record.year or "",
        "subject": place.label("law-subjects", law.record.subject),
        "states": states(place, law),
        "counts": [number(count[key], place.lang) if count[key] else "" for key in effects],
    }


def law_provisions(place: Place, country: str) -> str:
    """A country's provisions by effect, what hinders first, and by concern; earlier law apart."""
    found = list(provisions(place.public, country))
    current = [it for it in found if it.standing in SHOWN]
    past = [it for it in found if it.standing == "past"]
    said = words("law", place.lang)
    return place.block(
        "law-provisions",
        on=_on_day(place),
        effects=_by_effect(place, current),
        earlier=_by_effect(place, past),
        earlier_title=said["earlier"].format(n=number(len(past), place.lang)),
        words=said,
    )


def _by_effect(place: Place, found: list[Placed]) -> list[dict[str, Any]]:
    groups = []
    for effect in reversed(list(place.public.vocabularies["effects"].record.terms)):
        chosen = [it for it in found if it.provision.effect == effect]
        if chosen:
            label = place.label("effects", effect)
            groups.append({"key": effect, "label": label, "concerns": _by_concern(place, chosen)})
    return groups


def _by_concern(place: Place, found: list[Placed]) -> list[dict[str, Any]]:
    return [
        {"label": place.label("concerns", concern), "rows": rows}
        for concern in place.public.vocabularies["concerns"].record.terms
        if (rows := [row(place, it) for it in found if it.provision.concerns == concern])
    ]


def row(place: Place, it: Placed) -> dict[str, Any]:
    """A provision as a line: text, law, article, source, and where and when it applies."""
    record, said = it.law.record, words("law", place.lang)
    article = it.provision.article
    return {
        "id": it.id,
        "text": place.text(it.provision.summary),
        "effect": it.provision.effect,
        "effect_label": place.label("effects", it.provision.effect),
        "law": place.link(it.law),
        "article": said["article"].format(number=article) if article else "",
        "remarks": remarks(place, it.law, it.standing),
        "source": _source(place, record, it.provision.source),
    }


def remarks(place: Place, law: Entry[Law], standing: str) -> list[str]:
    """What a reader must know of a law that does not apply now, or not everywhere."""
    said = words("law", place.lang)
    found = [said[standing]] if standing != "now" else []
    if standing == "later":
        dates = [it.start for it in still_to_come(place.public, law) if it.value == "in-force"]
        found += [said["from_date"].format(date=date(it, place.lang)) for it in dates if it]
    if areas := where_in_force(place.public, law):
        names = place.public.countries[law.country].record.areas or {}
        listed = said["comma"].join(pick(names[code], place.lang) for code in areas)
        found.append(said["only_in"].format(areas=listed))
    return found


def _source(place: Place, record: Law, name: str | None) -> dict[str, Any] | None:
    """The source of a provision; of a law with a single source, that one."""
    only = next(iter(record.sources)) if len(record.sources) == 1 else None
    source = record.sources.get(name or only or "")
    return place.source(source) if source else None


def law_versions(place: Place, country: str) -> str:
    """Every law of a country with its state on the day of the build and the text that was read."""
    rows = [_version(place, law) for law in laws(place.public, country)]
    return place.block("law-versions", rows=rows, words=words("law", place.lang))


def _version(place: Place, law: Entry[Law]) -> dict[str, Any]:
    record = law.record
    newest = max((it.date for it in record.sources.values() if it.date), default="")
    return place.link(law) | {
        "number": record.number or "",
        "year": record.year or "",
        "states": states(place, law),
        "version": place.text(record.version_read) if record.version_read else None,
        "newest": date(newest, place.lang) if newest else "",
    }


def states(place: Place, law: Entry[Law]) -> list[dict[str, str]]:
    """How a law stands on the day of the build, for each part of the country that differs."""
    names = place.public.countries[law.country].record.areas or {}
    return [
        {
            "key": it.value,
            "label": place.label("force-states", it.value),
            "area": pick(names[it.area], place.lang) if it.area else "",
        }
        for it in force_on(law.record, place.public.today)
    ]
