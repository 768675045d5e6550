"""What the finder's page loads: facts for the rules, and the words of one language, as JSON."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from ..provisions import provisions
from ..publication import PublicRegister
from ..text import date, pick, sort_key
from ..tiles import lines
from .facts import Facts, facts
from .rules import rank_of
from .texts import Texts


def page_data(public: PublicRegister, lang: str) -> str:
    """The whole of it for a language; what is empty is left out."""
    known, texts = facts(public), Texts(public, lang)
    found = {
        "today": date(public.today.isoformat(), lang),
        "facts": known,
        "words": texts.words,
        "labels": _labels(texts),
        "countries": _countries(texts),
        "lines": {code: lines(name) for code, name in texts.regions().items()},
        "organisations": _organisations(texts, known),
        "mechanisms": {it.key: texts.mechanism(it.key) for it in known.meetings},
        "provisions": _provisions(texts, known),
    }
    filled = _filled(found)
    return json.dumps(filled, ensure_ascii=False, separators=(",", ":"), default=_fields)


def _fields(it: Any) -> dict[str, Any]:
    """A fact as JSON writes it."""
    return {field.name: getattr(it, field.name) for field in fields(it)}


def _labels(texts: Texts) -> dict[str, dict[str, str]]:
    names = ("needs", "themes", "services", "scopes", "statuses")
    return {name: texts.labels(name) for name in names} | {"areas": texts.areas()}


def _countries(texts: Texts) -> list[dict[str, Any]]:
    """Countries and their regions, in the order of their names."""
    found = []
    for code, country in texts.public.countries.items():
        regions = {key: pick(name, texts.lang) for key, name in country.record.regions.items()}
        in_order = dict(sorted(regions.items(), key=lambda pair: sort_key(pair[1])))
        name = pick(country.record.names, texts.lang)
        found.append({"code": code, "name": name, "regions": in_order})
    return sorted(found, key=lambda it: sort_key(str(it["name"])))


def _organisations(texts: Texts, known: Facts) -> dict[str, Any]:
    entries = texts.public.organisations
    return {it.key: texts.organisation(entries[it.key], it.newest) for it in known.helpers}


def _provisions(texts: Texts, known: Facts) -> dict[str, Any]:
    """Only provisions that bear on some need."""
    wanted = {
        rule.id
        for rule in known.rules
        if any(rank_of(rule, need) is not None for need in known.needs)
    }
    return {it.id: texts.provision(it) for it in provisions(texts.public) if it.id in wanted}


def _filled(value: Any) -> Any:
    """A value without the texts and lists of texts that are empty; facts keep their form."""
    if isinstance(value, dict):
        kept = {key: _filled(it) if key != "facts" else it for key, it in value.items()}
        return {key: it for key, it in kept.items() if it not in ("", [], {})}
    return [_filled(it) for it in value] if isinstance(value, list) else value
