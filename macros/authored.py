"""Authored pages: which there are, in which languages, and what a translation was made from.

A translated page names in its front matter the fingerprint of the original it was made from
(`translated_from`), so that a change of the original is noticed.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .records import RecordError, parse, read_bytes
from .text import DEFAULT, LANGUAGES

FOLDER = "docs"
MARK = "translated_from"
"""The field of a translation's front matter that names its original."""
_FRONT = re.compile(r"---\n(.*?)\n---\n", re.S)
_MOULD = "zz-"


@dataclass(frozen=True, slots=True)
class Page:
    """A page as its author wrote it: path below the root, language, front matter and body."""

    path: str
    lang: str
    front: dict[str, Any]
    body: str
    lines_before: int
    """Lines of the front matter, so that a line of the body can be found in the file."""
    mark_line: int
    """The line that names what the page was translated from; 1 where none does."""

    @property
    def original(self) -> str:
        """The path of the page in the default language."""
        return _in_language(self.path, self.lang, DEFAULT)

    @property
    def address(self) -> str:
        """The way to the page below its language's root."""
        inside = self.original.removeprefix(f"{FOLDER}/").removesuffix(".md")
        stem = "" if inside == "index" else inside.removesuffix("/index")
        return f"{stem}/" if stem else ""

    @property
    def fingerprint(self) -> str:
        """What identifies its words: eight hexadecimal digits of their SHA-256."""
        parts = [str(self.front.get(name, "")) for name in ("title", "description")]
        words = " ".join(" ".join([*parts, self.body]).split())
        return hashlib.sha256(words.encode()).hexdigest()[:8]


def pages(root: str) -> dict[str, Page]:
    """Every authored page below `docs/`, by its path; the mould of record pages is none."""
    return {path: read(content.decode("utf-8", "replace"), path) for path, content in _files(root)}


def digest(root: str) -> str:
    """What changes when a word of any authored page does."""
    found = hashlib.sha256()
    for path, content in _files(root):
        found.update(f"{path} {len(content)} ".encode(errors="surrogatepass") + content)
    return found.hexdigest()


def _files(root: str) -> Iterator[tuple[str, bytes]]:
    for folder, subfolders, names in os.walk(os.path.join(root, FOLDER)):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith(_MOULD))
        inside = os.path.relpath(folder, root).replace(os.sep, "/")
        for name in sorted(names):
            if name.endswith(".md"):
                path = f"{inside}/{name}"
                yield path, read_bytes(root, path)


def read(text: str, path: str) -> Page:
    """The page in the text of a file; front matter that is no mapping counts as none."""
    match = _FRONT.match(text)
    front: dict[str, Any] = {}
    if match:
        try:
            front = parse(match[1].encode(), path).data
        except RecordError:
            front = {}  # MkDocs reports it
    body = text[match.end() :] if match else text
    before = text.removesuffix(body).splitlines()
    mark_line = next((n for n, line in enumerate(before, 1) if line.startswith(f"{MARK}:")), 1)
    return Page(path, _language(path), front, body, len(before), mark_line)


def confirmed(text: str, fingerprint: str) -> str:
    """The text of a page that now says it was translated from this original."""
    line = f"{MARK}: {fingerprint}"
    head, rest = text.split("\n---\n", 1)
    lines = [it for it in head.splitlines() if not it.startswith(f"{MARK}:")]
    return "\n".join([*lines, line]) + f"\n---\n{rest}"


def translated(path: str) -> Iterator[tuple[str, str]]:
    """The other languages, and the path of a page of the default language in each."""
    for lang in LANGUAGES:
        if lang != DEFAULT:
            yield lang, _in_language(path, DEFAULT, lang)


def _language(path: str) -> str:
    parts = path.removesuffix(".md").rsplit("/", 1)[-1].split(".")
    return parts[-1] if len(parts) > 1 and parts[-1] in LANGUAGES else DEFAULT


def _in_language(path: str, lang: str, wanted: str) -> str:
    stem = path.removesuffix(".md")
    if lang != DEFAULT:
        stem = stem.removesuffix(f".{lang}")
    return f"{stem}.md" if wanted == DEFAULT else f"{stem}.{wanted}.md"
