"""Authored pages in documents: the text of a page that MkDocs has rendered, as blocks.

Only what an author wrote is taken: lists, charts and tables that the site makes from records are
left out, since a document makes its own. A link to a record becomes a reference to its place in the
document, where it has one; a footnote stays one.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import html as lxml_html
from lxml.html import HtmlElement

from ..text import DEFAULT, LANGUAGES
from .model import Block, Heading, Items, Paragraph, Run, Table, Words, plain
from .writing import Writing

LEAST_WORDS = 300
"""A page with fewer is a list with a lead, not a study."""
LEFT_OUT = ("figure", "details", "script", "style", "svg", "nav", "form")
_HEADING = re.compile(r"h([2-4])")
_CITE, _REFERENCES = "dalil-cite", "dalil-references"
"""Numbers in brackets that an author set, and the list that they lead to."""
_RECORD = re.compile(
    r"((?:organisations|authorities|legislation|mechanisms)/[a-z0-9-]+)/?(?:#.*)?$"
)


def study(writing: Writing, address: str, level: int) -> list[Block]:
    """The text of a page of the built site, its sections from `level` on; empty if it has little.

    `address` is the page's below its language's root, such as `countries/xanadia/`.
    """
    language = "" if writing.lang == DEFAULT else writing.lang
    path = os.path.join(writing.site, language, *address.split("/"), "index.html")
    if not writing.site or not os.path.isfile(path):
        return []
    with open(path, encoding="utf-8") as file:
        article = lxml_html.fromstring(file.read()).find(".//article")
    if article is None:
        return []
    blocks = [*_Page(writing, article, level).blocks()]
    words = " ".join(plain(it.text) for it in blocks if isinstance(it, Paragraph)).split()
    return _without_empty_sections(blocks) if len(words) >= LEAST_WORDS else []


def _without_empty_sections(blocks: list[Block]) -> list[Block]:
    """The blocks without headings under which nothing is left."""
    kept: list[Block] = []
    for block in reversed(blocks):
        after = kept[-1] if kept else None
        is_empty = after is None or (isinstance(after, Heading) and isinstance(block, Heading))
        if not (isinstance(block, Heading) and is_empty and not _is_within(after, block)):
            kept.append(block)
    return kept[::-1]


def _is_within(after: Block | None, heading: Heading) -> bool:
    return isinstance(after, Heading) and after.level > heading.level


class _Page:
    """One rendered page."""

    def __init__(self, writing: Writing, article: HtmlElement, level: int) -> None:
        self.writing, self.article, self.level = writing, article, level
        for note in article.xpath(".//div[@class='footnote']//li"):
            for back in note.xpath(".//a[@class='footnote-backref']"):
                back.drop_tree()
            writing.notes[note.get("id")] = _tidy(self._inline(note))

    def blocks(self) -> Iterator[Block]:
        """The author's blocks in their order."""
        for element in self.article:
            yield from self._block(element)

    def _block(self, element: HtmlElement) -> Iterator[Block]:
        tag = element.tag
        if not isinstance(tag, str) or tag in LEFT_OUT or _is_generated(element):
            return
        if _REFERENCES in _classes(element):
            yield self._references(element)
            return
        if heading := _HEADING.fullmatch(tag):
            level = min(3, self.level + int(heading[1]) - 2)
            yield Heading(_tidy(self._inline(element)), level)
        elif tag == "p" and (words := _tidy(self._inline(element))):
            yield Paragraph(words)
        elif tag in ("ul", "ol"):
            items = [_tidy(self._inline(item)) for item in element.findall("li")]
            yield Items(tuple(item for item in items if item))
        elif tag == "table":
            yield self._table(element)
        elif tag == "blockquote":
            for inner in element.findall("p"):
                yield Paragraph(_tidy(self._inline(inner)), "notice")
        elif tag in ("div", "section"):
            for inner in element:
                yield from self._block(inner)

    def _references(self, element: HtmlElement) -> Items:
        """What the page cites, each after its number."""
        items = element.findall(".//li")
        return Items(
            tuple(
                (Run(f"[{n}] ", ltr=True), *_tidy(self._inline(item)))
                for n, item in enumerate(items, 1)
            )
        )

    def _table(self, element: HtmlElement) -> Table:
        head = tuple(" ".join(cell.text_content().split()) for cell in element.findall(".//th"))
        rows = tuple(
            tuple(_tidy(self._inline(cell)) for cell in row.findall("td"))
            for row in element.findall(".//tr")
            if row.findall("td")
        )
        return Table("", head, rows, (1,) * len(head))

    def _inline(self, element: HtmlElement, strong: bool = False, lang: str = "") -> Iterator[Run]:
        if element.text:
            yield Run(element.text, lang=lang, strong=strong)
        for child in element:
            yield from self._child(child, strong, lang)
            if child.tail:
                yield Run(child.tail, lang=lang, strong=strong)

    def _child(self, child: HtmlElement, strong: bool, lang: str) -> Iterator[Run]:
        tag = child.tag
        if not isinstance(tag, str) or tag in LEFT_OUT:
            return
        if tag == "br":
            yield Run("\n")
        elif tag == "sup" and _CITE in _classes(child):
            yield from (self._number(mark) for mark in child.findall("a"))
        elif tag == "sup" and (mark := child.find(".//a")) is not None:
            yield Run("", note=(mark.get("href") or "").removeprefix("#"))
        elif tag == "a":
            yield self._link(child, strong)
        elif tag == "code":
            yield Run(child.text_content(), ltr=True)
        else:
            own = child.get("lang") or ""
            inner = own if own in LANGUAGES and own != self.writing.lang else lang
            yield from self._inline(child, strong or tag in ("strong", "b"), inner)

    def _number(self, element: HtmlElement) -> Run:
        """A citation: its number in brackets, without the name that only screen readers hear."""
        number = re.findall(r"\d+", element.text_content())[-1]
        return replace(self._link(element, strong=False), text=f"[{number}]", ltr=True)

    def _link(self, element: HtmlElement, strong: bool) -> Run:
        href, text = element.get("href") or "", element.text_content()
        if href.startswith(("https://", "http://")):
            return Run(text, strong=strong, href=href)
        record = _RECORD.search(href)
        return Run(text, strong=strong, to=record[1] if record else "")


