"""Records of invented countries: the same seed and size give the same ones.

Fields and lengths follow the shares that the shipped records had when this was written (3.4 kB and
90 lines an organisation). Every name is invented.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.text import LANGUAGES
from macros.translations import fingerprint_of

CODES = ("xa", "xb", "xc", "xd")
REGIONS = 12
TRANSLATED = 0.25
"""Share of organisations that are typed in one language and translated beside."""

VERIFIED = 0.5
"""Share of organisations without a warning that they were never verified."""

Text = dict[str, str]
Record = dict[str, Any]
WORDS: dict[str, list[list[str]]] = json.loads(
    Path(__file__).with_suffix(".json").read_text(encoding="utf-8")
)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes records: chance, the terms of every vocabulary, and the number of bodies a country."""

    rng: random.Random
    terms: dict[str, list[str]]
    bodies: int

    def some(self, name: str, least: int, most: int) -> list[str]:
        """A few different terms of a vocabulary."""
        known = self.terms[name]
        return self.rng.sample(known, min(len(known), self.rng.randint(least, most)))

    def one(self, name: str) -> str:
        """A term of a vocabulary."""
        return self.rng.choice(self.terms[name])

    def chance(self, share: float) -> bool:
        """Whether something is so in this record."""
        return self.rng.random() < share

    def sentence(self, parts: int = 3) -> Text:
        """What somebody does, in every language."""
        pieces = ("actions", "objects", "circumstances")[:parts]
        return text(*(self.rng.choice(WORDS[piece]) for piece in pieces))

    def region(self, code: str) -> str:
        """One of the country's regions."""
        return f"{code.upper()}-{self.rng.randint(1, REGIONS):02d}"

    def year(self, first: int, last: int) -> str:
        """A year between two."""
        return str(self.rng.randint(first, last))

    def body(self, code: str) -> str:
        """The key of an official body of the country."""
        return f"{code}-body-{self.rng.randrange(self.bodies)}"

    def source(self, kind: str, supports: list[str]) -> Record:
        """A source with its address."""
        name = f"{self.rng.randrange(16**6):06x}"
        return {
            "kind": kind,
            "title": f"Document {name}",
            "publisher": " ".join(pick[0] for pick in (self.rng.choice(WORDS["towns"]), ["Press"])),
            "url": f"https://press.example.org/{name}",
            "date": f"{self.year(2021, 2025)}-{self.rng.randint(1, 9):02d}",
            "supports": supports,
        }


def text(*parts: list[str]) -> Text:
    """Words joined, in every language."""
    return {lang: " ".join(part[i] for part in parts) for i, lang in enumerate(LANGUAGES)}


