"""The words of an answer in one language: names, reasons, contacts, mechanisms and provisions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..derived import evidence_level
from ..model.mechanism import Rule
from ..model.organisation import Organisation, Relation
from ..provisions import Placed, provisions, where_in_force
from ..publication import PublicRegister
from ..register import Entry
from ..text import LANGUAGES, Localised, date, pick, show
from ..words import words
from .reasons import Reason

CONTACTS = ("hotline", "phone", "email", "page")
LABELS = {
    "themes": "themes",
    "services": "services",
    "helpful": "services",
    "wide": "scopes",
    "status": "statuses",
}
"""By code of a reason: the vocabulary of the keys that it names."""

Text = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything that the finder says in a language."""

    public: PublicRegister
    lang: str

    @property
    def words(self) -> dict[str, str]:
        """The finder's own words."""
        return words("finder", self.lang)

    def text(self, text: Localised) -> Text:
        """A text, marked with its language where that is not the one asked for."""
        if self.lang in text:
            return {"text": text[self.lang]}
        shown = show(text, self.lang)
        return {"text": shown.text, "lang": shown.lang, "dir": LANGUAGES[shown.lang].dir}

    def label(self, vocabulary: str, term: str) -> str:
        """The word for a term."""
        return pick(self.public.vocabularies[vocabulary].record.terms[term].labels, self.lang)

    def labels(self, vocabulary: str) -> dict[str, str]:
        """The words for all terms of a list; none where there is no such list."""
        entry = self.public.vocabularies.get(vocabulary)
        return {key: self.label(vocabulary, key) for key in (entry.record.terms if entry else ())}

    def regions(self) -> dict[str, str]:
        """The names of all regions, by code."""
        countries = self.public.countries.values()
        return {
            code: pick(name, self.lang)
            for country in countries
            for code, name in country.record.regions.items()
        }

    def areas(self) -> dict[str, str]:
        """The names of the parts of countries under one authority, by code."""
        countries = self.public.countries.values()
        return {
            code: pick(name, self.lang)
            for country in countries
            for code, name in (country.record.areas or {}).items()
        }

    def join(self, parts: Iterable[str]) -> str:
        """Parts in a row, with the language's comma."""
        return self.words["comma"].join(parts)

    def say(self, kind: str, reason: Reason) -> str:
        """A reason or a caution in words; `kind` is `reason` or `caution`."""
        code, values = reason
        return self.words[f"{kind}_{code}"].format(list=self.join(self._named(code, values)))

    def _named(self, code: str, values: list[str]) -> list[str]:
        if code in LABELS:
            return [self.label(LABELS[code], value) for value in values]
        if code in ("seat", "serves", "places"):
            names = self.regions()
            return [names[value] for value in values]
        if code == "area":
            names, colon = self.areas(), self.words["colon"]
            pairs = zip(values[::2], values[1::2], strict=True)
            return [f"{names[area]}{colon}{self.label('statuses', it)}" for area, it in pairs]
        return [date(value, self.lang) for value in values]

    def organisation(self, entry: Entry[Organisation], newest: str) -> Text:
        """An organisation as the answer names it."""
        record = entry.record
        return self.text(record.names) | {
            "gloss": entry.gloss.get(self.lang, ""),
            "acronym": record.acronym or "",
            "place": pick(record.city, self.lang) if record.city else "",
            "languages": [self.label("languages", it) for it in record.languages or ()],
            "evidence": self.label("evidence-levels", evidence_level(entry)),
            "newest": date(newest, self.lang) if newest else "",
            "contact": self._contact(record),
            "relations": [self._relation(it) for it in record.authority_relations or ()],
        }

    def _contact(self, record: Organisation) -> list[Text]:
        found = [("website", record.website)] if record.website else []
        for name in CONTACTS:
            value = getattr(record.contact, name, None)
            if value:
                found.append((name, value))
        return [{"kind": name, "text": value, "href": _href(name, value)} for name, value in found]

    def _relation(self, it: Relation) -> Text:
        bodies = [self.public.authorities[key] for key in it.authorities or ()]
        names = [pick(body.record.names, self.lang) for body in bodies]
        named = [pick(it.named, self.lang)] if it.named and not names else names
        when = it.year or it.since
        return self.text(it.summary) | {
            "kind": self.label("relation-kinds", it.kind),
            "with": self.join(named),
            "when": date(when, self.lang) if when else "",
            "regions": sorted({body.record.region for body in bodies if body.record.region}),
            "prosecution": any(body.record.kind == "prosecution" for body in bodies),
        }

    def mechanism(self, key: str) -> Text:
        """A mechanism as the answer names it, with the law it rests on."""
        record = self.public.mechanisms[key].record
        rules = [self._rule(it) for it in record.rules or ()]
        return self.text(record.names) | {
            "role": self.text(record.cso_role),
            "rules": self.words["semicolon"].join(rules),
        }

    def _rule(self, it: Rule) -> str:
        title = pick(self.public.legislation[it.law].record.titles, self.lang)
        return self.join([title, *self._art(it.article)])

    def provisions(self) -> dict[str, Placed]:
        """Every provision by its id."""
        return {it.id: it for it in provisions(self.public)}

    def provision(self, it: Placed) -> Text:
        """A provision as the answer quotes it."""
        record, areas = it.law.record, self.areas()
        return self.text(it.provision.summary) | {
            "law": self.text(record.titles),
            "key": it.law.key,
            "article": "".join(self._art(it.provision.article)),
            "effect": it.provision.effect,
            "effect_label": self.label("effects", it.provision.effect),
            "where": self.join(areas[code] for code in where_in_force(self.public, it.law)),
        }

    def _art(self, article: str | None) -> list[str]:
        return [self.words["article"].format(number=article)] if article else []


def _href(kind: str, value: str) -> str:
    if kind in ("website", "page"):
        return value if value.startswith(("https://", "http://")) else ""
    scheme = "mailto:" if kind == "email" else "tel:"
    return scheme + (
        value if kind == "email" else "".join(it for it in value if it in "+0123456789")
    )
