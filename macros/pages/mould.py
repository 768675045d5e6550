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
    """The mould in pieces: the text before each mark, the marks, and the text after the last."""

    texts: tuple[bytes, ...]
    marks: tuple[str, ...]
    end: bytes


def cut(page: str) -> Mould:
    """The mould in a rendered page.

    Raises:
        ValueError: a mark is missing, so record pages would come out wrong.
    """
    head, end, body = page.partition("</head>")
    pieces = _MARKS.split(head + end + body.replace("zz-title", "zz-heading"))
    marks = tuple(pieces[1::2])
    missing = {ADDRESS, "zz-title", "zz-description", "zz-body"} - set(marks)
    if missing:
        raise ValueError(f"the mould page lacks {', '.join(sorted(missing))}")
    *texts, last = (text.encode() for text in pieces[::2])
    return Mould(tuple(texts), marks, last)


def strike(mould: Mould, page: RecordPage) -> bytes:
    """The whole HTML of a record page."""
    values = {
        ADDRESS: page.address.encode(),
        "zz-title": html.escape(page.title).encode(),
        "zz-heading": _heading(page).encode(),
        "zz-description": html.escape(page.description).encode(),
        "zz-body": page.body.encode(),
    }
    pairs = zip(mould.texts, mould.marks, strict=True)
    return b"".join([*(part for text, mark in pairs for part in (text, values[mark])), mould.end])


def _heading(page: RecordPage) -> str:
    """The title where elements may stand: marked if it is in another language."""
    title = html.escape(page.title)
    return f'<bdi lang="{page.title_lang}">{title}</bdi>' if page.title_lang else title
