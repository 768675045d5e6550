"""Claims: the sentences of an authored page that state facts, and whether each names a source.

A sentence is cited when a macro that leads to records or counts them stands in it, or a link to
another page of the site. Paragraphs that begin with the words of `wording/claims.yml` state a
reading, a proposal or a question, and say so to the reader; so do the items of a list below them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .authored import Page
from .words import words

_CODE = re.compile(r"```.*?```", re.S)
_MACRO = re.compile(r"\{\{\s*dalil\.(\w+)\((.*?)\)\s*\}\}", re.S)
_KEYS = re.compile(r"[\"']([\w/().,# -]+)[\"']")
_LINK = re.compile(r"\[([^\]]*)\]\(([^)]+)\)")
_END = re.compile(r"(?<=[.!?؟])(?:\*\*|\))?\s+(?=[\"«(\[*A-ZÀ-Ý\u0600-\u06ff])")
_HEAD = re.compile(r"^\*\*[^*]+\*\*\s+(?!\()")
"""Bold words that head a paragraph or an item."""
_ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.M)
_MARK = "\ufffc"
"""Stands for a citation while sentences are told apart."""
PROPOSAL = "proposal"
"""The field of the front matter of a page that proposes a text and states no fact."""
CITING = ("cite", "ref", "count")
"""Macros that stand inside a sentence and lead to what it rests on."""
SHOWING = ("term",)
"""Macros that show a word and support nothing."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that states a fact, and whether it names what it rests on."""

    text: str
    is_cited: bool


@dataclass(frozen=True, slots=True)
class Claims:
    """What a page states: its words, its sentences of fact, and the keys of records it cites."""

    words: int
    sentences: tuple[Sentence, ...]
    keys: frozenset[str]

    @property
    def cited(self) -> int:
        """How many sentences of fact name what they rest on."""
        return sum(sentence.is_cited for sentence in self.sentences)

    @property
    def uncited(self) -> list[str]:
        """Sentences that state a fact and name nothing it rests on."""
        return [sentence.text for sentence in self.sentences if not sentence.is_cited]


def claims(page: Page) -> Claims:
    """The claims of a page."""
    body = _CODE.sub("", page.body)
    keys = {
        key.split("#")[0]
        for name, arguments in _MACRO.findall(body)
        if name in ("cite", "ref")
        for key in _KEYS.findall(arguments)[: 1 if name == "ref" else None]  # then come shown words
    }
    plain = _MACRO.sub(_shown, _LINK.sub(_linked, body))
    blocks = [] if page.front.get(PROPOSAL) else _blocks(plain, page.lang)
    found = [it for block in blocks for it in _sentences(block)]
    n_words = len(re.findall(r"\w+(?:['’-]\w+)*", plain.replace(_MARK, "")))
    return Claims(n_words, tuple(found), frozenset(keys))


def _shown(match: re.Match[str]) -> str:
    """What stands for a macro in a sentence: a citation, a word, or nothing."""
    if match[1] in CITING:
        return _MARK
    return "word" if match[1] in SHOWING else ""


def _linked(match: re.Match[str]) -> str:
    return match[1] + (_MARK if "://" not in match[2] else "")


def _blocks(text: str, lang: str) -> Iterator[str]:
    """Paragraphs, list items and table rows that state facts."""
    exempt = False
    for block in re.split(r"\n\s*\n", text):
        block = block.strip()
        if not block or block.startswith(("#", "<", "!!!", "???", "---")):
            exempt = exempt and not block.startswith("#")
            continue
        is_list = bool(_ITEM.match(block))
        if not is_list and not block.startswith("|"):
            exempt = block.startswith(_leads(lang))
        if exempt:
            continue
        if block.startswith("|"):
            yield from block.splitlines()[2:]
        else:
            yield from _ITEM.split(block) if is_list else [block]


@cache
def _leads(lang: str) -> tuple[str, ...]:
    return tuple(f"**{lead}**" for lead in words("claims", lang).values())


def _sentences(block: str) -> Iterator[Sentence]:
    """The sentences of a paragraph, save questions and words that lead into a list."""
    for text in _END.split(_HEAD.sub("", " ".join(block.split()))):
        bare = text.strip(" *|:-").replace(_MARK, "")
        if len(bare) > 3 and not text.rstrip().endswith((":", "?", "؟", "\u00a0?", "؛")):
            yield Sentence(text.replace(_MARK, "[*]"), _MARK in text)
