"""The site's own words: `wording/<area>.yml`, one entry = all languages."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import yaml

from .text import LANGUAGES, Localised, pick, spoken


@cache
def words(area: str, lang: str) -> dict[str, str]:
    """Every phrase of an area in one language, by its name; English stands in for a missing one."""
    file = Path(__file__).parent / "wording" / f"{area}.yml"
    phrases: dict[str, Localised] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return {name: pick(phrase, lang) for name, phrase in phrases.items()}


def phrase(area: str, name: str) -> Localised:
    """One phrase of an area in every language, for places that learn their language later."""
    return {lang: words(area, lang)[name] for lang in LANGUAGES}


@lru_cache(maxsize=65536)
def rendered(name: str) -> Localised:
    """A name as typed in a record, and the register's renderings of it in other languages."""
    own = spoken(name)
    known = {lang: words("names", lang).get(name) for lang in LANGUAGES}
    return {own.lang: name} | {lang: said for lang, said in known.items() if said}
