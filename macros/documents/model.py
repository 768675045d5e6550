"""What a document is made of, before it becomes a PDF or a Word file.

A document is a title, blocks in their order, and notes. Nothing here says how it looks: that is in
`theme.typ` for PDF and in `word/styles.py` for Word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one manner. `text` may be empty where only a note or an anchor stands."""

    text: str
    lang: str = ""
    """The language it is in, where that is not the document's."""
    strong: bool = False
    quiet: bool = False
    """Of second rank: smaller or greyer."""
    ltr: bool = False
    """A number, code or address that runs left to right in any language."""
    href: str = ""
    """An address of the web (http or https), a telephone number or a mail address."""
    to: str = ""
    """The anchor in this document that it refers to."""
    anchor: str = ""
    """The name under which others refer to this place."""
    note: str = ""
    """The id of the note that its mark stands for."""


Words = tuple[Run, ...]
Style = Literal["body", "lead", "note", "notice"]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a section of level 1, 2 or 3; engines number levels 1 and 2 of a book."""

    text: Words
    level: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `note` is small print, `notice` is set apart, `lead` opens a section."""

    text: Words
    style: Style = "body"


@dataclass(frozen=True, slots=True)
class Items:
    """A list with bullets."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Labels with their values, a line each."""

    rows: tuple[tuple[str, Words], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a repeated head; `widths` are the columns' shares of the page."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[int, ...]
    note: str = ""
    anchor: str = ""
    height: int = 0
    """Least height of a row in points, where it is a form to be filled in by hand."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: its drawing as SVG, and the same said in words for those who do not see it."""

    caption: str
    svg: str
    alternative: str
    note: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""


Block = Heading | Paragraph | Items | Facts | Table | Chart | PageBreak


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in one language.

    A `book` has a title page, contents and numbered sections; a `sheet` begins with its title.
    """

    name: str
    """The file's name without language and extension: `country-file-xa`."""
    lang: str
    form: Literal["book", "sheet"]
    title: Words
    subtitle: str
    description: str
    """What it is about, in a sentence, for catalogues."""
    date: str
    """The day its data speak of (ISO 8601), or nothing where no source is dated."""
    dated: str
    """The same in words, with what it is the date of."""
    about: tuple[str, ...]
    """Lines of the title page, or of a sheet's end: publisher, licence, notices."""
    blocks: tuple[Block, ...]
    notes: dict[str, Words] = field(default_factory=dict)
    """By id, in no order: engines number them as their marks appear."""

    @property
    def plain_title(self) -> str:
        """The title without its marks."""
        return plain(self.title)


def plain(words: Words) -> str:
    """The text alone."""
    return "".join(run.text for run in words)


def as_data(document: Document) -> dict[str, Any]:
    """The document as plain data; each block says what it is in `kind`. Empty values are left out.

    The same document gives the same data, so that what is made of it can be kept by its content.
    """
    data: dict[str, Any] = _plain(document)
    for block, plain_block in zip(document.blocks, data["blocks"], strict=True):
        plain_block["kind"] = type(block).__name__.lower()
    return data


def _plain(value: Any) -> Any:
    """Texts and numbers as they are; `dataclasses.asdict` would copy each of them."""
    if isinstance(value, str | int):
        return value
    if isinstance(value, list | tuple):
        return [_plain(it) for it in value]
    named = value if isinstance(value, dict) else {it: getattr(value, it) for it in _names(value)}
    return {
        name: _plain(it) for name, it in named.items() if name == "text" or it not in ("", False)
    }


def _names(value: Any) -> tuple[str, ...]:
    names: tuple[str, ...] = type(value).__slots__
    return names


def words_of(blocks: Iterable[Block]) -> Iterator[Words]:
    """Every text of the blocks in reading order."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield block.text
        elif isinstance(block, Items):
            yield from block.items
        elif isinstance(block, Facts):
            yield from (value for _, value in block.rows)
        elif isinstance(block, Table):
            yield from (cell for row in block.rows for cell in row)


def anchors(blocks: Iterable[Block]) -> set[str]:
    """Every name under which a place in the blocks can be referred to."""
    blocks = list(blocks)
    named = {run.anchor for words in words_of(blocks) for run in words}
    return (named | {getattr(block, "anchor", "") for block in blocks}) - {""}


def whole_day(date: str) -> tuple[int, int, int]:
    """Year, month and day of a date that may lack the last two; the first then stands in."""
    year, month, day = ([int(part) for part in date.split("-")] + [1, 1])[:3]
    return year, month, day
