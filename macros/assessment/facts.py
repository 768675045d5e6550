"""The facts that indicators count: each with its kind, its date and the source it was seen in."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Organisation
from ..model.organisation import Achievement, Project, Relation
from ..publication import PublicRegister
from ..register import Entry


@dataclass(frozen=True, slots=True)
class Fact:
    """One item of a record, as far as indicators ask about it."""

    field: str
    place: int
    """Its position in the field."""
    kind: str
    """The term that it is of, such as a kind of relation; empty for fields without terms."""
    source: str = ""
    """The one source it was seen in; empty where it rests on all sources taken together."""
    year: int = 0
    """The latest year it is dated to; 0 where no source dates it."""
    stance: str = ""
    authority_kinds: frozenset[str] = frozenset()
    status: str = ""


def facts(entry: Entry[Organisation], public: PublicRegister) -> list[Fact]:
    """Every fact of an organisation's record that an indicator may count."""
    record = entry.record
    found = [_project(place, it) for place, it in enumerate(record.projects or ())]
    found += [_achievement(place, it) for place, it in enumerate(record.achievements or ())]
    relations = enumerate(record.authority_relations or ())
    found += [_relation(place, it, public) for place, it in relations]
    for place, capacity in enumerate(record.capacities or ()):
        found.append(Fact("capacities", place, capacity.area, capacity.source or ""))
    for place, sponsor in enumerate(record.sponsors or ()):
        found.append(Fact("sponsors", place, sponsor.kind or "", sponsor.source or ""))
    for field in ("services", "areas_served", "languages"):
        terms = enumerate(getattr(record, field) or ())
        found += [Fact(field, place, term) for place, term in terms]
    return found


def mechanism_facts(public: PublicRegister) -> dict[str, list[Fact]]:
    """By organisation: the mechanisms that name it. They rest on sources of their own."""
    found: dict[str, list[Fact]] = {}
    for place, mechanism in enumerate(public.mechanisms.values()):
        for key in dict.fromkeys(mechanism.record.participants or ()):
            found.setdefault(key, []).append(Fact("mechanisms", place, mechanism.record.kind))
    return found


def _project(place: int, it: Project) -> Fact:
    year = _year(it.end, it.year, it.start)
    return Fact("projects", place, "", it.source or "", year, status=it.status or "")


def _achievement(place: int, it: Achievement) -> Fact:
    return Fact("achievements", place, "", it.source or "", _year(it.year))


def _relation(place: int, it: Relation, public: PublicRegister) -> Fact:
    term = public.vocabularies["relation-kinds"].record.terms[it.kind]
    return Fact(
        "authority_relations",
        place,
        it.kind,
        it.source or "",
        _year(it.until, it.year, it.since),
        (term.attributes or {}).get("stance", ""),
        frozenset(public.authorities[key].record.kind for key in it.authorities or ()),
    )


def _year(*dates: str | None) -> int:
    return max((int(date[:4]) for date in dates if date), default=0)
