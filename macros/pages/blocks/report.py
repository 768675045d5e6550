"""The evaluative report on an authored page: headings for the contents, blocks of HTML between."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...report import Block, Bullets, Grid, Paragraph, Picture, Run, Section, Sentence
from ...report import report as report_of
from ...text import LANGUAGES, number, slug, sort_key
from ...words import words
from ..kept import kept
from .charts import drawn, tables_of
from .common import Place


def kept_report(place: Place, country: str | None = None) -> str:
    """The report, from the last build where nothing has changed."""
    return kept(place, f"report {country}", lambda at: report(at, country))


def report(place: Place, country: str | None = None) -> str:
    """The report on one country or on all, as Markdown headings with HTML between them."""
    whole = report_of(tables_of(place.public), place.lang, country)
    parts = [_lead(place, whole.subtitle, whole.lead, country)]
    for index, section in enumerate(whole.sections, 1):
        parts += _section(place, section, 2, f"{number(index, place.lang)}. ")
    return "\n\n".join(parts)


def _lead(place: Place, subtitle: str, lead: Paragraph, country: str | None) -> str:
    """The subtitle, the state of the register, and the way to the other reports."""
    names = {code: entry.record.names for code, entry in place.public.countries.items()}
    codes = sorted(names, key=lambda code: sort_key(place.country(code)))
    links = [
        {"text": place.country(code), "href": f"{place.base}report/{slug(names[code])}/"}
        for code in codes
    ]
    phrases = words("evaluation", place.lang)
    if country:
        links = [{"text": phrases["title"], "href": f"{place.base}report/"}]
    return place.block(
        "report-lead",
        subtitle=subtitle,
        sentences=_sentences(place, lead.sentences),
        others=phrases["report-region" if country else "reports"].partition("{links}"),
        links=links,
        comma=words("blocks", place.lang)["comma"],
    )


def _section(place: Place, section: Section, level: int, before: str = "") -> Iterator[str]:
    yield f"{'#' * level} {before}{section.title} {{#{section.id}}}"
    for block in section.blocks:
        yield _block(place, block)
    for part in section.parts:
        yield from _section(place, part, level + 1)


def _block(place: Place, block: Block) -> str:
    if isinstance(block, Picture):
        return drawn(place, block.answer, block.more)
    if isinstance(block, Paragraph):
        sentences = _sentences(place, block.sentences)
        return place.block("report-paragraph", label=block.label, sentences=sentences)
    if isinstance(block, Bullets):
        return place.block("report-bullets", items=_sentences(place, block.items))
    return place.block("report-table", **_grid(place, block))


def _sentences(place: Place, sentences: tuple[Sentence, ...]) -> list[list[dict[str, str]]]:
    return [[_run(place, run) for run in sentence.runs] for sentence in sentences]


def _run(place: Place, run: Run) -> dict[str, str]:
    href = run.href if run.href.startswith("#") or not run.href else place.base + run.href
    direction = LANGUAGES[run.lang].dir if run.lang else ""
    return {"text": run.text, "href": href, "lang": run.lang, "dir": direction}


def _grid(place: Place, grid: Grid) -> dict[str, Any]:
    return {
        "caption": grid.caption,
        "head": grid.head,
        "numeric": grid.numeric,
        "rows": [[[_run(place, run) for run in cell] for cell in row] for row in grid.rows],
    }
