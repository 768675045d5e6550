"""Texts use the words of the glossary: those of records, of translations and of authored pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..authored import Page, pages
from ..model import Translation
from ..problems import Loc, Problem
from ..register import Entry, Register
from ..store import Shelf, code_version
from ..text import LANGUAGES, fold, has_arabic, pick, slug

GLOSSARY = "glossary"
NAMES = ("names", "titles")
"""Texts that are proper names: they stand as their owners write them."""
MADE_BY = ("checks/glossary.py", "model", "text.py", "register.py")
"""What finds the texts in which an avoided word may be, below `macros/`."""
Avoided = dict[str, str]
"""By avoided word: the word to use instead."""
Place = tuple[str, str]
"""A language, and a country or none."""
_NO_WORDS = re.compile(r"\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`|<[^>]*>")
"""Macros, targets of links, code and tags in a line of a page."""
_ARTICLE = "ال"
_WITH_ARTICLE = "[وف]?(?:[بك]?ال|لل)"
_PARTICLES = f"(?:{_WITH_ARTICLE}|[وف]?[بكل]?)"
"""What Arabic writes together with a word that follows."""


def avoided_words(register: Register) -> Iterator[Problem]:
    """Words that the glossary avoids, everywhere or in texts about a country."""
    countries = ("", *register.countries)
    avoided = {(lang, cc): _avoided(register, lang, cc) for lang in LANGUAGES for cc in countries}
    names = _names(register)
    for entry, languages in _suspects(register, avoided):
        for lang in languages:
            plain = [(loc, _plain(text)) for loc, text in _texts(entry, lang)]
            yield from _in_texts(entry, plain, _of(avoided, entry, lang), names)
    of_page = {slug(it.record.names): key for key, it in register.countries.items()}
    for page in pages(register.root).values():
        yield from _in_page(page, avoided[page.lang, of_page.get(_stem(page), "")], names)


def _of(avoided: dict[Place, Avoided], entry: Entry[Any], lang: str) -> Avoided:
    return avoided.get((lang, entry.country)) or avoided[lang, ""]


def _suspects(
    register: Register, avoided: dict[Place, Avoided]
) -> Iterator[tuple[Entry[Any], list[str]]]:
    """Records and translations, and the languages in which an avoided word may be in them.

    Kept by the content of their files, since few files change between two checks. What is not in a
    file yet is looked at each time.
    """
    shelf = Shelf(register.root, "glossary", f"{code_version(*MADE_BY)} {sorted(avoided.items())}")
    kept: dict[str, list[str]] = {}
    for key, entry in [*register.translations.items(), *(("", it) for it in register.entries())]:
        digest = register.digests.get(entry.path)
        content = f"{digest}{entry.country}{key}" if digest else ""
        found = shelf.get(content)
        if found is None:
            texts = _in_translation(key, entry) if key else _by_language(entry)
            found = [lang for lang, text in texts if _may_hold(text, _of(avoided, entry, lang))]
        if content:
            kept[content] = found
        if found:
            yield entry, found
    shelf.keep(kept)


def _in_translation(key: str, entry: Entry[Translation]) -> Iterator[tuple[str, str]]:
    """All texts of a translation in its language, without proper names, in one."""
    texts = [it.text for at, it in entry.record.texts.items() if at not in NAMES]
    yield key.split("/")[0], "\n".join(texts)


def _by_language(entry: Entry[Any]) -> Iterator[tuple[str, str]]:
    """All texts of a record in each language, without proper names, in one."""
    names = [id(entry.data.get(name)) for name in NAMES]
    every = [it for it in entry.held("localised").get("", ()) if id(it) not in names]
    for lang in LANGUAGES if every else ():
        yield lang, "\n".join([str(it[lang]) for it in every if lang in it])


def _texts(entry: Entry[Any], lang: str) -> Iterator[tuple[Loc, str]]:
    """Texts of a record or translation in a language, without proper names."""
    if isinstance(entry.record, Translation):
        for at, text in entry.record.texts.items():
            if at not in NAMES:
                yield ("texts", at, "text"), text.text
    for loc, value in entry.texts():
        if loc[0] not in NAMES and lang in value:
            yield (*loc, lang), str(value[lang])


def _may_hold(text: str, avoided: Avoided) -> bool:
    """Whether any of the words is in the text, be it in another word or in a name."""
    plain = text.casefold()
    if has_arabic(text):
        plain += fold.__wrapped__(text)  # as `_plain` takes either; too long to be remembered
    return any(word in plain for word in _shortest(tuple(avoided)))


@cache
def _shortest(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those in which another one is found."""
    bare = {_bare(word) for word in words}
    return tuple(sorted(it for it in bare if not any(o in it for o in bare - {it})))


