"""How alike two organisations are: weighed by all that they say.

Token similarity: RapidFuzz, https://rapidfuzz.github.io/RapidFuzz/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from math import inf
from typing import Literal

from rapidfuzz.distance import JaroWinkler, Levenshtein

from ..transliteration import latin
from .names import Form, Named

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
ROUNDING = 1e-6
"""What is left out of account must be lower by more than sums differ with their order."""
Words = tuple[str, ...]
likeness = lru_cache(maxsize=2**17)(JaroWinkler.similarity)
"""How alike two words are (Jaro-Winkler); names repeat their words."""


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


Sign = tuple[float, str]
"""What speaks for one organisation: the score by it, and its phrase of `wording/duplicates.yml`."""


class Weights(dict[str, float]):
    """How telling each word is, from 1 down to 0; any other word is fully so."""

    def __init__(self, weights: Iterable[tuple[str, float]] = ()) -> None:
        super().__init__(weights)
        self._sizes: dict[Words, list[float]] = {}

    def __missing__(self, word: str) -> float:
        return 1.0

    def sizes(self, words: Words) -> list[float]:
        """The letters of each word, common words counted less."""
        if words not in self._sizes:
            self._sizes[words] = [len(word) * self[word] for word in words]
        return self._sizes[words]


def weighed(
    first: Named, second: Named, weights: Weights | None = None, least: float = -inf
) -> Likeness:
    """How alike two organisations are, and why; exactly where the score is `least` or more."""
    facts = list(_by_facts(first, second))
    needed = least - sum(points for points, _ in facts) - ROUNDING
    best = max(_by_signs(first, second), default=(0.0, "name-other"))
    score, reason = _by_names(first, second, weights or Weights(), best, needed)
    reasons = [reason]
    for points, why in facts:
        if why != reason:
            score += points
            reasons.append(why)
    return Likeness(first, second, max(0.0, min(100.0, score)), tuple(reasons))


def _by_names(first: Named, second: Named, weights: Weights, best: Sign, needed: float) -> Sign:
    """The best of these signs and all of the names; what is below `needed` is not looked for."""
    for mine in first.forms:
        for theirs in second.forms:
            if best >= (SAME_NAME, "name-same"):
                return best  # nothing says more
            least = max(best[0], needed)
            for sign in _by_name(mine, theirs, weights, least):
                if sign > best:
                    best = sign
    return best


def _by_name(mine: Form, theirs: Form, weights: Weights, least: float) -> Iterator[Sign]:
    most = SAME_NAME if _one_kind(mine, theirs) else OTHER_KIND
    if most < least:
        return
    if mine.sorted_words == theirs.sorted_words:
        yield most, "name-same" if most == SAME_NAME else "name-other-kind"
    elif mine.is_arabic == theirs.is_arabic:
        yield most * overlap(mine.words, theirs.words, weights, least / most), "name-alike"
        if min(most, PART) >= least and _one_is_part(mine.words, theirs.words, weights):
            yield min(most, PART), "name-part"
    if min(most, SAME_SOUND) >= least:
        yield from _by_sounds(mine, theirs, min(most, SAME_SOUND), weights, least)


def _by_sounds(
    mine: Form, theirs: Form, most: float, weights: Weights, least: float
) -> Iterator[Sign]:
    """Likeness of two names by their words as consonants."""
    letters = min(mine.n_consonants, theirs.n_consonants)
    other_script = mine.is_arabic != theirs.is_arabic
    same = letters and mine.sorted_sounds == theirs.sorted_sounds
    if same and (letters > 2 or (other_script and _few_alike(mine, theirs))):
        yield most, "name-sounds-same"
    elif letters > 3 and other_script:
        yield most * overlap(mine.sounds, theirs.sounds, weights, least / most), "name-sounds"


def _one_kind(mine: Form, theirs: Form) -> bool:
    """Whether nothing says that one is an association and the other, say, a league."""
    return mine.kinds == theirs.kinds or not (mine.kinds and theirs.kinds)


def _by_signs(first: Named, second: Named) -> Iterator[Sign]:
    """What makes two bodies likely to be one whatever they are called."""
    if first.host and first.host == second.host:
        yield SIGN, "site-same"
    if any(len(it) >= LONG_ACRONYM for it in first.acronyms & second.acronyms):
        yield SIGN, "acronym-same"


def _few_alike(mine: Form, theirs: Form) -> bool:
    """Few consonants are shared by chance: then the letters must be alike too."""
    one, other = (latin(" ".join(it.words)) for it in (mine, theirs))
    return mine.sounds == theirs.sounds and likeness(one, other) >= SHORT_SOUND


def _one_is_part(mine: Words, theirs: Words, weights: Weights) -> bool:
    """Whether a name is the other one cut short: all its words, rare enough, are in it."""
    words, others = sorted((mine, theirs), key=len)
    if len(words) == len(others) or len("".join(words)) < SHORT_NAME:
        return False
    alike = all(any(_same_word(word, other) for other in others) for word in words)
    telling = sum(weights[word] for word in words)
    return alike and (telling >= TELLING or (len(words) == 1 and _same_word(words[0], others[0])))


def _same_word(one: str, other: str) -> bool:
    least = SAME_SHORT_WORD if max(len(one), len(other)) <= SHORT_NAME else SAME_WORD
    return likeness(one, other) >= least


def overlap(mine: Words, theirs: Words, weights: Weights, least: float = 0.0) -> float:
    """The share of letters in words that both names have, small differences of spelling aside.

    Words are paired one to one, so that a word only one of them has counts against it: bodies that
    differ in one telling word are usually two. Common words count less. A share below `least` may
    be returned as 0.
    """
    left, shared = list(theirs), 0.0
    sizes = weights.sizes(mine)
    total = sum(sizes) + sum(weights.sizes(theirs))
    spare = total * (1 - least) + ROUNDING
    for word, size in zip(mine, sizes, strict=True):
        best = word if word in left else _nearest(word, left)
        if best and _same_word(word, best):
            left.remove(best)
            shared += likeness(word, best) * (size + len(best) * weights[best])
        else:
            spare -= size
            if spare < 0:
                return 0.0
    return shared / total if total else 0.0


def _nearest(word: str, others: list[str]) -> str:
    return max(others, key=partial(likeness, word), default="")


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
