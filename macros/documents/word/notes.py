"""The footnotes of a Word file: a part of their own, which python-docx does not make."""

from __future__ import annotations

from docx.document import Document as WordFile
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from .xml import Element, element, root

SEPARATORS = {"-1": "separator", "0": "continuationSeparator"}
"""Notes that Word keeps for the lines between text and notes."""


class Notes:
    """The footnotes of one file, in the order in which their marks stand."""

    def __init__(self, file: WordFile) -> None:
        self._root = root("w:footnotes", "r")  # `r` for the links of notes
        for number, kind in SEPARATORS.items():
            line = element("w:p", element("w:r", element(f"w:{kind}")))
            self._root.append(element("w:footnote", line, type=kind, id=number))
        name, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
        self.part = XmlPart(name, kind, self._root, file.part.package)
        file.part.relate_to(self.part, RELATIONSHIP_TYPE.FOOTNOTES)
        self.numbers: dict[str, int] = {}
        """The number of every note that has a mark, by its id."""

    def number(self, name: str) -> tuple[int, bool]:
        """The number of a note, and whether its mark stands for the first time."""
        is_new = name not in self.numbers
        if is_new:
            self.numbers[name] = len(self.numbers) + 1
        return self.numbers[name], is_new

    def add(self, number: int, words: list[Element]) -> None:
        """Write the text of a note."""
        style = element("w:pPr", element("w:pStyle", val="footnotetext"))
        mark = element("w:r", _raised(), element("w:footnoteRef"))
        space = element("w:r", element("w:t"))
        space[0].text = "\u00a0"
        note = element("w:footnote", element("w:p", style, mark, space, *words), id=str(number))
        self._root.append(note)


def mark(number: int) -> Element:
    """The raised number in the text that leads to a note."""
    return element("w:r", _raised(), element("w:footnoteReference", id=str(number)))


def _raised() -> Element:
    return element("w:rPr", element("w:rStyle", val="footnotereference"))


def raised(text: str) -> Element:
    """A raised number that repeats the mark of a note."""
    made = element("w:r", _raised(), element("w:t"))
    made[1].text = text
    return made