def _in_texts(
    entry: Entry[Any], texts: list[tuple[Loc, str]], avoided: Avoided, names: list[str]
) -> Iterator[Problem]:
    for loc, text in texts:
        for value, instead in _found(text, avoided, names):
            yield entry.problem("avoided-word", loc, value=value, instead=instead)


def _in_page(page: Page, avoided: Avoided, names: list[str]) -> Iterator[Problem]:
    for number, line in enumerate(page.body.splitlines(), page.lines_before + 1):
        for value, instead in _found(_plain(_NO_WORDS.sub(" ", line)), avoided, names):
            values = {"value": value, "instead": instead}
            yield Problem(page.path, "avoided-word", (), values, number, 1)


def _stem(page: Page) -> str:
    return page.original.rpartition("/")[2].removesuffix(".md")


def _avoided(register: Register, lang: str, country: str) -> Avoided:
    """Words to avoid in texts of a language about a country; its own word for a term is none."""
    entry = register.vocabularies.get(GLOSSARY)
    found: Avoided = {}
    for term in entry.record.terms.values() if entry else ():
        own = (term.attributes or {}).get(f"{lang}-{country}", "")
        instead = own or pick(term.labels, lang)
        for place in (lang, f"{lang}-{country}"):
            words = (term.avoid or {}).get(place, ())
            found |= {word: instead for word in words if not _pattern(word).search(_plain(own))}
    return found


def _names(register: Register) -> list[str]:
    """Names of organisations and titles of laws, folded, longest first: texts quote them."""
    found: set[str] = set()
    entries: list[Entry[Any]] = [*register.organisations.values(), *register.legislation.values()]
    for entry in entries:
        for field in (*NAMES, "also_known_as"):
            value = entry.data.get(field)
            each = value.values() if isinstance(value, dict) else value or ()
            found |= {_plain(str(name)) for name in each}
    return sorted(found, key=len, reverse=True)


def _found(folded: str, avoided: Avoided, names: list[str]) -> Iterator[tuple[str, str]]:
    for word, instead in avoided.items():
        if _bare(word) in folded and _pattern(word).search(_without(folded, word, names)):
            yield word, instead


def _without(folded: str, word: str, names: list[str]) -> str:
    """The text without the names that have the word in them."""
    for name in names:
        if name in folded and _pattern(word).search(name):
            folded = folded.replace(name, " ")
    return folded


def _plain(text: str) -> str:
    """The text without case and, in Arabic, variants of letters; "drogués" is no "drogues"."""
    return fold(text) if has_arabic(text) else text.casefold()


@cache
def _bare(word: str) -> str:
    """The word with its letters folded, without the Arabic article."""
    return _plain(word).removeprefix(_ARTICLE)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    """The word by itself, with what Arabic writes together with it; "uses" is no "use"."""
    before = ""
    if has_arabic(word):
        before = _WITH_ARTICLE if _plain(word).startswith(_ARTICLE) else _PARTICLES
    return re.compile(rf"(?<!\w){before}{re.escape(_bare(word))}(?!\w)")
