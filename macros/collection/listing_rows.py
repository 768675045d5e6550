"""Rows of a listing: each column read as a question of the questionnaire would be."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..matching import Named
from ..model.listing import COUNTED, NAMES
from ..model.questionnaire import Asked, Item, Question, Section
from ..text import DEFAULT
from ..tree import Tree
from .additions import Additions
from .sheets import Cell

TYPES = {
    "key": ("one", "organisations"), "country": ("one", "countries"), "region": ("one", "regions"),
    "areas_served": ("many", "regions"), "scope": ("one", "scopes"),
    "legal_form": ("one", "legal-forms"), "status": ("one", "statuses"),
    "themes": ("many", "themes"), "services": ("many", "services"),
    "languages": ("many", "languages"), "city": ("text", None), "activities": ("lines", None),
    "also_known_as": ("lines", None), "acronym": ("short", None), "website": ("website", None),
    "contact.phone": ("phone", None), "contact.email": ("email", None),
    "registrations.number": ("short", None), "sponsors": ("lines", None),
}  # fmt: skip
"""How a column is read: as a type of question of the questionnaire, with its choices."""


@dataclass(slots=True)
class Row:
    """One row of the listing: its values by field, and the cells they come from."""

    place: str
    cells: list[Cell]
    values: list[tuple[str, Any, Cell]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    country: str = ""
    key: str = ""


def question(name: str) -> Asked:
    """A column as a question, so that one set of rules reads both."""
    kind, choices = TYPES.get(name, ("text", None))
    fills = name
    if name in NAMES:
        fills = "names"
    elif name in COUNTED:
        kind, fills = "number", f"{name}.value"
    elif name.startswith("founded."):
        kind, fills = "year", "founded.value"
    elif name == "sponsors":
        fills = "also_known_as"  # a list of plain texts; each becomes an item of its own
    elif name == "status":
        fills = "status.value"
    text = {DEFAULT: name}
    item = Item(id="column", type=kind, text=text, fills=fills, choices=choices)
    asked = Question(id="column", type=kind, text=text)
    section = Section(id="listing", title=text, questions=[asked])
    return Asked(section, item, None, "", ())


def add_value(additions: Additions, name: str, value: Any) -> str:
    """Put a value of a row into its record; what came of it."""
    head, _, rest = name.partition(".")
    if head == "founded":
        return additions.item(head, {"value": value, "event": rest})
    if head == "sponsors":
        results = [additions.item(head, {"name": it}) for it in value]
        return "added" if "added" in results else "confirmed"
    if head in COUNTED or head == "status":
        return additions.item(head, {"value": value})
    if head == "registrations":
        return additions.item(head, {rest: value})
    if head == "names":
        return additions.add(head, (), value)
    return additions.add(head, (rest,) if rest else (), value)


def source_name(tree: Tree, source: dict[str, Any]) -> str:
    """The id of the listing among the record's sources; a new one if it is not there yet."""
    branch = tree.root.get("sources")
    present = branch.data() if branch else {}
    for name, known in present.items():
        if all(known.get(key) == source.get(key) for key in ("kind", "title", "date", "url")):
            return str(name)
    number = 1
    while f"s{number}" in present:
        number += 1
    return f"s{number}"


def row_named(row: Row) -> Named:
    """A row as matching sees it; its place stands for the key."""
    found = {name: value for name, value, _ in row.values}
    years = [str(value)[:4] for name, value, _ in row.values if name.startswith("founded.")]
    city = " ".join(found["city"].values()) if "city" in found else ""
    return Named(
        row.place, row.country, tuple(row.names.values()), found.get("acronym", ""),
        found.get("website", ""), city, found.get("region", ""), frozenset(map(int, years)),
    )  # fmt: skip
