"""What `recount.py` takes from the files, taken from the exported database: by SQL alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from .recount import Raw, Record

LISTS = {
    "founded": ("founding_claims", "value source"),
    "status": ("organisation_statuses", "value as_of source"),
    "authority_relations": ("relations", "kind year since until source"),
    "projects": ("projects", "year start end status source"),
    "achievements": ("achievements", "year source"),
    "capacities": ("capacities", "area source"),
    "sponsors": ("sponsors", "name kind source"),
    "registrations": ("registrations", "source"),
    "figures": ("figures", "source"),
    "needs": ("stated_needs", "kind source"),
    "legal_obstacles": ("legal_obstacles", "concerns source"),
    "assessments": ("self_assessments", "source"),
}
"""By field of an organisation: the table of its items and the columns that are counted."""
TERMS = {
    "themes": ("organisation_themes", "theme"),
    "services": ("organisation_services", "service"),
    "areas_served": ("areas_served", "region"),
    "member_of": ("memberships", "umbrella"),
}
OF_ITEMS = {
    "relations": ("relation", "authorities", "relation_authorities", "authority"),
    "projects": ("project", "themes", "project_themes", "theme"),
    "achievements": ("achievement", "themes", "achievement_themes", "theme"),
}
"""By table: the key of its items, and a list inside each with its table and column."""


class Database:
    """The exported database, asked in the words of its schema."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.connection.row_factory = sqlite3.Row

    def rows(self, table: str, columns: str, order: str = "rowid") -> Iterator[Record]:
        names = ", ".join(f'"{name}"' for name in columns.split())
        for row in self.connection.execute(f'SELECT {names} FROM "{table}" ORDER BY {order}'):
            yield {name: str(row[name]) for name in columns.split() if row[name] is not None}

    def lists(self, table: str, owner: str, column: str) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for row in self.rows(table, f"{owner} {column}", f"{owner}, position"):
            found.setdefault(row[owner], []).append(row[column])
        return found


def load(path: Path, assessment: Record, day: str) -> Raw:
    """The records of a database; the settings of the assessment are not among them."""
    data = Database(path)
    country: dict[str, Record] = {
        row["country"]: {"regions": []} for row in data.rows("countries", "country")
    }
    for row in data.rows("regions", "region country"):
        country[row["country"]]["regions"].append(row["region"])
    return Raw(
        _organisations(data), _laws(data), _mechanisms(data),
        {row["authority"]: row for row in data.rows("authorities", "authority kind")},
        country, _vocabularies(data), assessment, day,
        {row["event"]: row for row in data.rows("events", "event status")},
        _plans(data),
        {row["practice"]: row for row in data.rows("practices", "practice form results_strength")},
        {row["finding"]: row for row in data.rows("findings", "finding kind strength")},
    )  # fmt: skip


def _organisations(data: Database) -> dict[str, Record]:
    columns = "organisation region collection_stage publication_exposure publication_consent"
    found = {}
    for row in data.rows("organisations", f"{columns} public_utility_source"):
        record: Record = {"collection": {"stage": row["collection_stage"]}, "sources": {}}
        record |= {"region": row["region"]} if "region" in row else {}
        if "public_utility_source" in row:
            record["public_utility"] = {"source": _name(row["public_utility_source"])}
        publication = {"exposure": "publication_exposure", "consent": "publication_consent"}
        record["publication"] = {k: row[name] for k, name in publication.items() if name in row}
        found[row["organisation"]] = record
    for field, (table, column) in TERMS.items():
        for key, values in data.lists(table, "organisation", column).items():
            found[key][field] = values
    for field, (table, columns) in LISTS.items():
        for key, item in _items(data, table, columns):
            found[key].setdefault(field, []).append(item)
    return _with_sources(data, found)


def _items(data: Database, table: str, columns: str) -> Iterator[tuple[str, Record]]:
    """Items with the organisation that each belongs to, and the lists inside them."""
    own, field, inner, column = OF_ITEMS.get(table, ("", "", "", ""))
    lists = data.lists(inner, own, column) if own else {}
    for item in data.rows(table, f"organisation {own} {columns}", "organisation, position"):
        key, name = item.pop("organisation"), item.pop(own, "")
        if name in lists:
            item[field] = lists[name]
        if "source" in item:
            item["source"] = _name(item["source"])
        yield key, item


def _with_sources(data: Database, found: dict[str, Record]) -> dict[str, Record]:
    supports = data.lists("source_supports", "source", "field")
    for source in data.rows("sources", "source record kind date", "record, position"):
        kind, _, key = source.pop("record").partition("/")
        if kind == "organisations":
            full = source.pop("source")
            more = {"supports": supports[full]} if full in supports else {}
            found[key]["sources"][_name(full)] = source | more
    return found


def _name(source: str) -> str:
    """The name that a source has within its record."""
    return source.partition("#")[2]


def _laws(data: Database) -> dict[str, Record]:
    found: dict[str, Record] = {row["law"]: {} for row in data.rows("legislation", "law")}
    lists = {"in_force": "value from until area", "provisions": "effect concerns"}
    for field, columns in lists.items():
        for row in data.rows(field, f"law {columns}", "law, position"):
            found[row.pop("law")].setdefault(field, []).append(row)
    return found


def _mechanisms(data: Database) -> dict[str, Record]:
    found: dict[str, Record] = {
        row["mechanism"]: row for row in data.rows("mechanisms", "mechanism kind")
    }
    lists = {
        "participants": ("mechanism_participants", "organisation"),
        "authorities": ("mechanism_authorities", "authority"),
        "crime_topics": ("mechanism_topics", "theme"),
    }
    for field, (table, column) in lists.items():
        for key, values in data.lists(table, "mechanism", column).items():
            found[key][field] = values
    return found


def _vocabularies(data: Database) -> dict[str, Record]:
    found: dict[str, Record] = {}
    for row in data.rows("vocabularies", "vocabulary table_name"):
        terms = data.rows(row["table_name"], "term", "position")
        found[row["vocabulary"]] = {"terms": {term["term"]: {"attributes": {}} for term in terms}}
    for row in data.rows("term_attributes", "vocabulary term attribute value"):
        term = found[row["vocabulary"]]["terms"].get(row["term"])
        if term is not None:
            term["attributes"][row["attribute"]] = row["value"]
    return found


def _plans(data: Database) -> dict[str, Record]:
    decided: dict[str, list[Record]] = {}
    for row in data.rows("action_approvals", "action decision"):
        decided.setdefault(row["action"], []).append({"decision": row["decision"]})
    owner = {r["objective"]: r["plan"] for r in data.rows("plan_objectives", "objective plan")}
    found: dict[str, Record] = {}
    for row in data.rows("plan_actions", "action objective dropped"):
        objectives = found.setdefault(owner[row["objective"]], {"objectives": [{"actions": []}]})
        action = row | {"approvals": decided.get(row["action"], [])}
        objectives["objectives"][0]["actions"].append(action)
    return found
