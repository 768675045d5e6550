"""Pairs of organisations that may be one: found by what they share.

A pair is only looked at if it shares a telling word, a sound, an acronym or a website, so that the
work grows with the number of records and not with its square. What was found in a country is kept
between runs, as long as all its organisations say the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from math import log

from ..store import Shelf, code_version
from .names import Named
from .pairs import MEDIUM, Likeness, Weights, weighed

COMMON = 12
"""A word that more bodies of a country share than this does not bring pairs together by itself."""
USUAL = 2
"""A word that so many bodies share still counts in full: they may be one."""

Row = tuple[int, int, float, tuple[str, ...]]
"""A likely pair by its numbers in a list, with its score and reasons."""


def likely_pairs(
    organisations: Iterable[Named], known: frozenset[frozenset[str]] = frozenset(), root: str = ""
) -> list[Likeness]:
    """Pairs that may be one, most alike first; `known` are pairs judged to be two.

    `root` is the folder of the register: what was found in it before is used.
    """
    countries: dict[str, list[Named]] = defaultdict(list)
    for it in organisations:
        countries[it.country].append(it)
    rows = _kept(countries, root) if root else {cc: _rows(of) for cc, of in countries.items()}
    found = [
        Likeness(of[a], of[b], score, tuple(reasons))
        for country, of in countries.items()
        for a, b, score, reasons in rows[country]
        if not _apart(of[a], of[b], known)
    ]
    return sorted(found, key=lambda it: (-it.score, it.first.key, it.second.key))


def _kept(countries: dict[str, list[Named]], root: str) -> dict[str, list[Row]]:
    """The likely pairs of each country, from before where nothing in it has changed."""
    shelf = Shelf(root, "pairs", code_version("matching", "text.py", "transliteration.py"))
    keys = {country: _mark(of) for country, of in countries.items()}
    known = {country: shelf.get(key) for country, key in keys.items()}
    rows = {cc: known[cc] if known[cc] is not None else _rows(of) for cc, of in countries.items()}
    shelf.keep({keys[country]: found for country, found in rows.items()})
    return rows


def _mark(every: Sequence[Named]) -> str:
    """What identifies all that the pairs of these organisations are weighed by."""
    said = [
        (it.names, it.acronym, it.website, it.city, it.region, sorted(it.years)) for it in every
    ]
    return hashlib.sha256(repr(said).encode(errors="surrogatepass")).hexdigest()


def _rows(every: list[Named]) -> list[Row]:
    weights = _weights(every)
    found: list[Row] = []
    for a, b in candidates(every):
        it = weighed(every[a], every[b], weights, MEDIUM)
        if it.score >= MEDIUM:
            found.append((a, b, it.score, it.reasons))
    return found


def _weights(organisations: Iterable[Named]) -> Weights:
    """How telling each word is among them: a rare one fully, others less the more share it."""
    counts: Counter[str] = Counter()
    for it in organisations:
        counts.update({word for form in it.forms for word in (*form.words, *form.sounds)})
    return Weights((word, 1 / (1 + log(max(n, USUAL) / USUAL))) for word, n in counts.items())


def _apart(first: Named, second: Named, known: frozenset[frozenset[str]]) -> bool:
    """Whether people judged the two not to be one, or one of them says so itself."""
    if first.key and second.key and frozenset((first.key, second.key)) in known:
        return True
    return first.key in second.linked or second.key in first.linked


def candidates(every: list[Named]) -> Iterator[tuple[int, int]]:
    """Pairs that share something rare, and of long names more than one word."""
    sharing: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number, it in enumerate(every):
        for mark in _marks(it):
            sharing[mark].add(number)
    words: Counter[tuple[int, int]] = Counter()
    signs: set[tuple[int, int]] = set()
    for (kind, _), numbers in sharing.items():
        if 1 < len(numbers) <= COMMON:
            pairs = combinations(sorted(numbers), 2)
            if kind in ("word", "sound"):
                words.update(pairs)
            else:
                signs.update(pairs)
    least = [_shortest(it) / 3 for it in every]
    alike = {(a, b) for (a, b), n in words.items() if n >= min(least[a], least[b])}
    yield from sorted(signs | alike)


def _shortest(it: Named) -> int:
    """The number of words of its shortest name."""
    return min((len(form.words) for form in it.forms), default=0)


def _marks(it: Named) -> Iterator[tuple[str, str]]:
    """What can bring an organisation together with another."""
    for form in it.forms:
        yield from (("word", word) for word in form.words if len(word) > 2)
        yield from (("sound", sound) for sound in form.sounds if len(sound) > 1)
        yield "name", " ".join(form.sorted_words)
        yield "sounds", "".join(form.sounds)
        # Also against the acronym of a body known by its full name only.
        if len(form.words) > 2:
            yield "acronym", "".join(word[0] for word in form.words)
    yield from (("acronym", acronym) for acronym in it.acronyms)
    if it.host:
        yield "site", it.host
