"""Languages: which there are, which text a reader gets, how numbers, dates and sorting look.

The only module that lists language codes. Formats follow CLDR (through Babel); Arabic folding
follows the normalisation that Arabic information retrieval commonly applies (alef, hamza, ta
marbuta, alef maqsura, tatweel and vowel marks).
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

Localised = Mapping[str, str]
"""A text in one or more languages, by language code."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site: its code, CLDR locale, writing direction and own name."""

    code: str
    locale: str
    dir: str
    name: str


# Arabic pages use European digits (0-9): customary in Morocco, understood in all four countries,
# and unambiguous beside law numbers, telephone numbers and Latin names.
LANGUAGES: dict[str, Language] = {
    "en": Language("en", "en_GB", "ltr", "English"),
    "ar": Language("ar", "ar", "rtl", "العربية"),
    "fr": Language("fr", "fr", "ltr", "Français"),
}
DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as a reader gets it, with the language it is really in."""

    text: str
    lang: str

    @property
    def dir(self) -> str:
        """The writing direction of the text itself."""
        return LANGUAGES[self.lang].dir


def show(text: Localised, lang: str) -> Shown:
    """The text in the asked language, else in English, else in whatever language there is."""
    for code in (lang, DEFAULT, *LANGUAGES):
        if code in text:
            return Shown(text[code], code)
    raise ValueError("a localised text needs at least one language")


def original(text: Localised) -> Shown:
    """The text that translations are made from: English, else whatever language there is."""
    return show(text, DEFAULT)


def pick(text: Localised, lang: str) -> str:
    """The words alone of `show`, for places that cannot mark a language."""
    return text[lang] if lang in text else show(text, lang).text


def slug(text: Localised) -> str:
    """A name as a part of an address: its English in small letters, hyphens for spaces."""
    return pick(text, DEFAULT).lower().replace(" ", "-")


@lru_cache(maxsize=65536)
def number(value: int | float, lang: str) -> str:
    """A number with the language's own group and decimal signs."""
    return str(format_decimal(value, locale=LANGUAGES[lang].locale, numbering_system="latn"))


def percent(value: float, lang: str) -> str:
    """A share between 0 and 1 as a whole percentage."""
    return str(format_percent(value, locale=LANGUAGES[lang].locale, numbering_system="latn"))


def size(n_bytes: int, lang: str) -> str:
    """The size of a file in kilobytes or megabytes (of 1,000 and 1,000,000 bytes)."""
    unit, value = ("megabyte", n_bytes / 1e6) if n_bytes >= 1e6 else ("kilobyte", n_bytes / 1e3)
    rounded = round(value, 1) if value < 10 else round(value)
    locale, digits = LANGUAGES[lang].locale, "latn"
    return str(
        format_unit(rounded, f"digital-{unit}", "short", locale=locale, numbering_system=digits)
    )


@lru_cache(maxsize=65536)  # formatting one costs much, and registers repeat their dates
def date(value: str, lang: str) -> str:
    """A date of year, year-month or full precision (ISO 8601) in words."""
    parts = [int(part) for part in value.split("-")]
    locale = LANGUAGES[lang].locale
    if len(parts) == 1:
        return str(parts[0])
    day = datetime.date(*[*parts, 1][:3])
    if len(parts) == 2:
        return str(format_skeleton("yMMMM", day, locale=locale))
    return str(format_date(day, "long", locale=locale))


def join(items: list[str], lang: str) -> str:
    """Items as a list in words: "a, b and c"."""
    if len(items) < 2:
        return "".join(items)
    patterns = _list_patterns(lang)
    if len(items) == 2:
        return patterns["2"].format(*items)
    found = patterns["start"].format(*items[:2])
    for item in items[2:-1]:
        found = patterns["middle"].format(found, item)
    return patterns["end"].format(found, items[-1])


@cache
def _list_patterns(lang: str) -> Mapping[str, str]:
    """How the language joins items (CLDR), read once: Babel does it for every list."""
    found: Mapping[str, str] = Locale.parse(LANGUAGES[lang].locale).list_patterns["standard"]
    return {name: found[name] for name in ("start", "middle", "end", "2")}


