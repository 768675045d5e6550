"""Names in forms that can be compared, whatever their script and spelling."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any
from urllib.parse import urlsplit

from ..register import Entry
from ..text import fold, without_article
from ..transliteration import skeleton


def _words(text: str) -> frozenset[str]:
    return frozenset(fold(word) for word in text.split())


GENERIC = _words(
    """
    association associations society societies centre center foundation organisation
    organization organisations organizations group network union federation league institute
    committee council forum initiative ngo ong asociation fondation ligue reseau comite
    conseil groupe institut assoc جمعية جمعيات مركز مؤسسة منظمة منظمات مجموعة شبكة اتحاد
    رابطة معهد لجنة مجلس منتدى مبادرة هيئة
    """
)
"""Words that say what kind of body it is: they tell two apart only where nothing else does."""
SMALL = _words(
    """
    al el the of and for in on to a an at by with de du des d la le les l et pour en au aux
    contre و في من على عن الى ب ل ضد
    """
)
SHARED_HOSTS = frozenset((
    "facebook.com", "twitter.com", "x.com", "instagram.com", "youtube.com", "linkedin.com",
    "wordpress.com", "blogspot.com", "sites.google.com", "wikipedia.org", "linktr.ee", "t.me",
))  # fmt: skip
"""Hosts of many bodies' pages, which so say nothing."""
_ARABIC = re.compile("[\u0600-\u06ff]")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Form:
    """A name as it is compared."""

    words: tuple[str, ...]
    """The words that tell it from others, folded."""
    sounds: tuple[str, ...]
    """The same as consonants, alike for both scripts."""
    sorted_words: tuple[str, ...]
    sorted_sounds: tuple[str, ...]
    n_consonants: int
    kinds: frozenset[str]
    is_arabic: bool


@dataclass(frozen=True)
class Named:
    """An organisation as matching sees it; `key` is empty for a row that is not on file."""

    key: str
    country: str
    names: tuple[str, ...]
    acronym: str = ""
    website: str = ""
    city: str = ""
    region: str = ""
    years: frozenset[int] = frozenset()
    linked: frozenset[str] = frozenset()
    """Keys of records that it says to be others: its successor, the bodies it belongs to."""

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """Each of its names as it is compared."""
        return tuple(map(form, self.names))

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """Its acronym, and names that are nothing but capitals."""
        given = [self.acronym, *(name for name in self.names if re.fullmatch("[A-Z]{3,8}", name))]
        return frozenset(fold(it).replace(".", "") for it in given if len(it) > 2)

    @cached_property
    def host(self) -> str:
        """The host of its website, if it is one of its own."""
        host = (urlsplit(self.website).hostname or "").removeprefix("www.")
        return "" if host in SHARED_HOSTS else host


def distinctive(name: str) -> tuple[str, ...]:
    """The words of a name without small words and kinds of body; all of them if none is left."""
    words = [it for it in _WORD.findall(without_article(fold(name))) if it not in SMALL]
    telling = [it for it in words if it not in GENERIC]
    return tuple(telling or words)


_KINDS = {
    fold(word): fold(line.split()[0])
    for line in (
        "association associations society societies asociation assoc جمعية جمعيات",
        "organisation organization organisations organizations ngo ong منظمة منظمات",
        "centre center مركز", "foundation fondation مؤسسة", "league ligue رابطة",
        "network reseau réseau شبكة", "union federation fédération اتحاد",
        "committee comite comité لجنة", "forum منتدى", "institute institut معهد",
    )
    for word in line.split()
}  # fmt: skip
"""Words for kinds of body that mean the same in several languages."""


def kinds(name: str) -> frozenset[str]:
    """The kinds of body that a name gives, one word for all languages."""
    words = _WORD.findall(without_article(fold(name)))
    return frozenset(_KINDS[word] for word in words if word in _KINDS)


@lru_cache(maxsize=65536)
def form(name: str) -> Form:
    """A name as it is compared: its words, its consonants, its kinds of body and its script."""
    words = distinctive(name)
    sounds = tuple(filter(None, map(skeleton, words)))
    return Form(
        words,
        sounds,
        tuple(sorted(words)),
        tuple(sorted(sounds)),
        sum(map(len, sounds)),
        kinds(name),
        bool(_ARABIC.search(name)),
    )


def named(entry: Entry[Any]) -> Named:
    """What matching needs of a record."""
    record = entry.record
    names = [*record.names.values(), *(record.also_known_as or ())]
    successors = [step.successor for step in record.status if step.successor]
    return Named(
        entry.key,
        entry.country,
        tuple(dict.fromkeys(names)),
        record.acronym or "",
        record.website or "",
        " ".join(sorted({fold(it) for it in record.city.values()})) if record.city else "",
        record.region or "",
        frozenset(int(claim.value[:4]) for claim in record.founded or ()),
        frozenset([*(record.member_of or ()), *successors]),
    )
