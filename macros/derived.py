"""Facts computed from a record's own facts; each is defined here once."""

from __future__ import annotations

from .model import Model, Organisation
from .register import Entry
from .text import Localised

NAMING = ("names", "titles", "statement")
"""Fields that say what a record is called; each kind has one of them."""


def names_of(record: Model) -> Localised:
    """What a record is called: its names, a law's titles, a finding's statement."""
    found: Localised = next(getattr(record, name) for name in NAMING if hasattr(record, name))
    return found


def latest_status(entry: Entry[Organisation]) -> str:
    """The status by the newest claim; where dates are equal or absent, the one typed last."""
    history = entry.record.status
    return str(max(enumerate(history), key=lambda pair: (pair[1].as_of or "", pair[0]))[1].value)


def evidence_level(entry: Entry[Organisation]) -> str:
    """How well the record is founded, as `data/vocabularies/evidence-levels.yml` defines it."""
    if entry.record.collection.stage in ("answered", "interviewed", "confirmed"):
        return "confirmed"
    kinds = [source.kind for source in entry.record.sources.values()]
    if len(kinds) < 2:
        return "single"
    return "independent" if any(kind != "website" for kind in kinds) else "several"


def newest_source(entry: Entry[Organisation]) -> str:
    """The date of the newest dated source; empty where no source has a date."""
    return max((source.date for source in entry.record.sources.values() if source.date), default="")


def founding_years(entry: Entry[Organisation]) -> list[int]:
    """Every year a source gives for the founding, registration or first activity, in order."""
    return sorted({int(claim.value[:4]) for claim in entry.record.founded or ()})
