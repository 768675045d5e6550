"""The one gate: what each record's consent and exposure let through, and nothing else.

Everything that is published takes a `PublicRegister`. What is withheld is not in it, so no page,
chart or export can reach it.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from .model import (
    KINDS,
    OWN_KINDS,
    ActionPlan,
    Assessment,
    Authority,
    Country,
    Crime,
    Event,
    Finding,
    Instrument,
    Law,
    Mechanism,
    Module,
    Organisation,
    Practice,
    Questionnaire,
    Vocabulary,
    places,
    values_at,
)
from .problems import Loc, Problem
from .register import Entry, Register
from .translations import TextCounts, complete, counts

NEVER_PUBLISHED = ("notes", "participation")
CONTACT_FIELDS = ("contact", "website")
PLACE_FIELDS = ("city", "region_note", "areas_served", "branches", "registrations")
NAME_ONLY_FIELDS = ("names", "acronym", "themes", "status", "collection", "publication", "sources")
"""What exposure `name-only` leaves; model and templates need a status, themes and sources."""
ABOUT_ONE = frozenset(("rests_on", "invited"))
"""Lists whose items each speak of one record only."""


@dataclass(frozen=True, slots=True)
class PublicRegister:
    """Every record as it may be published, by kind and key, with its warnings."""

    today: datetime.date
    organisations: dict[str, Entry[Organisation]]
    authorities: dict[str, Entry[Authority]]
    legislation: dict[str, Entry[Law]]
    mechanisms: dict[str, Entry[Mechanism]]
    modules: dict[str, Entry[Module]]
    events: dict[str, Entry[Event]]
    action_plans: dict[str, Entry[ActionPlan]]
    practices: dict[str, Entry[Practice]]
    instruments: dict[str, Entry[Instrument]]
    findings: dict[str, Entry[Finding]]
    crimes: dict[str, Entry[Crime]]
    countries: dict[str, Entry[Country]]
    vocabularies: dict[str, Entry[Vocabulary]]
    assessment: dict[str, Entry[Assessment]]
    questionnaire: dict[str, Entry[Questionnaire]]
    problems: dict[str, list[Problem]]
    """Published warnings by the path of the record's file."""
    texts: TextCounts
    """How many texts of the published records exist, are translated, reviewed or missing."""
    made_from: str = ""
    """What identifies all of the above, for what is kept; empty where that is not known."""

    def of(self, kind: str) -> dict[str, Entry[Any]]:
        """The records of a kind, by key."""
        records: dict[str, Entry[Any]] = getattr(self, attribute(kind))
        return records

    def entries(self) -> Iterator[Entry[Any]]:
        """Every published record, kind by kind."""
        for kind in OWN_KINDS:
            yield from self.of(kind).values()


def attribute(kind: str) -> str:
    """The name that a kind has where hyphens cannot stand: in Python and in the database."""
    return kind.replace("-", "_")


def publish(register: Register, problems: list[Problem]) -> PublicRegister:
    """The public part of a register that has no errors.

    Raises:
        ValueError: an error stands among the problems; nothing may be published.
    """
    if any(problem.is_error for problem in problems):
        raise ValueError("a register with errors is not published")
    shown = {
        key for key, entry in register.organisations.items() if _is_public(entry, register.today)
    }
    kinds = {
        attribute(kind): {
            key: _public(entry, shown, register)
            for key, entry in register.kinds[kind].items()
            if kind != "organisations" or key in shown
        }
        for kind in OWN_KINDS
    }
    published = (
        entry for kind in OWN_KINDS for entry in register.kinds[kind].values()
        if kind != "organisations" or entry.key in shown
    )  # fmt: skip
    warnings = _warnings(problems, kinds)
    return PublicRegister(
        register.today,
        **kinds,
        problems=warnings,
        texts=counts(register, published),
        made_from=_made_from(register, warnings),
    )


def _made_from(register: Register, warnings: dict[str, list[Problem]]) -> str:
    if not register.digests or not all(register.digests.values()):
        return ""
    told = [(it.path, it.code, it.loc, dict(it.values)) for its in warnings.values() for it in its]
    whole = f"{register.today} {sorted(register.digests.items())} {told}"
    return hashlib.sha256(whole.encode(errors="surrogatepass")).hexdigest()


