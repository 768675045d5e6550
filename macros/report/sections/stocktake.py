"""The stocktake: who is on record, since when, and where."""

from __future__ import annotations

from ...derived import ENDED, latest_status
from ...text import slug
from ..content import Block, Section, Sentence
from ..writer import Writer, paragraph

OLDER, YOUNGER = ("20", "30"), ("0", "5")
"""Classes of `founding-ages` of twenty years or more, and of less than ten."""


def stocktake(writer: Writer) -> Section:
    """Organisations by country or region, status and age."""
    blocks: list[Block] = []
    if writer.country is None and writer.organisations():
        countries = writer.ask("countries")
        said = writer.say(
            "stocktake-countries", countries=writer.ranked(countries, len(countries.labels))
        )
        blocks += [paragraph(said), writer.picture("countries")]
    blocks += [
        paragraph(*_status(writer)),
        writer.picture("statuses"),
        paragraph(*_age(writer)),
        writer.picture("founding-ages"),
        *([] if writer.country else [writer.picture("founding-timeline")]),
        paragraph(*_place(writer)),
        *([paragraph(_country(writer))] if writer.country else []),
    ]
    return Section("stocktake", writer.word("stocktake"), tuple(blocks))


def _country(writer: Writer) -> Sentence:
    names = writer.public.countries[str(writer.country)].record.names
    link = writer.link(writer.text(names).text, f"countries/{slug(names)}/")
    return writer.say("stocktake-country", link=link)


def _status(writer: Writer) -> list[Sentence]:
    answer = writer.ask("statuses")
    active = answer.value("active")
    if not answer.n_records:
        return [writer.say("nobody")]
    said = [
        writer.say("stocktake-active", extent=writer.extent(active, answer.n_records))
        if active
        else writer.say("stocktake-active-none")
    ]
    ended = [it.key for it in writer.organisations() if latest_status(it) in ENDED]
    if ended:
        said.append(writer.say("stocktake-ended", names=writer.names("organisations", ended)))
    return said


def _age(writer: Writer) -> list[Sentence]:
    dated, ages = writer.ask("founding-periods"), writer.ask("founding-ages")
    total = dated.n_records + dated.n_without
    old = sum(ages.value(key) for key in OLDER)
    young = sum(ages.value(key) for key in YOUNGER)
    if not dated.n_records:
        return [writer.say("stocktake-founded-none")]
    said = [writer.say("stocktake-founded", extent=writer.extent(dated.n_records, total))]
    if old or young:
        name = "stocktake-old" if old > young else "stocktake-young"
        said.append(writer.say(name, old=old, young=young))
    return said


def _place(writer: Writer) -> list[Sentence]:
    answer = writer.ask("presence")
    total = answer.n_records + answer.n_without
    said = []
    if answer.n_records:
        said.append(writer.say("stocktake-regions", regions=writer.ranked(answer)))
    if answer.n_without:
        extent = writer.extent(answer.n_without, total)
        said.append(writer.say("stocktake-no-place", extent=extent))
    return said
