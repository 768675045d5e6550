"""Invented organisations with as many sources and facts as a test asks for."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from macros.checks import check
from macros.publication import PublicRegister, publish
from macros.register import load

from .conftest import DATA, ROOT

Record = dict[str, Any]


def organisation(
    sources: int = 3, projects: int = 0, achievements: int = 0, capacities: int = 0, **more: Any
) -> Record:
    """A record whose facts rest on its sources in turn, the first of them its own website."""
    names = [f"s{number}" for number in range(1, sources + 1)]

    def at(index: int) -> str:
        return names[index % len(names)]

    areas = ("legal", "training", "outreach", "monitoring", "research", "shelter", "medical")
    record: Record = {
        "names": {"en": "Lantern Centre"},
        "region": "XA-N",
        "status": [{"value": "active", "source": "s1"}],
        "themes": ["victim-support"],
        "projects": [
            {"title": {"en": f"Project {n}"}, "year": "2020", "source": at(n)}
            for n in range(projects)
        ],
        "achievements": [
            {"summary": {"en": f"Result {n}"}, "year": "2021", "source": at(n)}
            for n in range(achievements)
        ],
        "capacities": [
            {"area": areas[n], "summary": {"en": f"Skill {n}"}, "source": at(n)}
            for n in range(capacities)
        ],
        "sources": {
            name: {
                "kind": "website" if name == "s1" else "news",
                "title": f"Title {name}",
                "date": "2022",
                "supports": ["names"],
            }
            for name in names
        },
        "collection": {"stage": "documented", "last_verified": "2025-12"},
    }
    return {key: value for key, value in (record | more).items() if value not in ([], None)}


def relation(kind: str, source: str = "s1", authority: str = "xa-public-prosecution") -> Record:
    """A relation of a kind with an official body."""
    return {
        "authorities": [authority],
        "kind": kind,
        "year": "2020",
        "summary": {"en": f"Invented {kind}"},
        "source": source,
    }


def register(
    home: Path, organisations: dict[str, Record], assessment: dict[str, Any] | None = None
) -> PublicRegister:
    """The public register of invented organisations, with the real vocabularies and settings."""
    data = home / "data"
    shutil.rmtree(data, ignore_errors=True)
    shutil.copytree(ROOT / "data" / "vocabularies", data / "vocabularies")
    for folder in ("countries", "authorities"):
        shutil.copytree(DATA / folder, data / folder)
    for path in (data / "countries").glob("*.yml"):
        text = path.read_text("utf-8")
        lines = [line for line in text.splitlines() if not line.startswith("expected")]
        path.write_text("\n".join(lines) + "\n", "utf-8")
    settings = yaml.safe_load((ROOT / "data" / "assessment.yml").read_text("utf-8"))
    _write(data / "assessment.yml", settings | (assessment or {}))
    for key, record in organisations.items():
        country, slug = key.split("-", 1)
        _write(data / "organisations" / country / f"{slug}.yml", record)
    found = load(str(home))
    problems = check(found)
    errors = [it for it in problems if it.is_error]
    assert not errors, [(it.path, it.where, it.message()) for it in errors]
    return publish(found, problems)


def _write(path: Path, record: Record) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = yaml.safe_dump(record, allow_unicode=True, sort_keys=False)
    path.write_text(text, "utf-8")
