"""Counts that sentences state and no chart shows."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ..derived import OWN_SOURCES
from ..model import Organisation
from ..publication import PublicRegister
from ..questions.answer import selected
from ..register import Entry
from ..tables import Tables

ASKED = ("interview", "questionnaire")
"""Kinds of source in which an organisation speaks for itself."""


@dataclass(frozen=True, slots=True)
class Counting:
    """The tables, and the country that is counted; without one, all."""

    tables: Tables
    country: str | None

    @property
    def public(self) -> PublicRegister:
        """The register that the report is about."""
        return self.tables.public

    def organisations(self) -> list[Entry[Organisation]]:
        """The organisations counted."""
        entries = self.public.organisations.values()
        return [it for it in entries if self.country in (None, it.country)]

    def with_any(self, table: str) -> tuple[int, int]:
        """How many organisations have a row in a table, of how many."""
        frame = selected(self.tables[table], self.country)
        return int(frame["organisation"].nunique()), len(self.organisations())

    def n_rows(self, table: str) -> int:
        """How many rows a table has."""
        return len(selected(self.tables[table], self.country))

    def n_independent(self) -> int:
        """How many organisations have a source that is not their own."""
        return sum(
            any(it.kind not in OWN_SOURCES for it in entry.record.sources.values())
            for entry in self.organisations()
        )

    def n_asked(self) -> int:
        """How many organisations an interview or an answer to the questionnaire is on record of."""
        return sum(
            any(it.kind in ASKED for it in entry.record.sources.values())
            for entry in self.organisations()
        )

    def n_stating(self, field: str) -> int:
        """How many organisations have anything in a field."""
        return sum(bool(getattr(it.record, field)) for it in self.organisations())

    def n_by_others(self) -> int:
        """How many achievements are credited by a source that is not the organisation's own."""
        kinds = selected(self.tables["achievements"], self.country)["source_kind"].dropna()
        return int((~kinds.isin(OWN_SOURCES)).sum())

    def n_with(self, field: str, *terms: str) -> int:
        """How many organisations have one of these themes or services."""
        wanted = set(terms)
        found = (getattr(it.record, field) or () for it in self.organisations())
        return sum(not wanted.isdisjoint(values) for values in found)

    def with_relations(self, among: Collection[str] | None = None, **wanted: str) -> frozenset[str]:
        """`relation` of each relation with these values, in the table `relations`."""
        key = ("relations", self.country, tuple(wanted.items()))
        if key not in self.tables.kept:
            frame = selected(self.tables["relations"], self.country)
            for column, value in wanted.items():
                frame = frame[frame[column] == value]
            self.tables.kept[key] = frozenset(frame["relation"])
        found: frozenset[str] = self.tables.kept[key]
        if among is None:
            return found
        return frozenset(it for it in found if it.rsplit("#", 1)[0] in among)

    def n_relations(self, among: Collection[str] | None = None, **wanted: str) -> int:
        """How many relations there are with these values, such as `kind="agreement"`."""
        return len(self.with_relations(among, **wanted))

    def n_in_relations(self, **wanted: str) -> int:
        """How many organisations have a relation with these values."""
        return len({relation.rsplit("#", 1)[0] for relation in self.with_relations(**wanted)})

    def n_dated(self, stance: str, first: int, last: int) -> int:
        """How many relations of a stance are dated from the first to the last of these years."""
        frame = selected(self.tables["relations"], self.country).dropna(subset=["year"])
        frame = frame[(frame["stance"] == stance) & frame["year"].between(first, last)]
        return int(frame["relation"].nunique())

    def n_mechanisms(self, theme: str) -> int:
        """How many mechanisms are on a theme."""
        return sum(
            theme in (it.record.crime_topics or ())
            for it in self.public.mechanisms.values()
            if self.country in (None, it.country)
        )

    def topic_of(self, theme: str) -> str:
        """The topic of public prosecution that a theme belongs to."""
        term = self.public.vocabularies["themes"].record.terms[theme]
        return (term.attributes or {}).get("topic", "")
