"""Counts anew, from the YAML files alone: nothing here uses the code that it checks.

`recount_database.py` takes the same records from the exported database: every count is made twice.
Each function takes the raw records and a country (or `None` for all) and returns the numbers that a
sentence of the report, or the table of a chart, must state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]
OWN = ("website", "interview", "questionnaire")


@dataclass(frozen=True)
class Raw:
    """Records as typed, every value a text, by key."""

    organisations: dict[str, Record]
    laws: dict[str, Record]
    mechanisms: dict[str, Record]
    authorities: dict[str, Record]
    countries: dict[str, Record]
    vocabularies: dict[str, Record]
    assessment: Record
    day: str
    """The day of the build (ISO 8601)."""
    events: dict[str, Record]
    plans: dict[str, Record]
    practices: dict[str, Record]
    findings: dict[str, Record]

    @property
    def year(self) -> int:
        return int(self.day[:4])

    def orgs(self, country: str | None) -> dict[str, Record]:
        return {k: r for k, r in self.organisations.items() if country in (None, k[:2])}

    def of(self, records: dict[str, Record], country: str | None) -> dict[str, Record]:
        return {k: r for k, r in records.items() if country in (None, k[:2])}


def load(data: Path, day: str) -> Raw:
    def read(path: Path) -> Record:
        record: Record = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
        return record

    def kind(name: str) -> dict[str, Record]:
        files = sorted((data / name).glob("*/*.yml"))
        return {f"{path.parent.name}-{path.stem}": read(path) for path in files}

    def flat(name: str) -> dict[str, Record]:
        return {path.stem: read(path) for path in sorted((data / name).glob("*.yml"))}

    return Raw(
        kind("organisations"), kind("legislation"), kind("mechanisms"), kind("authorities"),
        flat("countries"), flat("vocabularies"), read(data / "assessment.yml"), day,
        kind("events"), flat("action-plans"), flat("practices"), flat("findings"),
    )  # fmt: skip


# What single records say


def items(records: dict[str, Record], field: str) -> Iterator[tuple[str, Record]]:
    for key, record in records.items():
        for item in record.get(field, []):
            yield key, item


def status(record: Record) -> str:
    history = list(enumerate(record["status"]))
    return str(max(history, key=lambda it: (it[1].get("as_of", ""), it[0]))[1]["value"])


def stage(record: Record) -> str:
    return str(record["collection"]["stage"])


def founded(record: Record) -> int | None:
    claims = record.get("founded", [])
    claims = [{"value": claims}] if isinstance(claims, str) else claims
    return min((int(claim["value"][:4]) for claim in claims), default=None)


def latest(item: Record, *names: str) -> int | None:
    return max((int(item[name][:4]) for name in names if name in item), default=None)


def stance(raw: Raw, relation: Record) -> str:
    term = raw.vocabularies["relation-kinds"]["terms"][relation["kind"]]
    return str(term.get("attributes", {}).get("stance", ""))


def topic(raw: Raw, theme: str) -> str:
    term = raw.vocabularies["themes"]["terms"][theme]
    return str(term.get("attributes", {}).get("topic", ""))


def regions(record: Record) -> set[str]:
    seat = {record["region"]} if "region" in record else set()
    return seat | set(record.get("areas_served", []))


def level(record: Record) -> str:
    if record["collection"]["stage"] in ("answered", "interviewed", "confirmed"):
        return "confirmed"
    kinds = [source["kind"] for source in record["sources"].values()]
    if len(kinds) < 2:
        return "single"
    return "independent" if any(kind != "website" for kind in kinds) else "several"


def newest(record: Record) -> int | None:
    dates = [source["date"] for source in record["sources"].values() if "date" in source]
    return int(max(dates)[:4]) if dates else None


def n_with(records: dict[str, Record], field: str) -> int:
    return sum(field in record for record in records.values())


def n_having(records: dict[str, Record], field: str, *terms: str) -> int:
    return sum(any(term in record.get(field, []) for term in terms) for record in records.values())


def terms(raw: Raw, country: str | None, field: str, vocabulary: str) -> Counter[str]:
    counts = Counter(term for r in raw.orgs(country).values() for term in r.get(field, []))
    return Counter({term: counts[term] for term in raw.vocabularies[vocabulary]["terms"]})


def all_regions(raw: Raw, country: str | None) -> list[str]:
    return [
        code for key, r in raw.countries.items() if country in (None, key) for code in r["regions"]
    ]


def present(raw: Raw, country: str | None) -> Counter[str]:
    counts = Counter(code for r in raw.orgs(country).values() for code in regions(r))
    return Counter({code: counts[code] for code in all_regions(raw, country)})


# Relations

Test = Callable[[Raw, Record], bool]


def relations(
    raw: Raw, country: str | None, test: Test = lambda raw, it: True, among: set[str] | None = None
) -> list[tuple[str, Record]]:
    found = items(raw.orgs(country), "authority_relations")
    return [(k, it) for k, it in found if test(raw, it) and (among is None or k in among)]


def of_kind(kind: str) -> Test:
    return lambda raw, it: it["kind"] == kind


def of_stance(wanted: str) -> Test:
    return lambda raw, it: stance(raw, it) == wanted


def with_prosecution(raw: Raw, it: Record) -> bool:
    bodies = (raw.authorities[key] for key in it.get("authorities", []))
    return any(body["kind"] == "prosecution" for body in bodies)


def both(*tests: Test) -> Test:
    return lambda raw, it: all(test(raw, it) for test in tests)


def dated(raw: Raw, country: str | None, wanted: str, first: int, last: int) -> int:
    years = [
        int((it.get("year") or it.get("since") or "0")[:4])
        for _, it in relations(raw, country, of_stance(wanted))
    ]
    return sum(first <= year <= last for year in years)


# Links between organisations and official bodies


def links(raw: Raw, country: str | None) -> set[tuple[str, str]]:
    found = {
        (key, body)
        for key, it in items(raw.orgs(country), "authority_relations")
        for body in it.get("authorities", [])
    }
    for mechanism in raw.mechanisms.values():
        for key in mechanism.get("participants", []):
            if key in raw.orgs(country):
                found |= {(key, body) for body in mechanism.get("authorities", [])}
    return found


def alone(raw: Raw, country: str | None) -> int:
    linked = {key for key, _ in links(raw, country)}
    for key, umbrella in items(raw.orgs(country), "member_of"):
        linked |= {key, str(umbrella)}
    return sum(key not in linked for key in raw.orgs(country))


# Law


def in_force(law: Record, day: str) -> bool:
    """Whether a law applies in any part of its country on a day (ISO 8601)."""

    def past(date: str) -> bool:
        return date <= day[: len(date)]

    found = False
    for area in {step.get("area") for step in law.get("in_force", [])}:
        steps = [step for step in law["in_force"] if step.get("area") == area]
        begun = [it for it in steps if "from" not in it or past(it["from"])]
        lasting = [it for it in begun if "until" not in it or not past(it["until"])]
        if lasting:
            newest = max(it.get("from", "") for it in lasting)
            last = [it for it in lasting if it.get("from", "") == newest][-1]
            found = found or last["value"] == "in-force"
    return found


def standing(raw: Raw, country: str | None) -> list[Record]:
    laws = raw.of(raw.laws, country).values()
    return [rule for law in laws if in_force(law, raw.day) for rule in law.get("provisions", [])]


def effects(raw: Raw, country: str | None) -> dict[str, int]:
    rules = standing(raw, country)
    counts = Counter(rule["effect"] for rule in rules)
    names = raw.vocabularies["effects"]["terms"]
    return {name: counts[name] for name in names} | {"total": len(rules)}


# Support


def sponsors(raw: Raw, country: str | None) -> dict[str, set[str]]:
    """Bare names of sponsors, without remarks in brackets, by organisation."""
    found: dict[str, set[str]] = {}
    for key, it in items(raw.orgs(country), "sponsors"):
        name = it["name"]
        while "(" in name and ")" in name[name.rindex("(") :]:
            start = name.rindex("(")
            name = name[:start].rstrip() + name[name.index(")", start) + 1 :]
        found.setdefault(key, set()).add(name.strip())
    return found


# Assessment


def assessable(raw: Raw, country: str | None, dimension: str) -> tuple[int, Counter[str]]:
    """How many are assessable, and by reason how many are not."""
    rules = raw.assessment["dimensions"][dimension]
    reasons: Counter[str] = Counter()
    n = 0
    for key, record in raw.orgs(country).items():
        facts = {
            fact for it in rules["indicators"].values() for fact in counted(raw, key, record, it)
        }
        if status(record) in raw.assessment["left_out"]:
            reasons["left-out"] += 1
        elif len(used(record)) < int(raw.assessment["minimum_sources"]):
            reasons["too-few-sources"] += 1
        elif len(facts) < int(rules["minimum_facts"]):
            reasons["too-few-facts"] += 1
        else:
            n += 1
    return n, reasons


def used(record: Record) -> set[str]:
    """Sources that an item names or that say what they support."""
    found = {name for name, source in record["sources"].items() if "supports" in source}
    for value in record.values():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict) and isinstance(item.get("source"), str):
                found.add(item["source"])
    return found


def counted(raw: Raw, key: str, record: Record, rule: Record) -> Iterator[tuple[str, int]]:
    """The facts that an indicator counts: their field and place."""
    for field in rule["counts"]:
        if field == "mechanisms":
            for place, name in enumerate(raw.mechanisms):
                if key in raw.mechanisms[name].get("participants", []):
                    yield field, place
            continue
        for place, item in enumerate(record.get(field, [])):
            if fits(raw, record, rule, item):
                yield field, place


def fits(raw: Raw, record: Record, rule: Record, item: Any) -> bool:
    if "stances" in rule and stance(raw, item) not in rule["stances"]:
        return False
    if "authority_kinds" in rule:
        kinds = {raw.authorities[body]["kind"] for body in item.get("authorities", [])}
        if not kinds & set(rule["authority_kinds"]):
            return False
    if "project_statuses" in rule and item.get("status") not in rule["project_statuses"]:
        return False
    if "by_others" in rule:
        source = record["sources"].get(item.get("source", ""), {})
        if source.get("kind", "website") in raw.assessment["own_sources"]:
            return False
    if "within_years" in rule:
        year = latest(item, "end", "until", "year", "since", "start") or 0
        return year > raw.year - int(rule["within_years"])
    return True
