"""The questionnaire on the site, and the follow-up: what is due, and who asks whom next."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...collection.form import only_form
from ...collection.paper import as_data, paper
from ...followup import Due, follow_up
from ...text import date, number
from ...words import words
from .common import Place


def questionnaire(place: Place) -> str:
    """Every question with its hints, choices and rules; nothing where there is no questionnaire."""
    if not place.public.questionnaire:
        return ""
    form = only_form(place.public)
    printed = as_data(paper(form, place.lang))
    count = sum(it.item.type not in ("group", "note") for it in form.questions)
    wording = words("collection", place.lang)
    said = wording["questions_count"].format(n=number(count, place.lang))
    return place.block("questionnaire", form=printed, count=said, words=wording)


def due(place: Place) -> str:
    """What is to be verified next, by country, with who asks whom."""
    today, wording = place.public.today, words("collection", place.lang)
    every = [it for it in follow_up(place.public.organisations.values()) if it.is_due(today)]
    countries = [
        {
            "name": place.country(code),
            "count": wording["records_due"].format(n=number(len(rows), place.lang)),
            "steps": _steps(rows, place),
            "rows": [_row(it, place) for it in rows],
        }
        for code in sorted(place.public.countries, key=place.country)
        if (rows := [it for it in every if it.entry.country == code])
    ]
    return place.block("due", countries=countries, words=wording)


def _steps(rows: list[Due], place: Place) -> list[dict[str, str]]:
    """The same next step once, with the number of records that wait for it."""
    counts = Counter(it.who_asks(place.lang) for it in rows)
    return [
        {"by": by, "asks": asks, "step": step, "count": number(count, place.lang)}
        for (by, asks, step), count in counts.most_common()
    ]


def _row(it: Due, place: Place) -> dict[str, Any]:
    stage = str(it.entry.record.collection.stage)
    last = date(it.last_verified, place.lang) if it.last_verified else ""
    return place.link(it.entry) | {
        "stage": place.label("collection-stages", stage),
        "last": last or words("collection", place.lang)["never"],
        "step": it.who_asks(place.lang)[2],
    }
