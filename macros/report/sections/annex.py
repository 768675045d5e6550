"""Annex: every organisation in a line."""

from __future__ import annotations

from ...derived import evidence_level, founding_years, latest_status
from ...model import Organisation
from ...register import Entry
from ...text import number, pick, sort_key
from ...words import words
from ..content import Grid, Run, Section
from ..writer import Writer, paragraph

COLUMNS = ("name", "place", "founded", "themes", "projects", "achievements", "relations", "state")
NUMERIC = (4, 5, 6)


def annex(writer: Writer) -> Section:
    """A table for each country."""
    countries = writer.public.countries
    codes = [writer.country] if writer.country else list(countries)
    codes.sort(key=lambda code: sort_key(pick(countries[code].record.names, writer.lang)))
    grids = [_grid(writer, code) for code in codes]
    lead = paragraph(writer.say("annex-lead"))
    return Section("annex", writer.word("annex"), (lead, *(it for it in grids if it.rows)))


def _grid(writer: Writer, code: str) -> Grid:
    entries = [it for it in writer.public.organisations.values() if it.country == code]
    entries.sort(key=lambda it: sort_key(pick(it.record.names, writer.lang)))
    return Grid(
        pick(writer.public.countries[code].record.names, writer.lang),
        tuple(writer.word(f"annex-{name}") for name in COLUMNS),
        tuple(_row(writer, entry) for entry in entries),
        NUMERIC,
    )


def _row(writer: Writer, entry: Entry[Organisation]) -> tuple[tuple[Run, ...], ...]:
    record = entry.record
    counts = (record.projects, record.achievements, record.authority_relations)
    return (
        writer.named("organisations", entry.key),
        (_seat(writer, entry),),
        (Run(_founded(entry)),),
        (Run(_themes(writer, record.themes)),),
        *((Run(number(len(items or ()), writer.lang)),) for items in counts),
        (Run(_state(writer, entry)),),
    )


def _seat(writer: Writer, entry: Entry[Organisation]) -> Run:
    if entry.record.city:
        return writer.text(entry.record.city)
    regions = writer.public.countries[entry.country].record.regions
    return writer.text(regions[entry.record.region]) if entry.record.region else Run("")


def _founded(entry: Entry[Organisation]) -> str:
    years = founding_years(entry)
    if not years:
        return ""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def _themes(writer: Writer, themes: list[str]) -> str:
    comma = words("blocks", writer.lang)["comma"]
    return f"{comma} ".join(writer.term("themes", term) for term in themes)


def _state(writer: Writer, entry: Entry[Organisation]) -> str:
    status = writer.term("statuses", latest_status(entry))
    return f"{status}\u00a0· {writer.term('evidence-levels', evidence_level(entry))}"
