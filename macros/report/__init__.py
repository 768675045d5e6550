"""The evaluative report: answers told in sentences, for the site and for documents alike."""

from __future__ import annotations

from ..tables import Tables
from ..text import date, pick, sort_key
from .content import Block, Bullets, Grid, Paragraph, Picture, Report, Run, Section, Sentence
from .sections import SECTIONS
from .writer import Writer, paragraph


def report(tables: Tables, lang: str, country: str | None = None) -> Report:
    """The report on one country or on all of them, in one language."""
    writer = Writer(tables, country, lang)
    return Report(
        lang,
        country,
        writer.word("title"),
        _subtitle(writer),
        _lead(writer),
        tuple(section(writer) for section in SECTIONS),
    )


def _subtitle(writer: Writer) -> str:
    countries = writer.public.countries
    codes = [writer.country] if writer.country else list(countries)
    names = sorted(
        (pick(countries[code].record.names, writer.lang) for code in codes), key=sort_key
    )
    kind = "country" if writer.country else "region"
    return writer.say(f"subtitle-{kind}", countries=writer.listed(names)).text


def _lead(writer: Writer) -> Paragraph:
    counts = {
        place: sum(it.country == writer.country or not writer.country for it in entries.values())
        for place, entries in (
            ("organisations", writer.public.organisations),
            ("laws", writer.public.legislation),
            ("mechanisms", writer.public.mechanisms),
            ("bodies", writer.public.authorities),
        )
    }
    day = date(writer.public.today.isoformat(), writer.lang)
    return paragraph(writer.say("state", day=day, **counts))


__all__ = [
    "SECTIONS", "Block", "Bullets", "Grid", "Paragraph", "Picture", "Report", "Run", "Section",
    "Sentence", "report",
]  # fmt: skip
