"""Readers of Arabic and French meet no English sentence that is not marked as one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

ENGLISH = re.compile(r"\b(?:and|are|at|by|for|from|has|in|is|not|of|that|the|their|to|was|with)\b")
MOST = 2
"""Small English words in a run of text, as in a name that stands in a sentence."""
ALONE = ("script", "style", "svg", "code", "pre", "title")
"""Elements whose text is code, or cannot say its language."""
VOID = ("area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr")


class Texts(HTMLParser):
    """The texts of a page with the language that their elements say."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str]] = [("", lang)]
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        lang = "" if tag in ALONE else said.get("lang") or self.open[-1][1]
        self.found += [(lang, said[name] or "") for name in ("aria-label", "alt") if name in said]
        if tag not in VOID:
            self.open.append((tag, lang))

    def handle_endtag(self, tag: str) -> None:
        while len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.found.append((self.open[-1][1], " ".join(data.split())))


def english(page: Path, lang: str) -> Iterator[str]:
    texts = Texts(lang)
    texts.feed(page.read_text("utf-8"))
    for said, text in texts.found:
        if said == lang and len(ENGLISH.findall(text)) > MOST:
            yield text


@pytest.mark.parametrize("lang", ["ar", "fr"])
def test_no_english_sentence_is_left_unmarked(site: Path, lang: str) -> None:
    pages = sorted((site / lang).rglob("*.html"))
    assert len(pages) > 500
    found = {text: page for page in pages for text in english(page, lang)}
    assert found == {}


def test_english_sentence_would_be_found(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<p>نص <bdi>the law of the land and</bdi></p><p lang='en'>the law of the land and</p>",
        encoding="utf-8",
    )
    assert list(english(page, "ar")) == ["the law of the land and"]
