"""Controlled lists: a table of the lists, and a table of terms per list."""

from __future__ import annotations

from collections.abc import Iterator

from ..model.vocabulary import DrawsOn, TermEntry, Vocabulary
from ..publication import PublicRegister
from .columns import Home, address, fields, filled, table_name
from .kinds import ordered
from .table import Column, Row, Table

_TERM_FIELDS = fields(TermEntry, skip=("broader",))
_LIST_FIELDS = fields(Vocabulary)
_NOWHERE = Home("", "")


def tables(public: PublicRegister) -> list[Table]:
    """The lists, their terms, and what else is said of terms."""
    vocabulary = Column("vocabulary", references="vocabularies", is_required=True)
    term = Column("term", is_required=True)
    lists = (
        Column("vocabulary", is_required=True),
        Column("record", references="records", is_required=True),
        Column("table_name", is_required=True),
        *(column for field in _LIST_FIELDS for column in field.columns),
    )
    attributes = (
        vocabulary,
        term,
        Column("attribute", is_required=True),
        Column("value", is_required=True),
    )
    targets = (vocabulary, term, Column("target", is_required=True))
    draws = (
        vocabulary,
        term,
        Column("position", "integer", is_required=True),
        Column("draws_on", is_required=True),
        Column("value", is_required=True),
        Column("concern"),
    )
    return [
        Table("vocabularies", lists, _lists, ("vocabulary",)),
        Table("term_attributes", attributes, _attributes, ("vocabulary", "term", "attribute")),
        Table("term_targets", targets, _targets, ("vocabulary", "term", "target")),
        Table("term_draws_on", draws, _draws, ("vocabulary", "term", "position")),
        *(_terms(entry.key) for entry in ordered(public, "vocabularies")),
    ]  # fmt: skip


def _lists(public: PublicRegister) -> Iterator[Row]:
    for entry in ordered(public, "vocabularies"):
        cells = filled(_LIST_FIELDS, entry.record, _NOWHERE)
        yield (entry.key, address(entry), table_name(entry.key), *cells)


def _attributes(public: PublicRegister) -> Iterator[Row]:
    for entry in ordered(public, "vocabularies"):
        for term, it in sorted(entry.record.terms.items()):
            for name, value in sorted((it.attributes or {}).items()):
                yield entry.key, term, name, value


def _targets(public: PublicRegister) -> Iterator[Row]:
    for entry in ordered(public, "vocabularies"):
        for term, it in sorted(entry.record.terms.items()):
            for target in dict.fromkeys(it.sdg or ()):
                yield entry.key, term, target


def _draws(public: PublicRegister) -> Iterator[Row]:
    for entry in ordered(public, "vocabularies"):
        for term, it in sorted(entry.record.terms.items()):
            pairs = _drawn(it.draws_on) if it.draws_on else ()
            for position, (name, value, concern) in enumerate(pairs, 1):
                yield entry.key, term, position, name, value, concern


def _drawn(on: DrawsOn) -> Iterator[tuple[str, str, str | None]]:
    """Which field, its value, and for laws on a subject each concern that is named."""
    for name in ("themes", "services", "helpful", "topics", "concerns"):
        for value in getattr(on, name) or ():
            yield name, value, None
    for laws in on.laws or ():
        for concern in laws.concerns or (None,):
            yield "laws", laws.subject, concern


def _terms(vocabulary: str) -> Table:
    """One list: its terms in the order in which the list has them."""
    name = table_name(vocabulary)

    def rows(public: PublicRegister) -> Iterator[Row]:
        terms = public.vocabularies[vocabulary].record.terms
        for position, (term, it) in enumerate(terms.items(), 1):
            yield (term, position, *filled(_TERM_FIELDS, it, _NOWHERE), it.broader)

    columns = (
        Column("term", is_required=True),
        Column("position", "integer", is_required=True),
        *(column for field in _TERM_FIELDS for column in field.columns),
        Column("broader", references=name),
    )
    return Table(name, columns, rows, ("term",), vocabulary)
