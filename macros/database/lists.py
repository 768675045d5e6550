"""Lists inside records as tables: one line each below, columns from the model.

A list of terms or keys has a row per record and term. A list of groups of fields has a row per
group, identified by its place in the record (`ma-bayti.projects.1`); lists inside it refer to that.
"""

from __future__ import annotations

import typing
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from ..model import KINDS
from ..publication import PublicRegister
from ..register import Entry
from .columns import Field, Home, field_of, fields, filled, home_of, mark_of, plain, table_name
from .kinds import KEYS, ordered
from .table import Column, Row, Table


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in a kind of record: its table, the way to it, and what one row is called."""

    table: str
    kind: str
    way: tuple[str, ...]
    row: str
    also: tuple[str, ...] = ()
    """Other lists of the same form in the same table; its column `quantity` tells which."""


LISTINGS = (
    Listing("founding_claims", "organisations", ("founded",), "claim"),
    Listing("organisation_statuses", "organisations", ("status",), "step"),
    Listing("registrations", "organisations", ("registrations",), "registration"),
    Listing(
        "figures", "organisations", ("members",), "figure",
        also=("staff", "volunteers", "branches", "people_reached"),
    ),
    Listing("organisation_themes", "organisations", ("themes",), "theme"),
    Listing("organisation_services", "organisations", ("services",), "service"),
    Listing("organisation_languages", "organisations", ("languages",), "language"),
    Listing("areas_served", "organisations", ("areas_served",), "region"),
    Listing("memberships", "organisations", ("member_of",), "umbrella"),
    Listing("activities", "organisations", ("activities",), "activity"),
    Listing("sponsors", "organisations", ("sponsors",), "sponsor"),
    Listing("projects", "organisations", ("projects",), "project"),
    Listing("project_themes", "organisations", ("projects", "themes"), "theme"),
    Listing("project_partners", "organisations", ("projects", "partners"), "partner"),
    Listing("project_sponsors", "organisations", ("projects", "sponsors"), "sponsor"),
    Listing("achievements", "organisations", ("achievements",), "achievement"),
    Listing("achievement_themes", "organisations", ("achievements", "themes"), "theme"),
    Listing("relations", "organisations", ("authority_relations",), "relation"),
    Listing(
        "relation_authorities", "organisations", ("authority_relations", "authorities"), "authority"
    ),
    Listing("capacities", "organisations", ("capacities",), "capacity"),
    Listing("self_assessments", "organisations", ("assessments",), "assessment"),
    Listing("statement_answers", "organisations", ("assessments", "answers"), "answer"),
    Listing("stated_needs", "organisations", ("needs",), "need"),
    Listing("need_themes", "organisations", ("needs", "themes"), "theme"),
    Listing("legal_obstacles", "organisations", ("legal_obstacles",), "obstacle"),
    Listing("contact_channels", "authorities", ("contact_channels",), "channel"),
    Listing("amendments", "legislation", ("amended",), "amendment"),
    Listing("in_force", "legislation", ("in_force",), "step"),
    Listing("law_replaces", "legislation", ("replaces",), "replaced"),
    Listing("law_replaced_by", "legislation", ("replaced_by",), "replacing"),
    Listing("provisions", "legislation", ("provisions",), "provision"),
    Listing("provision_steps", "legislation", ("provisions", "steps"), "legal_step"),
    Listing("mechanism_authorities", "mechanisms", ("authorities",), "authority"),
    Listing("mechanism_bodies", "mechanisms", ("also_named",), "body"),
    Listing("mechanism_participants", "mechanisms", ("participants",), "organisation"),
    Listing("mechanism_topics", "mechanisms", ("crime_topics",), "theme"),
    Listing("module_audiences", "modules", ("audience",), "audience"),
    Listing("module_capacities", "modules", ("builds",), "capacity_area"),
    Listing("module_areas", "modules", ("strengthens",), "assessment_area"),
    Listing("module_objectives", "modules", ("objectives",), "objective"),
    Listing("module_units", "modules", ("outline",), "unit"),
    Listing("module_exercises", "modules", ("exercises",), "exercise"),
    Listing("module_materials", "modules", ("materials",), "material"),
    Listing("event_themes", "events", ("themes",), "theme"),
    Listing("event_objectives", "events", ("objectives",), "objective"),
    Listing("event_grounds", "events", ("rests_on",), "ground"),
    Listing("event_questions", "events", ("concept", "questions"), "question"),
    Listing("event_results", "events", ("concept", "results"), "result"),
    Listing("event_sessions", "events", ("agenda",), "session"),
    Listing("event_invitations", "events", ("invited",), "invitation"),
    Listing("event_modules", "events", ("modules",), "module"),
    Listing("event_follows", "events", ("follows",), "followed"),
    Listing("event_materials", "events", ("materials",), "material"),
    Listing("attendance", "events", ("report", "attendance"), "attendees"),
    Listing("discussion_points", "events", ("report", "points"), "point"),
    Listing("recommendations", "events", ("report", "recommendations"), "recommendation"),
    Listing("training_results", "events", ("report", "results"), "outcome"),
    Listing("event_ratings", "events", ("report", "evaluation"), "rating"),
    Listing("plan_drafts", "action-plans", ("drafts",), "draft"),
    Listing("plan_objectives", "action-plans", ("objectives",), "objective"),
    Listing("plan_actions", "action-plans", ("objectives", "actions"), "action"),
    *(
        Listing(table, "action-plans", ("objectives", "actions", *way), row)
        for table, way, row in (
            ("action_grounds", ("rests_on",), "ground"),
            ("action_roles", ("responsible",), "role"),
            ("action_authorities", ("authorities",), "authority"),
            ("action_partners", ("partners",), "partner"),
            ("action_modules", ("modules",), "module"),
            ("action_milestones", ("milestones",), "milestone"),
            ("action_indicators", ("indicators",), "indicator"),
            ("indicator_values", ("indicators", "actual"), "measurement"),
            ("action_resources", ("resources",), "resource"),
            ("action_approvals", ("approvals",), "approval"),
            ("action_wordings", ("earlier",), "wording"),
        )
    ),
    Listing("plan_comments", "action-plans", ("comments",), "comment"),
    Listing("mechanism_rules", "mechanisms", ("rules",), "rule"),
    Listing("practice_topics", "practices", ("crime_topics",), "crime_topic"),
    Listing("practice_results", "practices", ("results",), "result"),
    Listing("practice_limits", "practices", ("limits",), "limit"),
    Listing("practice_mechanisms", "practices", ("mechanisms",), "mechanism"),
    Listing("practice_organisations", "practices", ("organisations",), "organisation"),
    Listing("instrument_statements", "instruments", ("says_on_cooperation",), "statement"),
    Listing("instrument_practices", "instruments", ("practices",), "practice"),
    Listing("finding_practices", "findings", ("practices",), "practice"),
    Listing("finding_instruments", "findings", ("instruments",), "instrument"),
    Listing("crime_contributions", "crimes", ("cso_contributes",), "contribution"),
    Listing("crime_offers", "crimes", ("prosecution_offers",), "offer"),
    Listing("crime_cautions", "crimes", ("cautions",), "caution"),
    Listing("registered_csos", "countries", ("registered_csos",), "count"),
)  # fmt: skip


def tables() -> list[Table]:
    """A table per list."""
    return [_table(listing) for listing in LISTINGS]


def _table(listing: Listing) -> Table:
    kind, metadata = _item(listing)
    owner = _owner(listing)
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _of_groups(listing, owner, fields(kind))
    mark = mark_of(metadata)
    if mark and mark.kind == "localised":
        text = field_of("", listing.row, kind, metadata, False)
        return _of_groups(listing, owner, [text] if text else [])
    value = field_of("", listing.row, kind, metadata, True)
    return _of_values(listing, owner, value)


def _item(listing: Listing) -> tuple[Any, tuple[Any, ...]]:
    """The type of one item of the list, and its marks."""
    model: Any = KINDS[listing.kind]
    metadata: tuple[Any, ...] = ()
    for name in listing.way:
        model, metadata = _step(model, name)
    return model, metadata


def _step(model: Any, name: str) -> tuple[Any, tuple[Any, ...]]:
    """The type and marks of what a field holds: of one item, where it holds a list."""
    info = model.model_fields[name]
    kind, metadata = plain(info.annotation, tuple(info.metadata))
    return plain(kind.__args__[0]) if typing.get_origin(kind) is list else (kind, metadata)


def _lists_above(listing: Listing) -> tuple[str, ...]:
    """The way to the list that encloses the listing; empty if the record itself does."""
    model: Any = KINDS[listing.kind]
    above: tuple[str, ...] = ()
    for position, name in enumerate(listing.way[:-1], 1):
        kind, _ = plain(model.model_fields[name].annotation)
        if typing.get_origin(kind) is list:
            above = listing.way[:position]
        model, _ = _step(model, name)
    return above


def _owner(listing: Listing) -> Column:
    """The column that tells what the list belongs to: a record, or a group of fields in one."""
    above = _lists_above(listing)
    if not above:
        kind = listing.kind
        return Column(KEYS[kind], references=table_name(kind), is_required=True)
    parent = next(it for it in LISTINGS if (it.kind, it.way) == (listing.kind, above))
    return Column(parent.row, references=parent.table, is_required=True)


def _of_values(listing: Listing, owner: Column, value: Field | None) -> Table:
    """A row per owner and value; a value typed twice counts once."""
    if value is None:
        raise TypeError(f"no column can hold an item of {listing.table}")

    def rows(public: PublicRegister) -> Iterator[Row]:
        for entry in ordered(public, listing.kind):
            home = home_of(entry)
            for owner_key, values in _lists(entry, listing):
                for position, item in enumerate(dict.fromkeys(values), 1):
                    yield (owner_key, *value.cells(item, home), position)

    columns = (owner, *value.columns, Column("position", "integer", is_required=True))
    return Table(listing.table, columns, rows, (owner.name, value.columns[0].name))


def _of_groups(listing: Listing, owner: Column, inner: list[Field]) -> Table:
    """A row per group of fields, or per text."""

    def rows(public: PublicRegister) -> Iterator[Row]:
        for entry in ordered(public, listing.kind):
            home = home_of(entry)
            for name in (listing.way[-1], *listing.also):
                which = (name,) if listing.also else ()
                for owner_key, items in _lists(entry, listing, name):
                    for position, item in enumerate(items, 1):
                        row = f"{owner_key}.{name}.{position}"
                        yield (row, owner_key, *which, position, *_cells(inner, item, home))

    which = (Column("quantity", is_required=True),) if listing.also else ()
    columns = (
        Column(listing.row, is_required=True),
        owner,
        *which,
        Column("position", "integer", is_required=True),
        *(column for field in inner for column in field.columns),
    )
    return Table(listing.table, columns, rows, (listing.row,))


def _cells(inner: list[Field], item: Any, home: Home) -> Row:
    return filled(inner, item, home) if isinstance(item, BaseModel) else inner[0].cells(item, home)


def _lists(
    entry: Entry[Any], listing: Listing, last: str = ""
) -> Iterator[tuple[str, Iterable[Any]]]:
    """Each list of the record that the way leads to, with the key of what it belongs to."""
    owners: list[tuple[str, Any]] = [(entry.key, entry.record)]
    for name in listing.way[:-1]:
        owners = [step for key, owner in owners for step in _inside(key, owner, name)]
    for key, owner in owners:
        yield key, getattr(owner, last or listing.way[-1]) or ()


def _inside(key: str, owner: Any, name: str) -> Iterator[tuple[str, Any]]:
    """What a field holds: a group of fields keeps its owner's key, items have their own."""
    value = getattr(owner, name)
    if isinstance(value, BaseModel):
        yield key, value
        return
    for position, item in enumerate(value or (), 1):
        yield f"{key}.{name}.{position}", item
