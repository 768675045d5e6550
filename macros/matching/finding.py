"""Pairs of organisations that may be one: found by what they share.

A pair is only looked at if it shares a telling word, a sound, an acronym or a website, so that the
work grows with the number of records and not with its square. What two organisations were found to
be is kept between runs, as long as both say the same and their words are as rare as they were.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations
from math import log
from typing import Any

from ..parallel import shared
from ..store import Shelf, code_version
from .names import Named
from .pairs import MEDIUM, Likeness, Weights, weighed

COMMON = 12
"""A word that more bodies of a country share than this does not bring pairs together by itself."""
USUAL = 2
"""A word that so many bodies share still counts in full: they may be one."""

Pair = tuple[Named, Named]


class Rarity:
    """How telling each word is among the organisations of a country, from 1 down to 0."""

    def __init__(self, organisations: Iterable[Named]) -> None:
        self.counts: dict[str, Counter[str]] = defaultdict(Counter)
        for it in organisations:
            self.counts[it.country].update(set(_words(it)))

    def of(self, country: str) -> Weights:
        """The weight of a word there: that of a rare one, less the more bodies share it."""
        counts = self.counts[country]
        return lambda word: 1 / (1 + log(max(counts[word], USUAL) / USUAL))

    def mark(self, it: Named) -> str:
        """What identifies all that a pair with this organisation is weighed by."""
        counts = [self.counts[it.country][word] for word in _words(it)]
        said = (it.names, it.acronym, it.website, it.city, it.region, sorted(it.years), counts)
        return hashlib.sha256(repr(said).encode(errors="surrogatepass")).hexdigest()[:32]


def _words(it: Named) -> list[str]:
    return [word for name in (*it.words, *it.sounds) for word in name]


def likely_pairs(
    organisations: Iterable[Named], known: frozenset[frozenset[str]] = frozenset(), root: str = ""
) -> list[Likeness]:
    """Pairs that may be one, most alike first; `known` are pairs judged to be two.

    `root` is the folder of the register: what was found in it before is used.
    """
    every = list(organisations)
    rarity = Rarity(every)
    pairs = [(every[a], every[b]) for a, b in candidates(every)]
    pairs = [(first, second) for first, second in pairs if not _apart(first, second, known)]
    scores = _kept(pairs, rarity, root) if root else _scores(rarity, pairs)
    found = [
        Likeness(*pair, score, reasons)
        for pair, (score, reasons) in zip(pairs, scores, strict=True)
        if score >= MEDIUM
    ]
    return sorted(found, key=lambda it: (-it.score, it.first.key, it.second.key))


def _apart(first: Named, second: Named, known: frozenset[frozenset[str]]) -> bool:
    """Whether people judged the two not to be one, or one of them says so itself."""
    if first.key and second.key and frozenset((first.key, second.key)) in known:
        return True
    return first.key in second.linked or second.key in first.linked


def _kept(pairs: list[Pair], rarity: Rarity, root: str) -> list[Any]:
    """Score and reasons of each pair; on all cores for those that are not known from before."""
    shelf = Shelf(root, "pairs", code_version("matching", "text.py", "transliteration.py"))
    marks = {id(it): "" for pair in pairs for it in pair}
    for it in (it for pair in pairs for it in pair):
        marks[id(it)] = marks[id(it)] or rarity.mark(it)
    keys = [marks[id(first)] + marks[id(second)] for first, second in pairs]
    new = [pair for key, pair in zip(keys, pairs, strict=True) if shelf.get(key) is None]
    fresh = iter(shared(partial(_scores, rarity), new))
    scores = [shelf.get(key) or next(fresh) for key in keys]
    shelf.keep(dict(zip(keys, scores, strict=True)))
    return scores


def _scores(rarity: Rarity, pairs: Sequence[Pair]) -> list[Any]:
    found = [weighed(first, second, rarity.of(first.country)) for first, second in pairs]
    return [(it.score, it.reasons) for it in found]


def candidates(every: list[Named]) -> Iterator[tuple[int, int]]:
    """Pairs of one country that share something rare, and of long names more than one word."""
    sharing: dict[tuple[str, str, str], set[int]] = defaultdict(set)
    for number, it in enumerate(every):
        for kind, value in _marks(it):
            sharing[it.country, kind, value].add(number)
    words: Counter[tuple[int, int]] = Counter()
    signs: set[tuple[int, int]] = set()
    for (_, kind, _), numbers in sharing.items():
        if 1 < len(numbers) <= COMMON:
            pairs = combinations(sorted(numbers), 2)
            if kind in ("word", "sound"):
                words.update(pairs)
            else:
                signs.update(pairs)
    yield from sorted(signs | {pair for pair, n in words.items() if n >= _least(pair, every)})


def _least(pair: tuple[int, int], every: list[Named]) -> float:
    """How many words and sounds two names of that length share if they are likely one."""
    return min(len(words) for number in pair for words in every[number].words) / 3


def _marks(it: Named) -> Iterator[tuple[str, str]]:
    """What can bring an organisation together with another."""
    for words in it.words:
        yield from (("word", word) for word in words if len(word) > 2)
        yield "name", " ".join(sorted(words))
    for sounds in it.sounds:
        yield from (("sound", sound) for sound in sounds if len(sound) > 1)
        yield "sounds", "".join(sounds)
    yield from (("acronym", acronym) for acronym in it.acronyms)
    # Also against the acronym of a body known by its full name only.
    yield from (("acronym", "".join(w[0] for w in words)) for words in it.words if len(words) > 2)
    if it.host:
        yield "site", it.host
