"""Record pages are struck from a mould: one page that MkDocs rendered, cut at its marks.

The theme, header, language switch and footer are the real ones; a record page costs one join.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

ADDRESS = "zz-kind/zz-key"
"""Where MkDocs writes the mould below a language's root; in it, the mark of an address."""

_MARKS = re.compile(r"(zz-kind/zz-key|zz-title|zz-heading|zz-description|zz-body)")


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A page of one record in one language. `body` is safe HTML, the others plain text.

    `title_lang` is the language of the title where that is not the page's.
    """

    kind: str
    key: str
    title: str
    description: str
    body: str
    title_lang: str = ""

    @property
    def address(self) -> str:
        """The page's folder below its language's root."""
        return f"{self.kind}/{self.key}"


@dataclass(frozen=True, slots=True)
class Mould:
    """The pieces of the mould: text between marks, and the marks themselves, in turn."""

    pieces: tuple[str, ...]


def cut(page: str) -> Mould:
    """The mould in a rendered page.

    Raises:
        ValueError: a mark is missing, so record pages would come out wrong.
    """
    head, end, body = page.partition("</head>")
    pieces = tuple(_MARKS.split(head + end + body.replace("zz-title", "zz-heading")))
    missing = {ADDRESS, "zz-title", "zz-description", "zz-body"} - set(pieces[1::2])
    if missing:
        raise ValueError(f"the mould page lacks {', '.join(sorted(missing))}")
    return Mould(pieces)


def strike(mould: Mould, page: RecordPage) -> str:
    """The whole HTML of a record page."""
    values = {
        ADDRESS: page.address,
        "zz-title": html.escape(page.title),
        "zz-heading": _heading(page),
        "zz-description": html.escape(page.description),
        "zz-body": page.body,
    }
    pieces = list(mould.pieces)
    pieces[1::2] = [values[mark] for mark in pieces[1::2]]
    return "".join(pieces)


def _heading(page: RecordPage) -> str:
    """The title where elements may stand: marked if it is in another language."""
    title = html.escape(page.title)
    return f'<bdi lang="{page.title_lang}">{title}</bdi>' if page.title_lang else title
