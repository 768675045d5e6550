"""What answers change in the standing of a record: its new source, stage and verification."""

from __future__ import annotations

from typing import Any

from ..model.common import Source
from ..model.fields import fields_at
from ..tree import Branch, grown
from .additions import Additions, Change

STAGES = {"questionnaire": "answered", "interview": "interviewed"}
ORDER = ("listed", "documented", "answered", "interviewed", "confirmed")
VERIFIED_BY = "interviewer"


def source_id(root: Branch, source: dict[str, Any]) -> str:
    """The id of the source: that on file, so that a second reading adds nothing, or a new one."""
    branch = root.get("sources")
    present = branch.data() if branch else {}
    for name, known in present.items():
        if all(known.get(key) == source.get(key) for key in ("kind", "date", "mode", "roles")):
            return str(name)
    letter, number = str(source["kind"])[0], 1
    while f"{letter}{number}" in present:
        number += 1
    return f"{letter}{number}"


def enter_source(root: Branch, name: str, source: dict[str, Any], supports: list[str]) -> None:
    """Enter the source of the answers, with the fields that rest on it as a whole."""
    sources = root.get("sources") or Branch("mapping")
    root.put("sources", sources)
    present = sources.get(name)
    if present is None:
        kept = {key: source[key] for key in fields_at(Source, ()) if key in source}
        sources.put(name, grown(kept | ({"supports": supports} if supports else {})))
        return
    known = present.get("supports")
    known_fields = known.data() if known else []
    new = [it for it in supports if it not in known_fields]
    if new:
        present.put("supports", grown([*known_fields, *new]))


def complete(root: Branch, additions: Additions, is_new: bool) -> None:
    """What every record must have and a first interview need not say."""
    if is_new and root.get("status") is None:
        additions.item("status", {"value": "unknown"})


def collected(root: Branch, kind: str, date: str) -> list[Change]:
    """How far the collection has come: the stage only rises, the last day only advances."""
    branch = root.get("collection") or Branch("mapping")
    root.put("collection", branch)
    before = branch.data()
    wanted: dict[str, Any] = {}
    now, reached = before.get("stage", "listed"), STAGES.get(kind, "listed")
    wanted["stage"] = max(now, reached, key=ORDER.index)
    if kind in STAGES and str(before.get("last_verified", "")) < date:
        wanted |= {"last_verified": date, "verified_by": VERIFIED_BY}
    changes = []
    for key, value in wanted.items():
        if before.get(key) != value:
            branch.put(key, grown(value))
            result = "changed" if key in before else "added"
            changes.append(Change(result, f"collection.{key}", value, before.get(key)))  # type: ignore[arg-type]
    return changes