def _is_generated(element: HtmlElement) -> bool:
    classes = _classes(element)
    made = any(name.startswith("dalil-") and name != _REFERENCES for name in classes)
    return "footnote" in classes or made


def _classes(element: HtmlElement) -> list[str]:
    return (element.get("class") or "").split()


def _tidy(runs: Iterator[Run]) -> Words:
    """Runs with single spaces, none at the ends."""
    found: list[Run] = []
    for run in runs:
        text = run.text if run.text == "\n" else re.sub(r"[ \t\r\n]+", " ", run.text)
        if (not found or found[-1].text.endswith((" ", "\n"))) and text != "\n":
            text = text.lstrip(" ")
        if text or run.note:
            found.append(replace(run, text=text))
    if found and found[-1].text.endswith(" "):
        found[-1] = replace(found[-1], text=found[-1].text.rstrip(" "))
    return tuple(run for run in found if run.text or run.note)


def only_known(blocks: list[Block], anchors: set[str]) -> list[Block]:
    """The blocks without references to what is not in the document."""

    def known(words: Words) -> Words:
        return tuple(run if run.to in anchors else replace(run, to="") for run in words)

    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(replace(block, text=known(block.text)))
        elif isinstance(block, Items):
            found.append(replace(block, items=tuple(known(item) for item in block.items)))
        elif isinstance(block, Table):
            rows = tuple(tuple(known(cell) for cell in row) for row in block.rows)
            found.append(replace(block, rows=rows))
        else:
            found.append(block)
    return found
