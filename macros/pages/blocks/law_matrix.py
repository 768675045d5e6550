"""The comparison of the countries: concerns by country and effect, down to the provisions."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ...provisions import Placed, provisions
from ...text import date, number
from ...words import words
from .common import Place
from .directory import _countries
from .law import SHOWN, row

FILE = "provisions.csv"
"""All provisions as a table beside the page; see `pages/provision_table.py`."""


def law_matrix(place: Place) -> str:
    """The matrix, a file to download, and every provision below its cell."""
    found = [it for it in provisions(place.public) if it.standing in SHOWN]
    countries = _countries(place)
    said = words("law", place.lang)
    day = date(place.public.today.isoformat(), place.lang)
    return place.block(
        "law-matrix",
        countries=[{"key": it, "name": place.country(it)} for it in countries],
        rows=_rows(place, found, countries),
        totals=_cells(place, "", found, countries),
        note=said["matrix_note"].format(date=day),
        concerns=_lists(place, found, countries),
        file=f"{place.base}legislation/{FILE}",
        words=said,
    )


def _concerns(place: Place) -> list[str]:
    return list(place.public.vocabularies["concerns"].record.terms)


def _rows(place: Place, found: list[Placed], countries: list[str]) -> list[dict[str, Any]]:
    return [
        {
            "key": concern,
            "label": place.label("concerns", concern),
            "cells": _cells(place, concern, found, countries),
        }
        for concern in _concerns(place)
    ]


def _cells(
    place: Place, concern: str, found: list[Placed], countries: list[str]
) -> list[dict[str, Any]]:
    """For each country: how many provisions in force have which effect, on any concern if none."""
    cells = []
    for country in countries:
        count = Counter(
            it.provision.effect
            for it in found
            if it.law.country == country
            and it.standing == "now"
            and concern in ("", it.provision.concerns)
        )
        effects = [
            {"key": key, "label": place.label("effects", key), "n": number(count[key], place.lang)}
            for key in place.public.vocabularies["effects"].record.terms
            if count[key]
        ]
        cells.append({"country": country, "effects": effects})
    return cells


def _lists(place: Place, found: list[Placed], countries: list[str]) -> list[dict[str, Any]]:
    """The provisions of each concern, country by country."""
    return [
        {
            "key": concern,
            "label": place.label("concerns", concern),
            "about": place.text(
                place.public.vocabularies["concerns"].record.terms[concern].definition
            ),
            "countries": [
                {"key": country, "name": place.country(country), "rows": rows}
                for country in countries
                if (rows := _of(place, found, concern, country))
            ],
        }
        for concern in _concerns(place)
    ]


def _of(place: Place, found: list[Placed], concern: str, country: str) -> list[dict[str, Any]]:
    return [
        row(place, it)
        for it in found
        if it.law.country == country and it.provision.concerns == concern
    ]
