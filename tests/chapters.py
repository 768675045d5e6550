"""Country chapters as their authors wrote them: sections, paragraphs, and what those cite."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from .conftest import ROOT

FOLDER = ROOT / "docs" / "countries"
COUNTRIES = ("egypt", "jordan", "morocco", "yemen")
SECTIONS = (
    "context", "prosecution-service", "civil-society", "legal-framework", "relations",
    "mechanisms", "practice", "capacities", "gaps", "dialogue", "questions", "programme",
    "records", "references",
)  # fmt: skip
FACTUAL = SECTIONS[:8]
"""Sections that state what is so; the others weigh it, propose and ask."""
CITING = ("cite", "ref", "count")

_MACRO = re.compile(r"\{\{ dalil\.(\w+)\((.*?)\) \}\}", re.S)
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_HEADING = re.compile(r"^## .*?\{#([\w-]+)\}$", re.M)


@dataclass(frozen=True, slots=True)
class Call:
    """A macro's name, the texts in its brackets, and the brackets as they stand."""

    name: str
    texts: tuple[str, ...]
    typed: str


def chapter(country: str, lang: str) -> str:
    """The text of a chapter without its front matter."""
    suffix = "" if lang == "en" else f".{lang}"
    text = (FOLDER / f"{country}{suffix}.md").read_text("utf-8")
    return text.split("\n---\n", 1)[1]


def sections(text: str) -> dict[str, str]:
    """The sections of a chapter by their anchors, in order."""
    parts = _HEADING.split(text)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def calls(text: str) -> list[Call]:
    """Every macro of a text, in order."""
    return [Call(name, tuple(_TEXT.findall(typed)), typed) for name, typed in _MACRO.findall(text)]


def cited(text: str) -> list[str]:
    """The keys of the records that a text refers to, in order of the alphabet."""
    return sorted(call.texts[0] for call in calls(text) if call.name == "ref")


def blocks(text: str) -> list[str]:
    """What stands between empty lines."""
    return [block.strip() for block in re.split(r"\n\s*\n", text) if block.strip()]


def is_generated(block: str) -> bool:
    """Whether a block is made by a macro alone, or is a list that opens."""
    alone = _MACRO.fullmatch(block)
    return block.startswith("<") or bool(alone and alone[1] not in CITING)


def paragraphs(text: str) -> list[str]:
    """Paragraphs and items of lists; those that only lead into a list are left out."""
    found = [it for block in blocks(text) if not is_generated(block) for it in _items(block)]
    return [it for it in found if not it.endswith((":", "\u00a0:"))]


def _items(block: str) -> list[str]:
    marked = re.match(r"- |\d+\. ", block)
    items = re.split(r"^(?:- |\d+\. )", block, flags=re.M) if marked else [block]
    return [it.strip() for it in items if it.strip()]


def bare_facts(text: str) -> list[str]:
    """Paragraphs of a section that refer to no record.

    Those that open the section or lead to what is generated below them are left out.
    """
    found = blocks(text)
    first = next(index for index, block in enumerate(found) if not is_generated(block))
    leading = {first} | {at for at in range(len(found) - 1) if is_generated(found[at + 1])}
    kept = [block for at, block in enumerate(found) if at not in leading]
    return [
        it
        for block in kept
        for it in paragraphs(block)
        if not any(call.name in CITING for call in calls(it))
    ]


def words(text: str) -> int:
    """How many words an author wrote: words of links count, names from records do not."""
    shown = _MACRO.sub(lambda it: _shown(it[1], _TEXT.findall(it[2])), text)
    return len(re.findall(r"\w+(?:[’'-]\w+)*", re.sub(r"<[^>]+>|\{#[\w-]+\}", "", shown)))


def _shown(name: str, texts: list[str]) -> str:
    return texts[1] if name == "ref" and len(texts) > 1 else ""


def figures(text: str) -> list[str]:
    """Numbers of two digits or more that stand in the text itself, without group signs."""
    plain = _MACRO.sub(lambda it: _shown(it[1], _TEXT.findall(it[2])), text)
    plain = re.sub(r"(?<=\d)[,\u202f](?=\d{3})", "", re.sub(r"\{#[\w-]+\}", "", plain))
    return sorted(re.findall(r"\d{2,}", plain))


def file(country: str, lang: str) -> Path:
    """Where a chapter stands."""
    return FOLDER / (f"{country}.md" if lang == "en" else f"{country}.{lang}.md")
