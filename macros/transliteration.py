"""Arabic names in Latin letters, for file names, and both reduced to what they share, for matching.

The letters follow the simplest common usage (BGN/PCGN without marks, https://geonames.nga.mil);
vowels that Arabic does not write are not guessed.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .text import fold, without_article

_LETTERS = {
    "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh",
    "ر": "r", "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "a",
    "غ": "gh", "ف": "f", "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w",
    "ي": "y", "ء": "", "ئ": "y", "ؤ": "w",
}  # fmt: skip


def latin(text: str) -> str:
    """A text with its Arabic letters written in Latin ones; small letters, no article."""
    folded = without_article(fold(text))
    return "".join(_LETTERS.get(letter, letter) for letter in folded)


# What one sound is written as: in Arabic chat (7, 9), in French (ch) and in English (sh).
_SOUNDS = (
    ("tch", "S"), ("sch", "S"), ("sh", "S"), ("ch", "S"), ("kh", "K"), ("gh", "G"), ("th", "t"),
    ("dh", "d"), ("ph", "f"), ("q", "k"), ("9", "k"), ("7", "h"), ("5", "K"), ("c", "k"),
    ("x", "ks"), ("dj", "j"), ("g", "j"), ("z", "s"), ("v", "f"), ("p", "b"),
    ("d", "t"),
)  # fmt: skip
_WEAK = re.compile("[aeiouywh3'’ʿʾ`-]")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonants of a word as its sounds, so that بيتي and Bayti, شوذب and Shawthab agree.

    Weak letters (w, y, h) go with the vowels, since spellings differ most in them.
    """
    text = latin(word)
    for written, sound in _SOUNDS:
        text = text.replace(written, sound)
    return _DOUBLE.sub(r"\1", _WEAK.sub("", re.sub(r"[^\w]", "", text)))
