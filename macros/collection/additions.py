"""New facts beside old ones: what an answer adds to a record, confirms in it, or contradicts.

Nothing on file is changed or taken away. A value that stands alone (a city, a website) is set where
there is none, and where there is another one the two are listed as a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from ..model import Organisation
from ..model.fields import fields_at, shape
from ..text import fold
from ..tree import Branch, grown

Result = Literal["added", "confirmed", "conflict", "similar", "changed"]
ASIDE = ("source", "as_of", "note")
"""Fields of a claim that say where and when, not what."""
DATED = (
    "status", "members", "staff", "volunteers", "branches", "people_reached", "public_utility",
    "participation",
)  # fmt: skip
"""Claims that speak of a day; they get that of the answers."""
IDENTITY = {"projects": "title", "sponsors": "name"}
"""What tells that two items of a list speak of one thing."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that became of an answer: the field, the value, and what stood there before."""

    result: Result
    field: str
    value: Any
    before: Any = None


@dataclass(slots=True)
class Additions:
    """A record that grows: its tree, the id and date of the new source, and what was done."""

    root: Branch
    source: str
    date: str
    changes: list[Change] = field(default_factory=list)
    supports: list[str] = field(default_factory=list)
    """Fields that rest on the new source as a whole."""

    def add(self, head: str, rest: tuple[Any, ...], value: Any) -> Result:
        """Take one value for a field, or for a part of it (`names.ar`, `contact.phone`)."""
        form = shape(Organisation, head)
        if form in ("list", "texts"):
            return self._extend(head, value if isinstance(value, list) else [value])
        if form == "items":
            return self.item(head, {str(rest[-1]): value} if rest else value)
        if form == "item" and "source" in fields_at(Organisation, (head,)):
            return self._claim(head, {str(rest[-1]): value})
        if form == "text" and not rest:
            results = [self._single(head, (lang,), text) for lang, text in value.items()]
            return max(results, key=("confirmed", "added", "conflict").index)
        return self._single(head, rest, value)

    def item(self, head: str, item: dict[str, Any]) -> Result:
        """Take one more item of a list, with its source, unless it is on file already."""
        whole = self._sourced(head, item)
        branch = self._listed(head)
        present = [it.data() for _, it in branch.items]
        if any(_same(it, whole) and it.get("source") == self.source for it in present):
            return self._note("confirmed", head, item)
        if head in IDENTITY:
            alike = [it for it in present if _alike(it, item, IDENTITY[head])]
            if any(_says_all(it, item) for it in alike):
                return self._note("confirmed", head, item)
            branch.items.append(("", grown(whole)))
            return self._note("similar" if alike else "added", head, item, alike[:1] or None)
        if head not in DATED and head != "founded" and any(_same(it, whole) for it in present):
            return self._note("confirmed", head, item)
        branch.items.append(("", grown(whole)))
        return self._note("added", head, item)

    def _sourced(self, head: str, item: dict[str, Any]) -> dict[str, Any]:
        is_dated = self.date and head in DATED and "as_of" not in item
        dated = {"as_of": self.date} if is_dated else {}
        return {**item, **dated, "source": self.source}

    def _listed(self, head: str) -> Branch:
        """The list of a field; a value in short form (`founded: 1998`) becomes its first item."""
        branch = self.root.get(head)
        if branch is None:
            branch = Branch("list")
            self.root.put(head, branch)
        elif branch.kind == "scalar":
            branch.items = [("", grown({"value": branch.value}))]
            branch.kind, branch.value = "list", None
        return branch

    def _claim(self, head: str, item: dict[str, Any]) -> Result:
        present = self.root.get(head)
        if present is None:
            self.root.put(head, grown(self._sourced(head, item)))
            return self._note("added", head, item)
        same = _same(present.data(), item)
        return self._note("confirmed" if same else "conflict", head, item, present.data())

    def _single(self, head: str, rest: tuple[Any, ...], value: Any) -> Result:
        if head not in self.supports:
            self.supports.append(head)
        home, *inner = [head, *(str(part) for part in rest)]
        branch, name = self.root, home
        for part in inner:
            if branch.get(name) is None:
                branch.put(name, Branch("mapping"))
            branch, name = branch.get(name) or branch, part
        present = branch.get(name)
        where = ".".join([home, *inner])
        if present is None:
            branch.put(name, grown(value))
            return self._note("added", where, value)
        same = _equal(present.data(), value)
        return self._note("confirmed" if same else "conflict", where, value, present.data())

    def _extend(self, head: str, values: Iterable[Any]) -> Result:
        if head not in self.supports:
            self.supports.append(head)
        branch, results = self._listed(head), []
        for value in values:
            present = [it.data() for _, it in branch.items]
            if any(_equal(it, value) for it in present):
                results.append(self._note("confirmed", head, value))
            else:
                branch.items.append(("", grown(value)))
                results.append(self._note("added", head, value))
        return "added" if "added" in results else "confirmed"

    def _note(self, result: Result, where: str, value: Any, before: Any = None) -> Result:
        self.changes.append(Change(result, where, value, before))
        return result


def _equal(one: Any, other: Any) -> bool:
    """Whether two values say the same: texts by their folded words, in a language both have."""
    if isinstance(one, dict) and isinstance(other, dict):
        shared = set(one) & set(other)
        return bool(shared) and all(_equal(one[key], other[key]) for key in shared)
    if isinstance(one, str) and isinstance(other, str):
        return _words(one) == _words(other)
    return str(one) == str(other)


def _words(text: str) -> list[str]:
    return fold(text).rstrip("/").split()


def _same(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two items say the same, whoever said it and when."""
    first, second = (
        {key: value for key, value in it.items() if key not in ASIDE} for it in (one, other)
    )
    if "event" in first or "event" in second:  # `founded` and `stated` may be left out
        first, second = ({"event": "founded", "certainty": "stated"} | it for it in (first, second))
    return first.keys() == second.keys() and all(_equal(first[key], second[key]) for key in first)


def _alike(one: dict[str, Any], other: dict[str, Any], name: str) -> bool:
    return name in one and name in other and _equal(one[name], other[name])


def _says_all(present: dict[str, Any], item: dict[str, Any]) -> bool:
    return all(key in present and _equal(present[key], value) for key, value in item.items())
