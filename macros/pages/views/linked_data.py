"""An organisation for machines: schema.org's NGO, with nothing that its page does not show."""

from __future__ import annotations

from ...model import Organisation
from ...model.organisation import Founding
from ...register import Entry
from .common import Context
from .links import View, named, safe_url


def linked_data(entry: Entry[Organisation], context: Context) -> View:
    """The organisation as JSON-LD; what is not known or in dispute is left out."""
    record = entry.record
    name = named(record.names, context.lang)["text"]
    others = [*record.names.values(), record.acronym or "", *(record.also_known_as or ())]
    found = {
        "@context": "https://schema.org",
        "@type": "NGO",
        "name": name,
        "alternateName": [it for it in dict.fromkeys(others) if it and it != name],
        "url": safe_url(record.website),
        "foundingDate": _undisputed(record.founded or []),
        "areaServed": _area(entry, context),
        "knowsAbout": [context.term("themes", term) for term in record.themes],
    }
    return {key: value for key, value in found.items() if value}


def _undisputed(claims: list[Founding]) -> str:
    """The date of the founding if all who give one agree and none calls it approximate."""
    founding = [claim for claim in claims if claim.event == "founded"]
    dates = {claim.value for claim in founding}
    years = {date[:4] for date in dates}
    if len(years) != 1 or any(claim.certainty == "about" for claim in founding):
        return ""
    return dates.pop() if len(dates) == 1 else years.pop()


def _area(entry: Entry[Organisation], context: Context) -> list[str]:
    record = entry.record
    served = [context.regions[code] for code in record.areas_served or ()]
    if served or record.scope != "national":
        return served
    return [str(context.countries[entry.country]["text"])]
