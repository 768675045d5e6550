"""Every provision as a table for spreadsheets: CSV (RFC 4180) in UTF-8 with its mark, so that Excel
reads Arabic."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from ..provisions import Placed, provisions, where_in_force
from ..publication import PublicRegister
from ..text import pick, show
from ..words import words

COLUMNS = (
    "id", "country", "concern", "effect", "summary", "language", "article", "law", "year",
    "standing", "areas", "steps", "source", "address",
)  # fmt: skip


def provision_table(public: PublicRegister, lang: str) -> str:
    """The table in a language: a heading, then a row for each provision of every law."""
    said = words("law", lang)
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([said[f"column_{name}"] for name in COLUMNS])
    for it in provisions(public):
        writer.writerow([_safe(value) for value in _row(public, it, lang)])
    return "\ufeff" + text.getvalue()


def _safe(value: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value


def _row(public: PublicRegister, it: Placed, lang: str) -> Iterator[str]:
    country, law, rule = public.countries[it.law.country].record, it.law.record, it.provision
    summary = show(rule.summary, lang)
    source = law.sources.get(rule.source or "")
    areas = country.areas or {}
    yield it.id
    yield pick(country.names, lang)
    yield _label(public, "concerns", rule.concerns, lang)
    yield _label(public, "effects", rule.effect, lang)
    yield summary.text
    yield summary.lang
    yield rule.article or ""
    yield pick(law.titles, lang)
    yield law.year or ""
    yield words("law", lang)[f"standing_{it.standing}"]
    yield "; ".join(pick(areas[code], lang) for code in where_in_force(public, it.law))
    yield "; ".join(_label(public, "legal-steps", step, lang) for step in rule.steps or ())
    yield source.title if source else ""
    yield (source.url or "") if source else ""


def _label(public: PublicRegister, vocabulary: str, term: str, lang: str) -> str:
    return pick(public.vocabularies[vocabulary].record.terms[term].labels, lang)
