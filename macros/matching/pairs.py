"""How alike two organisations are: weighed by all that they say.

Token similarity: RapidFuzz, https://rapidfuzz.github.io/RapidFuzz/
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import JaroWinkler, Levenshtein

from ..transliteration import latin
from .names import Named, distinctive, is_arabic, kinds

Confidence = Literal["high", "medium"]
HIGH, MEDIUM = 90.0, 74.0
"""Scores from which a pair is shown, of 100; measured on the labelled pairs of the tests."""
SAME_WORD, SAME_SHORT_WORD, SHORT_NAME = 0.88, 0.93, 5
"""Likeness of two words (Jaro-Winkler) from which they count as one; more of short ones."""
SHORT_SOUND, TELLING, LONG_ACRONYM = 0.75, 1.8, 4
PART, SIGN = 78.0, 77.0
"""A name that is the other one cut short; one website or one long acronym for two."""
SAME_NAME, OTHER_KIND, SAME_SOUND = 96.0, 84.0, 88.0
"""Names alike in all telling words; save for the kind of body; in sound."""
SAME_SITE, SAME_ACRONYM, SAME_PLACE = 14.0, 8.0, 3.0
OTHER_SITE, OTHER_ACRONYM, OTHER_PLACE, OTHER_YEARS = -8.0, -8.0, -6.0, -3.0
"""What other facts add to the likeness of the names, and take from it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two organisations, how alike they are (0 to 100), and why."""

    first: Named
    second: Named
    score: float
    reasons: tuple[str, ...]
    """Phrases of `wording/duplicates.yml`, the weightiest first."""

    @property
    def confidence(self) -> Confidence:
        """`high` where hardly anything speaks against it."""
        return "high" if self.score >= HIGH else "medium"


Weights = Callable[[str], float]


def weighed(first: Named, second: Named, weight: Weights = lambda word: 1.0) -> Likeness:
    """How alike two organisations are, and why."""
    signs = [*_by_names(first, second, weight), *_by_signs(first, second)]
    score, reason = max(signs, default=(0.0, "name-other"))
    reasons = [reason]
    for points, why in _by_facts(first, second):
        if why != reason:
            score += points
            reasons.append(why)
    return Likeness(first, second, max(0.0, min(100.0, score)), tuple(reasons))


def _by_names(first: Named, second: Named, weight: Weights) -> Iterator[tuple[float, str]]:
    for mine, words, sounds in zip(first.names, first.words, first.sounds, strict=True):
        for theirs, others, tones in zip(second.names, second.words, second.sounds, strict=True):
            most = SAME_NAME if _one_kind(mine, theirs) else OTHER_KIND
            if sorted(words) == sorted(others):
                yield most, "name-same" if most == SAME_NAME else "name-other-kind"
            elif is_arabic(mine) == is_arabic(theirs):
                yield most * overlap(words, others, weight), "name-alike"
                if _is_part(words, others, weight) or _is_part(others, words, weight):
                    yield min(most, PART), "name-part"
            yield from _by_sounds((mine, sounds), (theirs, tones), most, weight)


def _by_sounds(
    mine: tuple[str, tuple[str, ...]],
    theirs: tuple[str, tuple[str, ...]],
    most: float,
    weight: Weights,
) -> Iterator[tuple[float, str]]:
    """Likeness of two names, each with its words as consonants."""
    (name, sounds), (other, tones) = mine, theirs
    letters = min(len("".join(sounds)), len("".join(tones)))
    other_script = is_arabic(name) != is_arabic(other)
    few_alike = letters and other_script and sounds == tones and _written_alike(name, other)
    if few_alike or (letters > 2 and sorted(sounds) == sorted(tones)):
        yield min(most, SAME_SOUND), "name-sounds-same"
    elif letters > 3 and other_script:
        yield min(most, SAME_SOUND) * overlap(sounds, tones, weight), "name-sounds"


def _one_kind(mine: str, theirs: str) -> bool:
    """Whether nothing says that one is an association and the other, say, a league."""
    ours, others = kinds(mine), kinds(theirs)
    return ours == others or not (ours and others)


def _by_signs(first: Named, second: Named) -> Iterator[tuple[float, str]]:
    """What makes two bodies likely to be one whatever they are called."""
    if first.host and first.host == second.host:
        yield SIGN, "site-same"
    if any(len(it) >= LONG_ACRONYM for it in first.acronyms & second.acronyms):
        yield SIGN, "acronym-same"


def _written_alike(mine: str, theirs: str) -> bool:
    """Few consonants are shared by chance: then the letters must be alike too."""
    one, other = (latin(" ".join(distinctive(name))) for name in (mine, theirs))
    return JaroWinkler.similarity(one, other) >= SHORT_SOUND


def _is_part(words: tuple[str, ...], others: tuple[str, ...], weight: Weights) -> bool:
    """Whether a name is the other one cut short: all its words, rare enough, are in it."""
    if len(words) >= len(others) or len("".join(words)) < SHORT_NAME:
        return False
    alike = all(any(_same_word(word, other) for other in others) for word in words)
    telling = sum(weight(word) for word in words)
    return alike and (telling >= TELLING or (len(words) == 1 and _same_word(words[0], others[0])))


def _same_word(one: str, other: str) -> bool:
    least = SAME_SHORT_WORD if max(len(one), len(other)) <= SHORT_NAME else SAME_WORD
    return JaroWinkler.similarity(one, other) >= least


def overlap(mine: tuple[str, ...], theirs: tuple[str, ...], weight: Weights) -> float:
    """The share of letters in words that both names have, small differences of spelling aside.

    Words are paired one to one, so that a word only one of them has counts against it: bodies that
    differ in one telling word are usually two. Common words count less.
    """
    left, shared = list(theirs), 0.0

    def size(word: str) -> float:
        return len(word) * weight(word)

    for word in mine:
        best = max(left, key=lambda other: JaroWinkler.similarity(word, other), default="")
        if best and _same_word(word, best):
            left.remove(best)
            shared += JaroWinkler.similarity(word, best) * (size(word) + size(best))
    total = sum(map(size, mine)) + sum(map(size, theirs))
    return shared / total if total else 0.0


def _by_facts(first: Named, second: Named) -> Iterator[tuple[float, str]]:
    if first.host and second.host:
        same = first.host == second.host
        yield (SAME_SITE, "site-same") if same else (OTHER_SITE, "site-other")
    if first.acronyms and second.acronyms:
        if first.acronyms & second.acronyms:
            yield SAME_ACRONYM, "acronym-same"
        elif not any(_near(a, b) for a in first.acronyms for b in second.acronyms):
            yield OTHER_ACRONYM, "acronym-other"
    if first.region and second.region:
        same = first.region == second.region
        yield (SAME_PLACE, "place-same") if same else (OTHER_PLACE, "place-other")
    elif first.city and second.city and set(first.city.split()) & set(second.city.split()):
        yield SAME_PLACE, "place-same"
    if first.years and second.years:
        same = bool(first.years & second.years)
        yield (SAME_PLACE, "year-same") if same else (OTHER_YEARS, "year-other")


def _near(one: str, other: str) -> bool:
    """Whether one acronym may be the other with a letter more or less: LMDH and LMDDH."""
    return Levenshtein.distance(one, other) <= 1 and max(len(one), len(other)) > 3
