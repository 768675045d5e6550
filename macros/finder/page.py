"""What the finder's page loads: facts for the rules, and the words of one language, as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import fields
from typing import Any

from ..provisions import provisions
from ..publication import PublicRegister
from ..text import date, pick, sort_key
from ..tiles import lines
from .facts import Facts, Need, Rule, facts
from .rules import rank_of
from .texts import Texts


def page_data(public: PublicRegister, lang: str) -> str:
    """What is the same for all countries, for a language; what is empty is left out."""
    known, texts = facts(public), Texts(public, lang)
    return _json(
        {
            "today": date(public.today.isoformat(), lang),
            "facts": {"needs": known.needs, "tiles": known.tiles},
            "words": texts.words,
            "labels": _labels(texts),
            "countries": _countries(texts),
            "lines": {code: lines(name) for code, name in texts.regions().items()},
        }
    )


def country_data(public: PublicRegister, lang: str, code: str) -> str:
    """All that the answers about a country rest on."""
    known, texts = facts(public), Texts(public, lang)
    own = Facts(
        helpers=[it for it in known.helpers if it.country == code],
        meetings=[it for it in known.meetings if it.country == code],
        rules=[it for it in known.rules if it.country == code],
    )
    return _json(
        {
            "facts": {"helpers": own.helpers, "meetings": own.meetings, "rules": own.rules},
            "organisations": _organisations(texts, own),
            "mechanisms": {it.key: texts.mechanism(it.key) for it in own.meetings},
            "provisions": _provisions(texts, own.rules, known.needs),
        }
    )


def country_file(code: str) -> str:
    """The name of a country's file."""
    return f"finder-{code}.json"


def _json(found: dict[str, Any]) -> str:
    return json.dumps(_filled(found), ensure_ascii=False, separators=(",", ":"), default=_fields)


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
        file = country_file(code)
        found.append({"code": code, "name": name, "regions": in_order, "file": file})
    return sorted(found, key=lambda it: sort_key(str(it["name"])))


def _organisations(texts: Texts, known: Facts) -> dict[str, Any]:
    entries = texts.public.organisations
    return {it.key: texts.organisation(entries[it.key], it.newest) for it in known.helpers}


def _provisions(texts: Texts, rules: Iterable[Rule], needs: Sequence[Need]) -> dict[str, Any]:
    """Those of the rules that bear on some need."""
    wanted = {it.id for it in rules if any(rank_of(it, need) is not None for need in needs)}
    return {it.id: texts.provision(it) for it in provisions(texts.public) if it.id in wanted}


def _filled(value: Any) -> Any:
    """A value without the texts and lists of texts that are empty; facts keep their form."""
    if isinstance(value, dict):
        kept = {key: _filled(it) if key != "facts" else it for key, it in value.items()}
        return {key: it for key, it in kept.items() if it not in ("", [], {})}
    return [_filled(it) for it in value] if isinstance(value, list) else value
