"""What the question "who can help?" needs of the register: keys, codes and dates, no language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..derived import evidence_level, newest_source, status_by_area
from ..model import Mechanism, Organisation
from ..model.vocabulary import TermEntry
from ..provisions import provisions
from ..publication import PublicRegister
from ..register import Entry

WIDE = ("national", "regional", "international")
"""Scopes that reach the whole country or beyond."""
OLD_AFTER_YEARS = 5
"""Evidence older than this is named as old wherever an organisation is offered."""


@dataclass(frozen=True, slots=True)
class Laws:
    """Laws on a subject; of those only provisions on the concerns, or all where none is named."""

    subject: str
    concerns: list[str]


@dataclass(frozen=True, slots=True)
class Need:
    """A need, and what answers it; see `DrawsOn` in the model."""

    key: str
    themes: list[str]
    services: list[str]
    helpful: list[str]
    topics: list[str]
    laws: list[Laws]


@dataclass(frozen=True, slots=True)
class Helper:
    """An organisation as far as the question goes; "" and [] where nothing is recorded."""

    key: str
    country: str
    region: str
    areas: list[str]
    scope: str
    themes: list[str]
    services: list[str]
    status: str
    """The newest status that is not of one area alone, else the newest of all."""
    status_date: str
    area_statuses: list[list[str]]
    """Area and status, for parts of the country in which it is not active."""
    newest: str
    """The date of the newest evidence: a dated source, or the date that the status speaks of."""
    is_old: bool
    evidence: int
    """The level of evidence, 0 for a single source, in the vocabulary's order."""
    cooperates: bool
    with_prosecution: bool

    @property
    def places(self) -> list[str]:
        """The regions of its seat and of its work."""
        return [code for code in dict.fromkeys([self.region, *self.areas]) if code]


@dataclass(frozen=True, slots=True)
class Meeting:
    """A mechanism."""

    key: str
    country: str
    topics: list[str]
    has_prosecution: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A provision of a law that applies, or waits for its date."""

    id: str
    country: str
    subject: str
    concern: str
    standing: str


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it. `tiles` gives column and row of each region on its country's tile map."""

    needs: list[Need] = field(default_factory=list)
    helpers: list[Helper] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    tiles: dict[str, list[int]] = field(default_factory=dict)


class _Once:
    """The facts of the register last asked for: many pages and documents ask the same."""

    public: PublicRegister | None = None
    facts = Facts()


def facts(public: PublicRegister) -> Facts:
    """What the rules work on, from everything that may be published."""
    if _Once.public is not public:
        _Once.public, _Once.facts = public, _facts(public)
    return _Once.facts


def _facts(public: PublicRegister) -> Facts:
    needs = public.vocabularies.get("needs")
    return Facts(
        needs=[_need(key, term) for key, term in (needs.record.terms if needs else {}).items()],
        helpers=[_helper(public, entry) for _, entry in sorted(public.organisations.items())],
        meetings=[
            _meeting(public, entry)
            for _, entry in sorted(public.mechanisms.items())
            if entry.record.status != "ended"
        ],
        rules=[
            Rule(it.id, it.law.country, it.law.record.subject, it.provision.concerns, it.standing)
            for it in provisions(public)
            if it.standing in ("now", "later")
        ],
        tiles={
            code: list(square)
            for country in public.countries.values()
            for code, square in (country.record.tiles or {}).items()
        },
    )


def _need(key: str, term: TermEntry) -> Need:
    on = term.draws_on
    if on is None:
        return Need(key, [], [], [], [], [])
    themes = on.themes or []
    return Need(
        key,
        themes,
        on.services or [],
        on.helpful or [],
        on.topics or themes,
        [Laws(it.subject, it.concerns or []) for it in on.laws or ()],
    )


def _helper(public: PublicRegister, entry: Entry[Organisation]) -> Helper:
    record, statuses = entry.record, status_by_area(entry)
    status = statuses.get("") or max(statuses.values(), key=lambda it: it.as_of or "")
    newest = max(newest_source(entry), status.as_of or "")
    partners = list(_partners(public, entry))
    return Helper(
        key=entry.key,
        country=entry.country,
        region=record.region or "",
        areas=list(record.areas_served or ()),
        scope=record.scope or "",
        themes=list(record.themes),
        services=list(record.services or ()),
        status=status.value,
        status_date=status.as_of or "",
        area_statuses=[
            [area, it.value] for area, it in statuses.items() if area and it.value != "active"
        ],
        newest=newest,
        is_old=not newest or int(newest[:4]) < public.today.year - OLD_AFTER_YEARS,
        evidence=list(public.vocabularies["evidence-levels"].record.terms).index(
            evidence_level(entry)
        ),
        cooperates=bool(partners),
        with_prosecution="prosecution" in partners,
    )


def _partners(public: PublicRegister, entry: Entry[Organisation]) -> Iterable[str]:
    """The kinds of official body that it works together with; "" for one without a record."""
    kinds = public.vocabularies["relation-kinds"].record.terms
    for relation in entry.record.authority_relations or ():
        if (kinds[relation.kind].attributes or {}).get("stance") == "cooperative":
            for key in relation.authorities or ():
                yield public.authorities[key].record.kind
            if not relation.authorities:
                yield ""


def _meeting(public: PublicRegister, entry: Entry[Mechanism]) -> Meeting:
    bodies = [public.authorities[key].record.kind for key in entry.record.authorities or ()]
    topics = list(entry.record.crime_topics or ())
    return Meeting(entry.key, entry.country, topics, "prosecution" in bodies)
