"""Documents of the tiny register, and one that holds every kind of block."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from macros.checks import check
from macros.documents.kinds import KINDS
from macros.documents.made import one
from macros.documents.model import (
    Chart,
    Document,
    Facts,
    Heading,
    Items,
    Paragraph,
    Run,
    Table,
)
from macros.publication import PublicRegister, publish
from macros.register import load

from ..finder.conftest import home as home  # with the real vocabularies, needs and tiles

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20" viewBox="0 0 60 20">'
    '<rect width="40" height="10"/></svg>'
)


@pytest.fixture
def every_document(public: PublicRegister) -> Callable[[str], list[tuple[str, Document]]]:
    """All documents of the tiny register in a language, with their kinds."""
    return lambda lang: [
        (name, one(public, name, key, lang))
        for name, kind in KINDS.items()
        for key in kind.built(public)
    ]


@pytest.fixture
def sample() -> Callable[..., Document]:
    """A document with every kind of block; texts can be given."""
    return make_sample


def make_sample(
    lang: str = "en", text: str = "Lantern Centre", form: Any = "book", alternative: str = "One bar"
) -> Document:
    cited = (Run(text, note="n1"), Run(" "), Run("", note="n2"))
    again = (Run(text, strong=True, note="n1"), Run("\n"), Run("+999 1 234", ltr=True))
    return Document(
        name="sample",
        lang=lang,
        form=form,
        title=(Run(text),),
        subtitle="A subtitle",
        description="What it is about",
        date="2024-05",
        dated="May 2024",
        about=("A licence.", "A notice."),
        blocks=(
            Heading((Run("First"),), 1, "first"),
            Paragraph(cited, "lead"),
            Heading((Run("Within"),), 2),
            Paragraph(again),
            Paragraph((Run("To the table", to="numbers"),), "note"),
            Paragraph((Run("Mind this"),), "notice"),
            Items((cited, (Run("Web", href="https://example.org/", ltr=True),))),
            Facts((("Town", (Run("Harbour"),)), ("Themes", again))),
            Heading((Run("Second"),)),
            Table(
                "Numbers", ("Name", "Count"), ((cited, (Run("3"),)),), (70, 30), "Note", "numbers"
            ),
            Chart("A chart", SVG, alternative, "Basis"),
            Heading((Run("Between"),), 2),
            Heading((Run("Deep"),), 3),
            Paragraph((Run("End"),)),
        ),
        notes={"n1": (Run("A source"),), "n2": (Run("Another", href="https://example.org/s"),)},
    )


def published(home: Path) -> PublicRegister:
    """What may be published of a register as it is now."""
    register = load(str(home))
    return publish(register, [problem for problem in check(register) if not problem.is_error])


def text_of(pdf: bytes) -> str:
    """The text of a PDF as browsers take it out."""
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def one_line(text: str) -> str:
    """Text without line breaks and without marks of direction."""
    return " ".join(
        "".join(char for char in text if char not in "\u2066\u2068\u2069\u200f").split()
    )


def tags(pdf: pikepdf.Pdf) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    """Every tag of a PDF with its element and the tags above it, in reading order."""

    def walk(element: Any, way: tuple[str, ...]) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                tag = str(kid.S).lstrip("/")
                yield tag, kid, way
                yield from walk(kid, (*way, tag))

    yield from walk(pdf.Root.StructTreeRoot, ())
