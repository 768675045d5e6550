"""Translated texts use the words of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..authored import pages
from ..problems import Problem
from ..register import Register
from ..text import DEFAULT, LANGUAGES, fold, pick

GLOSSARY = "glossary"
NAMES = ("names", "titles")
"""Texts that are proper names: they stand as their owners write them."""
_NO_WORDS = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`|<[^>]*>")
"""Macros, targets of links, code and tags in a line of a page."""
_PREFIX = "(?:[وفبلك]?(?:ال|لل)?|لل)"
"""Particles and the article that Arabic writes together with a word."""


def avoided_words(register: Register) -> Iterator[Problem]:
    """Words that the glossary avoids, in translations of records and in authored pages."""
    avoided = {lang: _avoided(register, lang) for lang in LANGUAGES}
    for key, entry in register.translations.items():
        for at, text in entry.record.texts.items():
            if at in NAMES:
                continue
            for value, instead in _found(text.text, avoided[key.split("/")[0]]):
                loc = ("texts", at, "text")
                yield entry.problem("avoided-word", loc, value=value, instead=instead)
    if any(avoided[lang] for lang in LANGUAGES if lang != DEFAULT):
        yield from _in_pages(register, avoided)


def _in_pages(register: Register, avoided: dict[str, dict[str, str]]) -> Iterator[Problem]:
    for page in pages(register.root).values():
        for number, line in enumerate(page.body.splitlines(), page.lines_before + 1):
            for value, instead in _found(_NO_WORDS.sub(" ", line), avoided[page.lang]):
                values = {"value": value, "instead": instead}
                yield Problem(page.path, "avoided-word", (), values, number, 1)


def _avoided(register: Register, lang: str) -> dict[str, str]:
    """By avoided word: the word to use instead."""
    entry = register.vocabularies.get(GLOSSARY)
    terms = entry.record.terms.values() if entry else ()
    return {
        word: pick(term.labels, lang) for term in terms for word in (term.avoid or {}).get(lang, ())
    }


def _found(text: str, avoided: dict[str, str]) -> Iterator[tuple[str, str]]:
    folded = fold(text) if avoided else ""
    for word, instead in avoided.items():
        if _pattern(word).search(folded):
            yield word, instead


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """The word by itself, letters folded, with what Arabic writes together with it."""
    return re.compile(rf"(?<!\w){_PREFIX}{re.escape(fold(word))}(?!\w)")