ARABIC_MONTHS = ("ar_EG", "ar_JO", "ar_MA", "ar_YE")
"""Locales whose names of months differ: مايو, أيار and ماي are one month."""


@cache
def months() -> dict[str, int]:
    """Numbers of the months by their folded names, in every language and country (CLDR)."""
    found: dict[str, int] = {}
    for code in (*(language.locale for language in LANGUAGES.values()), *ARABIC_MONTHS):
        for width in ("wide", "abbreviated"):
            for month, name in Locale.parse(code).months["format"][width].items():
                found.setdefault(fold(name.rstrip(".")), month)
    return found


_MARKS = re.compile(
    "[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f\u202a-\u202e\u2066-\u2069]"
)
_VARIANTS = dict(zip("ٱىةگڭپڤ", "ايهككبف", strict=True))
_ARTICLE = re.compile(r"\b(?:وال|بال|كال|فال|لل|ال)(?=\w{3})")


_NOT_PLAIN = re.compile("[^\x00-\x7f\u0621\u0627\u0628\u062a-\u063a\u0641-\u0648\u064a]")
"""All but the letters that count as themselves."""
_PUNCTUATION = re.compile(r"[^\w\s]")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """The text as search and sorting compare it: no case, accents or variants of letters."""
    if not text.isascii():
        for char in set(_NOT_PLAIN.findall(text)):
            text = text.replace(char, _folded(char))
    return text.casefold()


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    """What a letter counts as: nothing for marks and joiners."""
    letters = unicodedata.normalize("NFKD", char).casefold()
    bare = [it for it in letters if not (unicodedata.combining(it) or _MARKS.fullmatch(it))]
    return "".join(_VARIANTS.get(it, it) for it in bare)


def without_article(folded: str) -> str:
    """A folded Arabic text with the article (and a particle before it) taken off each word."""
    return folded if folded.isascii() else _ARTICLE.sub("", folded)


@lru_cache(maxsize=65536)
def sort_key(text: str) -> tuple[int, str]:
    """Order of names in a list: by folded text, the Arabic article and punctuation ignored."""
    folded = _PUNCTUATION.sub("", without_article(fold(text))).strip()
    return (0 if folded else 1, folded)


_SCRIPTS = {
    "ar": re.compile("[\u0600-\u06ff\u0750-\u077f]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
}


def script_fits(text: str, lang: str) -> bool:
    """Whether a text's letters are mostly those of the language it is filed under."""
    is_rtl = LANGUAGES[lang].dir == "rtl"
    if not _SCRIPTS["latin" if is_rtl else "ar"].search(text):
        return True  # as in most texts, with no need to count
    arabic = len(_SCRIPTS["ar"].findall(text))
    latin = len(_SCRIPTS["latin"].findall(text))
    return arabic * 2 >= latin if is_rtl else latin >= arabic


def has_arabic(text: str) -> bool:
    """Whether there is an Arabic letter in the text."""
    return not text.isascii() and bool(_SCRIPTS["ar"].search(text))


_FRENCH = re.compile(
    r"[àâçèéêëîïôùûœ]|\b(?:[dlns]['’]|(?:au|aux|de|des|du|en|et|la|le|les|pour|sur)\b)", re.I
)
_ENGLISH = re.compile(r"\b(?:and|at|by|for|from|in|is|its|of|on|the|to|with)\b", re.I)


def spoken(text: str) -> Shown:
    """A name or title that carries no tag, with the language that its letters and words show."""
    if has_arabic(text):
        return Shown(text, "ar")
    is_french = len(_FRENCH.findall(text)) > len(_ENGLISH.findall(text))
    return Shown(text, "fr" if is_french else DEFAULT)


def search_forms(text: str) -> list[str]:
    """Other spellings a reader may type: letters folded, and without the Arabic article."""
    folded = fold(text)
    forms = dict.fromkeys((folded, without_article(folded)))
    return [form for form in forms if form != text.casefold()]