def _is_public(entry: Entry[Organisation], today: datetime.date) -> bool:
    publication = entry.record.publication
    expires = publication.consent_expires
    expired = bool(expires and expires < today.isoformat()[: len(expires)])
    return "withheld" not in (publication.consent, publication.exposure) and not expired


def _public(entry: Entry[Any], shown: set[str], register: Register) -> Entry[Any]:
    data = {name: value for name, value in entry.data.items() if name not in NEVER_PUBLISHED}
    if entry.kind == "organisations":
        data = _exposed(data, entry.record.publication.exposure)
    completed = complete(entry, data, register)
    data = completed.data
    if len(shown) < len(register.organisations):
        data = _without_hidden_keys(entry, data, shown)
    record = entry.record if data == entry.data else type(entry.record).model_validate(data)
    return replace(
        entry, record=record, data=data, gloss=completed.gloss, unreviewed=completed.unreviewed
    )


def _exposed(data: dict[str, Any], exposure: str) -> dict[str, Any]:
    """The fields that an exposure lets through; each level hides what the one before it hides."""
    if exposure == "full":
        return data
    hidden: tuple[str, ...] = CONTACT_FIELDS
    if exposure == "region-only":
        hidden += PLACE_FIELDS
    data = {name: value for name, value in data.items() if name not in hidden}
    if exposure == "name-only":
        data = {name: value for name, value in data.items() if name in NAME_ONLY_FIELDS}
        data["status"] = [{"value": "unknown"}]
    data["sources"] = {
        name: _bare_source(source, exposure) for name, source in data["sources"].items()
    }
    return data


def _bare_source(source: dict[str, Any], exposure: str) -> dict[str, Any]:
    """A source that leads neither to the organisation's own pages nor, name-only, to any page."""
    if exposure == "name-only":
        return {"kind": source["kind"], "title": source["kind"]}
    own = source["kind"] in ("website", "interview", "questionnaire")
    return {name: value for name, value in source.items() if not (own and name == "url")}


def _without_hidden_keys(
    entry: Entry[Any], data: dict[str, Any], shown: set[str]
) -> dict[str, Any]:
    """The data without references to organisations that are not published.

    Where a reference is what a whole item is about, the item goes, with what it says of it.
    """
    hidden: list[Loc] = [
        loc[:-1] if ABOUT_ONE.intersection(loc[:-1]) else loc
        for pattern, mark in places(KINDS[entry.kind], "key")
        if mark.of == "organisations"
        for loc, value in values_at(data, pattern)
        if value not in shown
    ]
    for loc in sorted(hidden, key=_order, reverse=True):  # last first, so that positions hold
        data = _removed(data, loc)
    return data


def _order(loc: Loc) -> list[tuple[int, int, str]]:
    return [(0, part, "") if isinstance(part, int) else (1, 0, part) for part in loc]


def _removed(data: Any, loc: Loc) -> Any:
    """A copy of the data without the value at `loc`, nor a list that becomes empty."""
    head, rest = loc[0], loc[1:]
    if isinstance(data, list):
        return [
            item if index != head else _removed(item, rest)
            for index, item in enumerate(data)
            if index != head or rest
        ]
    if not rest:
        return {name: value for name, value in data.items() if name != head}
    inner = _removed(data[head], rest)
    return {
        name: inner if name == head else value
        for name, value in data.items()
        if name != head or inner
    }


def _warnings(
    problems: list[Problem], kinds: dict[str, dict[str, Entry[Any]]]
) -> dict[str, list[Problem]]:
    """Warnings of pages and of records shown in full; others could tell what is withheld."""
    open_paths = {
        entry.path
        for entries in kinds.values()
        for entry in entries.values()
        if not isinstance(entry.record, Organisation) or entry.record.publication.exposure == "full"
    }
    shown = {entry.key for entry in kinds["organisations"].values()}
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        other = problem.values.get("other", "")
        is_open = problem.path in open_paths or problem.path.startswith("docs/")
        if is_open and (not other or other in shown):
            found.setdefault(problem.path, []).append(problem)
    return found
