"""The country file: all that the register holds on a country, in short, as a book."""

from __future__ import annotations

from ..model import Country
from ..model.common import Source
from ..pages.views.common import Writer, number
from ..pages.views.links import UP
from ..register import Entry
from ..tables import Tables
from . import directory, laws, meeting_points, programme
from .authored import only_known, study
from .figures import OF_COUNTRY, chart
from .frame import book
from .model import Block, Document, Facts, Heading, Paragraph, Run, Table, Words, anchors
from .writing import Writing, place_of, text

KINDS = ("organisations", "legislation", "mechanisms", "authorities")


def country_file(writing: Writing, tables: Tables, country: str) -> Document:
    """The file of a country in the language of `writing`."""
    entry = writing.context.public.countries[country]
    rest = [
        *_text(writing, entry, "prosecution"),
        *_text(writing, entry, "civil_society"),
        *_registered(writing, entry),
        *_charts(writing, tables, country),
        *_directory(writing, country),
        *_law(writing, country),
        *_meeting_points(writing, country),
        *_programme(writing, country),
    ]
    found = [*_glance(writing, entry), *_study(writing, country, rest), *rest]
    return book(writing, "country-file", country, found)


def _title(writing: Writing, phrase: str) -> Heading:
    return Heading((Run(writing.say(phrase)),))


def _glance(writing: Writing, entry: Entry[Country]) -> list[Block]:
    public, words = writing.context.public, writing.context.words
    rows: list[tuple[str, Words]] = []
    for kind in KINDS:
        count = sum(it.country == entry.key for it in public.of(kind).values())
        rows.append((words[kind], (Run(number(count, writing.lang)),)))
    writer = _writer(writing, entry)
    regulator = text(writer.text(entry.record.regulator))
    if regulator:
        rows.append((writing.say("regulator"), regulator + _refs(writing, entry, "regulator")))
    blocks: list[Block] = [_title(writing, "glance"), Facts(tuple(rows))]
    if entry.record.map_notice:
        blocks.append(Paragraph(text(writer.text(entry.record.map_notice)), "notice"))
    return [*blocks, Paragraph((Run(writing.say("glance_note")),), "note")]


def _study(writing: Writing, country: str, rest: list[Block]) -> list[Block]:
    """The country's chapter, with references to the records that follow."""
    address = str(writing.context.countries[country]["href"]).removeprefix(UP)
    found = only_known(study(writing, address, 2), anchors(rest))
    return [_title(writing, "study"), *found] if found else []


def _text(writing: Writing, entry: Entry[Country], field: str) -> list[Block]:
    value = _writer(writing, entry).text(getattr(entry.record, field))
    if not value:
        return []
    return [_title(writing, field), Paragraph(text(value) + _refs(writing, entry, field))]


def _registered(writing: Writing, entry: Entry[Country]) -> list[Block]:
    """How many organisations are registered, by every source that says so."""
    writer = _writer(writing, entry)
    rows: list[tuple[Words, ...]] = []
    for figure in entry.record.registered_csos or ():
        view = writer.figure(figure, "registered_csos")
        refs = writing.refs(place_of(entry), view["refs"])
        when = (Run(writing.context.date(figure.as_of)),)
        rows.append((text(view["value"]) + refs, when, text(view["note"])))
    if not rows:
        return []
    head, widths = [writing.say("number"), writing.say("as_of"), writing.say("note")], [45, 20, 35]
    if not any(note for _, _, note in rows):  # a column without a remark says nothing
        head, widths, rows = head[:2], widths[:2], [row[:2] for row in rows]
    return [Table(writing.say("registered_table"), tuple(head), tuple(rows), tuple(widths))]


def _charts(writing: Writing, tables: Tables, country: str) -> list[Block]:
    found = [chart(tables, question, writing.lang, country) for question in OF_COUNTRY]
    charts = [it for it in found if it]
    return [_title(writing, "charts"), *charts] if charts else []


def _directory(writing: Writing, country: str) -> list[Block]:
    entries = directory.of_country(writing, country)
    blocks: list[Block] = [_title(writing, "directory")]
    if not entries:
        return [*blocks, Paragraph((Run(writing.say("none_yet")),))]
    blocks.append(Paragraph((Run(writing.say("directory_lead")),)))
    blocks.append(directory.table(writing, entries, writing.say("directory_table")))
    services = directory.by_service(writing, entries)
    if services:
        lead = Paragraph((Run(writing.say("by_service_lead")),), "note")
        blocks += [Heading((Run(writing.say("by_service")),), 2), lead, *services]
    return blocks


def _law(writing: Writing, country: str) -> list[Block]:
    found = laws.of_country(writing, country)
    if not found:
        return [_title(writing, "law_title"), Paragraph((Run(writing.say("none_yet")),))]
    lead = Paragraph((Run(writing.say("law_lead")),))
    table = laws.table(writing, found)
    return [_title(writing, "law_title"), lead, table, *laws.by_effect(writing, found, 2)]


def _meeting_points(writing: Writing, country: str) -> list[Block]:
    mechanisms = meeting_points.mechanisms(writing, country, 2)
    bodies = meeting_points.bodies(writing, country)
    none: list[Block] = [Paragraph((Run(writing.say("none_yet")),))]
    return [
        _title(writing, "mechanisms_title"), *(mechanisms or none),
        _title(writing, "bodies_title"), *bodies,
    ]  # fmt: skip


def _programme(writing: Writing, country: str) -> list[Block]:
    words, found = writing.context.words, []
    sections = (("action-plans", programme.plans), ("events", programme.events))
    for name, made_by in sections:
        if blocks := made_by(writing, country):
            found += [Heading((Run(words[name]),)), *blocks]
    return found


def _sources(entry: Entry[Country]) -> dict[str, Source]:
    return entry.record.sources or {}


def _writer(writing: Writing, entry: Entry[Country]) -> Writer:
    """A writer of the country's record; its sources are made ready to be cited."""
    writer = Writer(writing.context, entry, _sources(entry))
    writing.view(
        place_of(entry), {"sources": [writer.source(it) for it in _sources(entry).values()]}
    )
    return writer


def _refs(writing: Writing, entry: Entry[Country], field: str) -> Words:
    return writing.refs(place_of(entry), _writer(writing, entry).rests(field))