def records(terms: dict[str, list[str]], size: int, seed: int) -> Iterator[tuple[str, Record]]:
    """Every record of the register: its path below `data/` without ending, and its content."""
    make = Maker(random.Random(seed), terms, 20 + size // 400)
    for index, code in enumerate(CODES):
        regions = {f"{code.upper()}-{n + 1:02d}": text(WORDS["towns"][n]) for n in range(REGIONS)}
        yield f"countries/{code}", {"names": text(WORDS["countries"][index]), "regions": regions}
        for number in range(make.bodies):
            yield f"authorities/{code}/body-{number}", _authority(make, code, number)
        for number in range(15):
            yield f"legislation/{code}/law-{number}", _law(make, number)
        for number in range(10):
            yield f"mechanisms/{code}/desk-{number}", _mechanism(make, code, number)
    for number in range(size):
        yield from _organisation(make, number)


def _authority(make: Maker, code: str, number: int) -> Record:
    kinds = ("prosecution", "ministry", "police", "court")
    town = WORDS["towns"][number // len(kinds) % len(WORDS["towns"])]
    return {
        "names": text(WORDS["bodies"][number % len(kinds)], town, _numeral(number // 80)),
        "kind": kinds[number % len(kinds)],
        "region": make.region(code),
        "mandate": make.sentence(),
        "sources": {"s1": make.source("official", ["names", "mandate"])},
    }


def _numeral(number: int) -> list[str]:
    return [str(number + 1)] * len(LANGUAGES)


def _law(make: Maker, number: int) -> Record:
    rules = [
        {
            "article": make.year(1, 90),
            "effect": make.one("effects"),
            "concerns": make.one("concerns"),
            "summary": make.sentence(),
            "source": "s1",
        }
        for _ in range(make.rng.randint(2, 5))
    ]
    return {
        "titles": text(WORDS["laws"][number % len(WORDS["laws"])], _numeral(number)),
        "number": f"{number + 1}-{make.year(60, 99)}",
        "year": make.year(1960, 2020),
        "subject": make.one("law-subjects"),
        "in_force": [{"value": "in-force", "from": "2021", "source": "s1"}],
        "provisions": rules,
        "sources": {"s1": make.source("law", ["titles"])},
    }


def _mechanism(make: Maker, code: str, number: int) -> Record:
    return {
        "names": text(WORDS["mechanisms"][number % 2], WORDS["towns"][number // 2]),
        "kind": make.one("mechanism-kinds"),
        "since": make.year(1990, 2022),
        "authorities": [make.body(code)],
        "cso_role": make.sentence(),
        "crime_topics": make.some("themes", 1, 3),
        "summary": make.sentence(),
        "sources": {"s1": make.source("official", ["names"])},
    }


def _organisation(make: Maker, number: int) -> Iterator[tuple[str, Record]]:
    code, (names, slug) = CODES[number % len(CODES)], _names(number // len(CODES))
    record: Record = {"names": names}
    if make.chance(0.7):
        record["acronym"] = "".join(make.rng.choices("ABCDEFGHILMNOPRST", k=4))
    record |= {"city": text(make.rng.choice(WORDS["towns"])), "region": make.region(code)}
    record["scope"] = make.one("scopes")
    if make.chance(0.5):
        record["website"] = f"https://{slug}.example.org"
    founded = make.year(1970, 2018)
    record |= {
        "founded": [{"value": founded, "event": "founded", "source": "s1"}],
        "legal_form": make.one("legal-forms"),
        "status": [{"value": _status(make), "as_of": make.year(2019, 2025), "source": "s1"}],
        "themes": make.some("themes", 2, 5),
        "services": make.some("services", 1, 4),
        "activities": [make.sentence() for _ in range(make.rng.randint(2, 5))],
        **_work(make, code),
        "sources": {
            "s1": make.source("official", ["activities", "services", "capacities"]),
            "s2": make.source("news", ["projects", "sponsors"]),
            "s3": make.source("website", ["names"]),
        },
        "collection": {"stage": "documented"},
    }
    if make.chance(VERIFIED):
        record["collection"]["last_verified"] = "2025-11"
    path = f"organisations/{code}/{slug}"
    yield from _apart(path, record) if make.chance(TRANSLATED) else ((path, record),)


def _names(number: int) -> tuple[Text, str]:
    """A name that no other organisation of the country has, and its slug."""
    parts, rest = [], number
    for piece in ("forms", "images", "purposes", "towns"):
        rest, at = divmod(rest, len(WORDS[piece]))
        parts.append(WORDS[piece][at])
    slug = "-".join(part[0] for part in (parts[1], parts[0])).lower().replace(" ", "-")
    return text(*parts), f"{slug}-{number}"


def _status(make: Maker) -> str:
    return make.rng.choices(["active", "unknown", "closed"], [90, 8, 2])[0]


def _work(make: Maker, code: str) -> Record:
    return {
        "sponsors": [
            {"name": f"{make.rng.choice(WORDS['images'])[0]} Fund", "source": "s2"}
            for _ in range(make.rng.randint(0, 2))
        ]
        or [{"name": "Own members", "source": "s2"}],
        "projects": [
            {
                "title": make.sentence(2),
                "start": make.year(2012, 2018),
                "end": make.year(2019, 2024),
                "themes": make.some("themes", 1, 2),
                "summary": make.sentence(),
                "source": "s2",
            }
            for _ in range(make.rng.randint(1, 3))
        ],
        "authority_relations": [
            {
                "authorities": [make.body(code)],
                "kind": make.one("relation-kinds"),
                "since": make.year(2010, 2024),
                "summary": make.sentence(),
                "source": "s1",
            }
            for _ in range(make.rng.randint(1, 3))
        ],
        "capacities": [
            {"area": make.one("capacity-areas"), "summary": make.sentence(), "source": "s1"}
            for _ in range(2)
        ],
    }


def _apart(path: str, record: Record) -> Iterator[tuple[str, Record]]:
    """The record with its activities in one language, and their translations beside it."""
    first, *others = LANGUAGES
    texts = record["activities"]
    yield path, record | {"activities": [{first: it[first]} for it in texts]}
    for lang in others:
        made = {
            f"activities.{at}": {"from": fingerprint_of({first: it[first]}), "text": it[lang]}
            for at, it in enumerate(texts)
        }
        yield (
            f"translations/{lang}/{path}",
            {"state": "translated", "date": "2025-10-01", "texts": made},
        )
