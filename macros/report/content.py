"""What a report is made of, before it becomes a web page or a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..questions import Answer

Numbers = Mapping[str, int | Mapping[str, int]]
"""The numbers that a sentence states, by the name of their place; several of them by category."""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text, with where it leads, and its language where that is not the report's."""

    text: str
    href: str = ""
    """An address below the root of the report's language, such as `themes/drugs/`."""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A phrase of `wording/evaluation.yml` with its places filled in."""

    phrase: str
    runs: tuple[Run, ...]
    numbers: Numbers = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Sentences that stand together; `label` leads them in where they answer to one."""

    sentences: tuple[Sentence, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """An answer that stands as a chart with its table; `more` tells it from others of its kind."""

    answer: Answer
    more: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: heads, and rows of cells; each cell is made of runs."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    numeric: tuple[int, ...] = ()
    """Columns that hold numbers."""


Block = Paragraph | Bullets | Picture | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter, or a part of one."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    parts: tuple[Section, ...] = ()

    def walk(self) -> Iterator[tuple[str, Block]]:
        """Its blocks and those of its parts, in order, each with the id of the part it is in."""
        yield from ((self.id, block) for block in self.blocks)
        for part in self.parts:
            yield from part.walk()


@dataclass(frozen=True, slots=True)
class Report:
    """The whole in one language."""

    lang: str
    country: str | None
    title: str
    subtitle: str
    lead: Paragraph
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[tuple[str, Block]]:
        """Every block, in order, with the id of the section it is in."""
        yield "", self.lead
        for section in self.sections:
            yield from section.walk()

    def sentences(self) -> Iterator[tuple[str, Sentence]]:
        """Every sentence, with the id of the section it is in."""
        for place, block in self.walk():
            if isinstance(block, Paragraph):
                yield from ((place, sentence) for sentence in block.sentences)
            elif isinstance(block, Bullets):
                yield from ((place, sentence) for sentence in block.items)

    def pictures(self) -> Iterator[Picture]:
        """Every chart, in order."""
        yield from (block for _, block in self.walk() if isinstance(block, Picture))
