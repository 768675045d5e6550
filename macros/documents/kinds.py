"""The kinds of document: what makes each, which there are, and in which formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from ..publication import PublicRegister
from ..tables import Tables
from . import action_plan, evaluative_report, help_region, help_sheet, pack
from .country_file import country_file
from .html import html
from .law_summary import law_summary
from .model import Document
from .organisation_sheet import organisation_sheet
from .pdf import pdf
from .word import docx
from .writing import Writing

Keys = Callable[[PublicRegister], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document."""

    made_by: Callable[[Writing, Tables, str], Document]
    keys: Keys
    """The keys that there is a document for."""
    formats: tuple[str, ...] = ("pdf", "docx")
    """What the build makes; the command makes every format of every kind."""
    folder: str = ""
    """A folder of its own below `downloads/documents/`, with a slash at the end."""
    prefix: str = ""
    """What the name of a document has before its key."""
    record: str = ""
    """The kind of record that it is of, where the record's page leads to it."""
    up_to: int = 1000
    """With more keys the build makes none of them: only the command does, when asked."""

    def built(self, public: PublicRegister) -> list[str]:
        """The keys whose documents the build makes."""
        keys = list(self.keys(public))
        return keys if len(keys) <= self.up_to else []


def _countries(public: PublicRegister) -> Iterator[str]:
    yield from sorted(public.countries)


def _organisations(public: PublicRegister) -> Iterator[str]:
    yield from sorted(public.organisations)


KINDS: dict[str, Kind] = {
    "report": Kind(evaluative_report.evaluative_report, evaluative_report.keys, prefix="report-"),
    "country-file": Kind(country_file, _countries, prefix="country-file-"),
    "law-summary": Kind(law_summary, _countries, prefix="law-summary-"),
    "action-plan": Kind(
        action_plan.action_plan, action_plan.keys, prefix="action-plan-", record="action-plans"
    ),
    "pack": Kind(pack.pack, pack.keys, folder="events/", prefix="pack-", record="events"),
    "organisation-sheet": Kind(
        organisation_sheet, _organisations, ("pdf",), "organisations/", record="organisations"
    ),
    "help-region": Kind(help_region.help_region, help_region.keys, ("pdf",), "help/", "help-"),
    # One for each region and need would be thousands: asked for one by one.
    "help-sheet": Kind(help_sheet.help_sheet, help_sheet.keys, prefix="help-", up_to=0),
}
"""By name, as the command and the files know them."""

FORMATS: dict[str, Callable[[Document], bytes]] = {"pdf": pdf, "docx": docx, "html": html}
"""By extension: what makes the bytes of a document."""


def file_name(kind: str, document: str, lang: str, format_: str) -> str:
    """The way to a document below `downloads/documents/`: `country-file-xa.fr.pdf`."""
    return f"{KINDS[kind].folder}{document}.{lang}.{format_}"
