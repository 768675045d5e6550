"""The glossary for translators: its words beside each text they translate, and as a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from .model.vocabulary import TermEntry
from .register import Register
from .text import DEFAULT, pick
from .words import phrase

GLOSSARY = "glossary"
_REMARK = re.compile(r"\s*\([^)]*\)")


def terms(register: Register) -> dict[str, TermEntry]:
    """The terms of the glossary by key; none where the register has no glossary."""
    entry = register.vocabularies.get(GLOSSARY)
    return entry.record.terms if entry else {}


def beside(register: Register, source: str, lang: str, country: str) -> Iterator[str]:
    """Lines that say how the glossary names, in a language, what an English text speaks of."""
    for term in terms(register).values():
        name = pick(term.labels, DEFAULT)
        if lang in term.labels and _pattern(name).search(source):
            yield f"{name} = {in_country(term, lang, country)}"


def in_country(term: TermEntry, lang: str, country: str) -> str:
    """The word for a term in texts about a country: its own where it has one."""
    return (term.attributes or {}).get(f"{lang}-{country}") or pick(term.labels, lang)


def about(register: Register, term: TermEntry, lang: str) -> Iterator[str]:
    """What a translator must know of a term: its meaning, words of countries, words not used."""
    yield pick(term.definition, lang)
    for label, words in (("variants", term.attributes), ("avoid", term.avoid)):
        for place, said in (words or {}).items():
            code, _, country = place.partition("-")
            if code == lang:
                named = pick(register.countries[country].record.names, lang) if country else ""
                listed = said if isinstance(said, str) else " / ".join(said)
                head = " ".join(filter(None, (pick(phrase("evidence", label), lang), named)))
                yield f"{head}: {listed}"


@cache
def _pattern(label: str) -> re.Pattern[str]:
    """A label in a running text: without its remark, any of its words, in the plural too."""
    forms = [re.escape(form.strip()) for form in _REMARK.sub("", label).split(",")]
    return re.compile(rf"\b(?:{'|'.join(forms)})s?\b", re.IGNORECASE)
