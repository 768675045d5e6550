"""An organisation's facts at a glance: place, status, themes, services, founding, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...derived import evidence_level, newest_source
from ...model import Organisation
from ...model.organisation import Founding
from ...register import Entry
from .common import Context, Writer
from .links import View, safe_url


@dataclass(frozen=True, slots=True)
class FoundedRange:
    """The years that sources give for the founding, and whether they disagree about an event."""

    first: str
    last: str
    disagree: bool


def founded_range(claims: list[Founding]) -> FoundedRange:
    """The range of years in which sources see the founding; of its other events, if none does."""
    years: dict[str, set[str]] = {}
    for claim in claims:
        years.setdefault(claim.event, set()).add(claim.value[:4])
    founding = years.get("founded") or set().union(*years.values())
    return FoundedRange(min(founding), max(founding), any(len(it) > 1 for it in years.values()))


def facts(entry: Entry[Organisation], writer: Writer) -> list[View]:
    """The lines of the summary; a line without values is not shown."""
    record, context, fact = entry.record, writer.context, writer.fact
    scope = [record.scope] if record.scope else []
    form = [record.legal_form] if record.legal_form else []
    areas = [{"text": context.regions[code]} for code in record.areas_served or ()]
    return [
        fact("country", [context.countries[entry.country]]),
        fact("place", list(_place(record, writer)), "city"),
        fact("areas_served", areas, "areas_served"),
        fact("scope", context.terms("scopes", scope), "scope"),
        fact("themes", context.themes(record.themes), "themes"),
        fact("services", context.terms("services", record.services), "services"),
        fact("founded", _founded(record, context), "", _founded_refs(record, writer)),
        fact("legal_form", context.terms("legal-forms", form), "legal_form"),
        fact("languages", context.terms("languages", record.languages), "languages"),
        *_contact(record, writer),
        fact("evidence", _evidence(entry, context)),
        fact("newest_source", _newest(entry, context)),
        fact("last_verified", [{"text": _verified(record, context)}]),
    ]


def _place(record: Organisation, writer: Writer) -> Iterator[View]:
    city = writer.text(record.city)
    region = writer.context.regions.get(record.region or "", "")
    if city:
        yield city
    if region and not (city and city["text"] == region):
        yield {"text": region}
    if note := writer.text(record.region_note):
        yield note


def _founded(record: Organisation, context: Context) -> list[View]:
    if not record.founded:
        return []
    found = founded_range(record.founded)
    years = context.period(found.first, found.last)
    dispute = [{"text": context.words["founded_in_dispute"]}] if found.disagree else []
    return [{"text": years}, *dispute]


def _founded_refs(record: Organisation, writer: Writer) -> list[int]:
    claims = record.founded or ()
    return sorted({number for claim in claims for number in writer.cite(claim.source, "founded")})


def _contact(record: Organisation, writer: Writer) -> Iterator[View]:
    if record.website:
        yield writer.fact("website", [web(record.website)], "website")
    contact = record.contact
    if not contact:
        return
    for name in ("phone", "hotline"):
        if value := getattr(contact, name):
            yield writer.fact(name, [phone(value)], "contact")
    if contact.email:
        email = {"text": contact.email, "href": f"mailto:{contact.email}", "ltr": True}
        yield writer.fact("email", [email], "contact")
    if contact.page:
        yield writer.fact("contact_page", [web(contact.page)], "contact")


def web(url: str) -> View:
    """A link out of the site, shown as its address without what every address has."""
    shown = url.split("://", 1)[-1].removeprefix("www.").rstrip("/")
    return {"text": shown, "href": safe_url(url), "out": True, "ltr": True}


def phone(value: str) -> View:
    """A telephone number that can be called."""
    digits = "".join(char for char in value if char.isdigit() or char == "+")
    return {"text": value, "href": f"tel:{digits}", "ltr": True}


def _evidence(entry: Entry[Organisation], context: Context) -> list[View]:
    level = evidence_level(entry)
    return [{"text": context.term("evidence-levels", level), "chip": level}]


def _newest(entry: Entry[Organisation], context: Context) -> list[View]:
    date = newest_source(entry)
    if not date and entry.record.publication.exposure == "name-only":
        return []  # the gate withholds the dates
    return [{"text": context.date(date) or context.words["no_dated_source"]}]


def _verified(record: Organisation, context: Context) -> str:
    return context.date(record.collection.last_verified) or context.words["not_verified"]
