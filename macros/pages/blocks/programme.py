"""The programme on authored pages: events, action plans, curriculum, needs, training."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ...derived import actions_of
from ...programme.needs import answered, needs, organisations_in, programme_of, stated
from ...programme.progress import Heard, advance, decided, heard
from ...register import Entry
from ...text import date, number
from ...words import words
from .common import Place
from .directory import _countries


def _words(place: Place) -> dict[str, str]:
    return words("records", place.lang)


def event_calendar(place: Place, country: str = "") -> str:
    """Events with a date in their order, then those without one by country."""
    entries = place.public.events.values()
    dated = sorted((it for it in entries if it.record.start), key=lambda it: it.record.start or "")
    groups = [{"name": "", "rows": [_event(place, it) for it in dated]}] if dated else []
    for code in _countries(place):
        rows = [_event(place, it) for it in _in_order(place, code) if not it.record.start]
        groups += [{"name": place.country(code), "rows": rows}] if rows else []
    return place.block("events", groups=groups, words=_words(place))


def event_list(place: Place, country: str) -> str:
    """A country's events."""
    rows = [_event(place, it) for it in _in_order(place, country)]
    return place.block("events", groups=[{"name": "", "rows": rows}], words=_words(place))


def _in_order(place: Place, country: str) -> list[Entry[Any]]:
    """A country's events in the order in which they build on each other: by kind."""
    kinds = list(place.public.vocabularies["event-kinds"].record.terms)
    found = place.in_country("events", country)
    return sorted(found, key=lambda it: kinds.index(it.record.kind))


def _event(place: Place, it: Entry[Any]) -> dict[str, Any]:
    record = it.record
    return place.link(it) | {
        "kind": place.label("event-kinds", record.kind),
        "status": place.label("event-statuses", record.status),
        "value": record.status,
        "when": date(record.start, place.lang) if record.start else "",
        "country": place.country(it.country),
    }


def plan_index(place: Place, country: str = "") -> str:
    """Every action plan: its stage, its actions by pillar, and its decisions."""
    plans = sorted(place.public.action_plans.values(), key=lambda it: (it.country == "", it.key))
    return place.block("plans", rows=[_plan(place, it) for it in plans], words=_words(place))


def _plan(place: Place, it: Entry[Any]) -> dict[str, Any]:
    draft = it.record.drafts[-1]
    pillars: dict[str, int] = {}
    for _, action in actions_of(it):
        pillars[action.pillar] = pillars.get(action.pillar, 0) + 1
    return place.link(it) | {
        "stage": place.label("draft-stages", draft.stage),
        "when": date(draft.date, place.lang),
        "pillars": [
            (place.label("pillars", key), number(count, place.lang))
            for key, count in pillars.items()
        ],
        "decisions": [
            (place.label("decisions", key), number(count, place.lang))
            for key, count in decided(it).items()
        ],
    }


def country_programme(place: Place, country: str) -> str:
    """A country's action plans and its events."""
    plans = [_plan(place, it) for it in place.in_country("action-plans", country)]
    shown = place.block("plans", rows=plans, words=_words(place)) if plans else ""
    return shown + event_list(place, country)


def plan_progress(place: Place, country: str = "") -> str:
    """How far each plan has come: actions by status, and indicators measured and reached."""
    plans = sorted(place.public.action_plans.values(), key=lambda it: (it.country == "", it.key))
    rows = []
    for it in plans:
        found = advance(it, place.public)
        counts = [*found.statuses.values(), found.indicators, found.measured, found.reached]
        rows.append(place.link(it) | {"counts": [number(n, place.lang) for n in counts]})
    phrases = _words(place)
    terms = place.public.vocabularies["action-statuses"].record.terms
    heads = [place.label("action-statuses", term) for term in terms]
    heads += [phrases[name] for name in ("indicators", "n_measured", "n_reached")]
    return place.block("progress", rows=rows, heads=heads, words=phrases)


def recommendations(place: Place, country: str = "") -> str:
    """Every recommendation, with the action that took it up or the reason why none did."""
    rows = [_heard(place, it) for it in heard(place.public)]
    return place.block("recommendations", rows=rows, words=_words(place))


def _heard(place: Place, it: Heard) -> dict[str, Any]:
    plans = place.public.action_plans
    why = it.recommendation.not_taken_up
    return {
        "text": place.text(it.recommendation.text),
        "addressee": place.text(it.recommendation.addressee),
        "event": place.link(it.event),
        "actions": [
            place.text(action.title) | {"href": f"{place.link(plans[key])['href']}#{action.id}"}
            for key, action in it.actions
        ],
        "why": place.text(why) if why else None,
    }


def curriculum(place: Place, country: str = "") -> str:
    """Every module: for whom, how long, and what it builds."""
    rows = [
        place.link(it)
        | {
            "summary": place.text(it.record.summary),
            "audience": [place.label("audiences", term) for term in it.record.audience],
            "minutes": number(sum(unit.minutes for unit in it.record.outline), place.lang),
        }
        for it in place.sorted(place.public.modules.values())
    ]
    return place.block("curriculum", rows=rows, words=_words(place))


def needs_matrix(place: Place, country: str = "") -> str:
    """What organisations can do by their records and need by their answers, with the modules."""
    codes = _countries(place)
    total = {code: number(organisations_in(place.public, code), place.lang) for code in codes}
    seen = [
        {
            "area": place.label("capacity-areas", it.area),
            "counts": [number(it.shown[code], place.lang) for code in codes],
            "modules": _modules(place, it.modules),
        }
        for it in needs(place.public)
    ]
    told = [
        {
            "area": place.label("assessment-areas", it.area),
            "counts": [_of(place, it.lacking[code], it.asked[code]) for code in codes],
            "modules": _modules(place, it.modules),
        }
        for it in answered(place.public)
    ]
    wanted = [
        {
            "area": place.label("need-kinds", kind),
            "counts": [number(counts[code], place.lang) for code in codes],
        }
        for kind, counts in stated(place.public).items()
    ]
    heads = [(place.country(code), total[code]) for code in codes]
    return place.block(
        "needs", seen=seen, told=told, wanted=wanted, heads=heads, words=_words(place)
    )


def _modules(place: Place, keys: Iterable[str]) -> list[dict[str, Any]]:
    return [place.link(place.public.modules[key]) for key in keys]


def _of(place: Place, n: int, total: int) -> str:
    """How many of how many; a dash where nobody was asked."""
    if not total:
        return "–"
    shown = {"n": number(n, place.lang), "total": number(total, place.lang)}
    return _words(place)["n_of"].format_map(shown)


def training_programme(place: Place, country: str) -> str:
    """The modules proposed for a country first."""
    keys = programme_of(place.public, country)
    return place.block("training", rows=_modules(place, keys), words=_words(place))


BLOCKS: dict[str, Callable[[Place, str], str]] = {
    "calendar": event_calendar,
    "events": event_list,
    "plans": plan_index,
    "country": country_programme,
    "progress": plan_progress,
    "recommendations": recommendations,
    "curriculum": curriculum,
    "needs": needs_matrix,
    "training": training_programme,
}
"""By the name that pages call them; those of all countries pay no heed to the country."""
