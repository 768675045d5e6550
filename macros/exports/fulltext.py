"""Full-text search in the database, by SQLite's FTS5, in any spelling that Arabic readers type.

FTS5 takes accents off Latin letters but keeps أ and ا, ة and ه apart. So each word is indexed as it
stands and in the spellings that readers mix freely: `المرأة`, `المراة`, `المراه`, `مرأة`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from ..database.columns import address
from ..database.kinds import ordered
from ..database.whole import KINDS_OF_RECORDS, names_of
from ..publication import PublicRegister
from ..register import Entry
from ..text import fold, without_article

_WORD = re.compile("[\\w\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]+")
_HAMZA = str.maketrans("أإآٱؤئ", "ااااوي")
_ENDINGS = str.maketrans("ةى", "هي")
_ARTICLE = "ال"
_ARABIC = re.compile("[\u0600-\u06ff]")

TABLES = """
CREATE TABLE search_texts (
  rowid INTEGER PRIMARY KEY,
  record TEXT NOT NULL UNIQUE,
  names TEXT NOT NULL,
  texts TEXT NOT NULL,
  spellings TEXT NOT NULL,
  FOREIGN KEY (record) REFERENCES records
);
CREATE VIRTUAL TABLE search USING fts5(
  record UNINDEXED, names, texts, spellings,
  content = 'search_texts',
  -- Marks are part of a word, or vowel signs would cut Arabic words to pieces.
  tokenize = "unicode61 remove_diacritics 2 categories 'L* N* M* Co'"
);
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(0.0, 10.0, 2.0, 1.0)');
"""
"""A hit in a name counts more than one in a text, and that more than one in another spelling."""


def write(database: sqlite3.Connection, public: PublicRegister) -> None:
    """Make the table `search` and fill it with the names and texts of every record."""
    database.executescript(TABLES)
    database.executemany("INSERT INTO search_texts VALUES (?, ?, ?, ?, ?)", _documents(public))
    database.execute("INSERT INTO search (search) VALUES ('rebuild')")
    database.execute("INSERT INTO search (search) VALUES ('optimize')")


def _documents(public: PublicRegister) -> Iterator[tuple[int, str, str, str, str]]:
    number = 0
    for kind in KINDS_OF_RECORDS:
        for entry in ordered(public, kind):
            number += 1
            names = _lines(words for _, _, words in names_of(entry))
            texts = _lines(_texts(entry))
            yield number, address(entry), names, texts, _spellings(f"{names} {texts}")


def _texts(entry: Entry[Any]) -> Iterator[str]:
    for loc, text in entry.texts():
        if loc[0] not in ("names", "titles"):
            yield from (words for words in text.values() if isinstance(words, str))


def _lines(texts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(texts))


def _spellings(text: str) -> str:
    words = dict.fromkeys(_WORD.findall(text.casefold()))
    return " ".join(dict.fromkeys(form for word in words for form in spellings(word)))


@lru_cache(maxsize=65536)
def spellings(word: str) -> tuple[str, ...]:
    """Other ways to write an Arabic word: letters folded in part or wholly, without the article."""
    if not _ARABIC.search(word):
        return ()
    forms = [word, word.translate(_HAMZA), word.translate(_ENDINGS), fold(word)]
    for form in tuple(forms):
        bare = without_article(form)
        forms += [bare, _ARTICLE + bare] if bare != form else []
    return tuple(form for form in dict.fromkeys(forms) if form != word)
