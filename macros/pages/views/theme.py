"""A theme's page: what it means, and who works on it in each country."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from ...derived import latest_status
from ...model import Event, Mechanism, Organisation
from ...register import Entry
from ...text import join
from .common import Context, number
from .links import UP, View, named

LISTED = 100
"""Organisations of a country on the page of a theme; the directory lists the others."""


@dataclass(frozen=True, slots=True)
class OnThemes:
    """What is on each theme, by term and country, in order of name."""

    organisations: dict[str, dict[str, list[Entry[Organisation]]]]
    mechanisms: dict[str, list[Entry[Mechanism]]]
    events: dict[str, list[Entry[Event]]]


def on_themes(context: Context) -> OnThemes:
    """Organisations, mechanisms and events sorted onto the themes, once for all theme pages."""
    found = OnThemes(defaultdict(lambda: defaultdict(list)), defaultdict(list), defaultdict(list))
    for entry in context.links.ordered["organisations"]:
        for term in entry.record.themes:
            found.organisations[term][entry.country].append(entry)
    for it in context.links.ordered["mechanisms"]:
        for term in it.record.crime_topics or ():
            found.mechanisms[term].append(it)
    for event in context.links.ordered["events"]:
        for term in event.record.themes:
            found.events[term].append(event)
    return found


def theme(term: str, context: Context, on: OnThemes) -> View:
    """What the template of a theme prints."""
    terms = context.public.vocabularies["themes"].record.terms
    it, order = terms[term], list(terms)
    place = order.index(term)
    narrower = [name for name in order if terms[name].broader == term]
    return {
        "crumbs": [{"text": context.words["themes"], "href": f"{UP}themes/"}],
        "title": named(it.labels, context.lang),
        "definition": named(it.definition, context.lang),
        "broader": context.themes([it.broader] if it.broader else ()),
        "narrower": context.themes(narrower),
        "sdg": [context.say("sdg_target", number=target) for target in it.sdg or ()],
        "countries": [
            _country(code, term, on.organisations[term][code], context)
            for code in context.countries
        ],
        "mechanisms": [_mechanism(entry, context) for entry in on.mechanisms[term]],
        "events": [_event(entry, context) for entry in on.events[term]],
        "previous": next(iter(context.themes(order[place - 1 : place] if place else ())), None),
        "next": next(iter(context.themes(order[place + 1 : place + 2])), None),
        "notices": [],
    }


def _country(code: str, term: str, entries: list[Entry[Organisation]], context: Context) -> View:
    return {
        "id": code,
        "name": context.countries[code],
        "count": number(len(entries), context.lang),
        "organisations": [_organisation(entry, context) for entry in entries[:LISTED]],
        "more": _more(code, term, len(entries), context) if len(entries) > LISTED else None,
    }


def _more(code: str, term: str, count: int, context: Context) -> View:
    """The way to all of them in the directory."""
    text = context.say("all_in_directory", number=number(count, context.lang))
    return {"text": text, "href": f"{UP}organisations/?country={code}&theme={term}"}


def _organisation(entry: Entry[Organisation], context: Context) -> View:
    """A line of the list: name, place, status and services."""
    record = entry.record
    region = context.regions.get(record.region or "", "")
    place = named(record.city, context.lang) if record.city else {"text": region}
    services = [context.term("services", term) for term in record.services or ()]
    latest = latest_status(entry)
    return {
        "link": context.links.to["organisations"][entry.key],
        "place": place,
        "services": join(services, context.lang),
        "status": {"value": latest, "label": context.term("statuses", latest)},
    }


def _mechanism(entry: Entry[Mechanism], context: Context) -> View:
    link = context.links.to["mechanisms"][entry.key]
    return {**link, "about": context.countries[entry.country]["text"]}


def _event(entry: Entry[Event], context: Context) -> View:
    """A line of the list: title, country, kind and status."""
    record = entry.record
    country = context.countries[entry.country]["text"]
    return {
        **context.links.to["events"][entry.key],
        "about": f"{country} · {context.term('event-kinds', record.kind)}",
        "state": {
            "value": record.status,
            "label": context.term("event-statuses", record.status),
        },
    }
