"""Blocks that macros put into authored pages go around Markdown, which has nothing to do in them.

Markdown would take every block apart twice, to find what is Markdown in it and which anchors it
has; that costs more than all else about an authored page.
https://python-markdown.github.io/extensions/api/
"""

from __future__ import annotations

import re

from markdown import Extension, Markdown  # type: ignore[import-untyped]
from markdown.preprocessors import Preprocessor  # type: ignore[import-untyped]

LEAST = 200
"""Letters below which it does not matter."""
ANCHORS_AT = 21
"""The priority at which MkDocs looks for anchors in HTML."""
_START = re.compile(r"<([a-z]+)[ >]")
_ANCHOR = re.compile(r'<[^<>]*\sid="([^"]*)"')


class WholeBlocks(Extension):  # type: ignore[misc]  # it has no types
    """Lines that are one whole element of HTML are put aside until the page is finished."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Take part in reading pages."""
        aside = _Aside(md)
        md.preprocessors.register(aside, "dalil_aside", ANCHORS_AT + 0.5)
        md.preprocessors.register(_Anchors(aside), "dalil_anchors", ANCHORS_AT - 0.5)


class _Aside(Preprocessor):  # type: ignore[misc]
    """Puts blocks aside, and notes the anchors in them."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.markdown, self.anchors = md, set[str]()

    def run(self, lines: list[str]) -> list[str]:
        self.anchors.clear()
        return [self._aside(line) if self._is_whole(line) else line for line in lines]

    def _is_whole(self, line: str) -> bool:
        """Whether a line is one element from its first letter to its last, without Markdown."""
        start = _START.match(line) if len(line) >= LEAST else None
        if not start or not self.markdown.is_block_level(start[1]) or " markdown" in line:
            return False
        element = re.compile(f"<(/?){start[1]}(?=[ >])")
        depth = 0
        for found in element.finditer(line):
            depth += -1 if found[1] else 1
            if not depth:
                return found.end() + 1 == len(line.rstrip())
        return False

    def _aside(self, line: str) -> str:
        self.anchors.update(_ANCHOR.findall(line))
        return str(self.markdown.htmlStash.store(line))


class _Anchors(Preprocessor):  # type: ignore[misc]
    """Tells MkDocs of the anchors, so that links to them are known to be good."""

    def __init__(self, aside: _Aside) -> None:
        super().__init__(aside.markdown)
        self.aside = aside

    def run(self, lines: list[str]) -> list[str]:
        found = self.aside.markdown.preprocessors["mkdocs_raw_html"]
        found.present_anchor_ids |= self.aside.anchors
        return lines
