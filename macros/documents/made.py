"""Documents of the site: made when their content changed, else taken from what was made before.

What a document is made of (its words, the theme, fonts and engines) gives it its name in the cache;
so a build after which nothing has changed makes none, and a changed record makes its own anew.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..pages import site
from ..pages.blocks.charts import tables_of
from ..pages.views.common import context
from ..pages.views.papers import Papers
from ..publication import PublicRegister
from ..text import LANGUAGES
from ..words import words
from .fonts import FONT_CACHE, unpacked
from .kinds import FORMATS, KINDS, file_name
from .model import Document, as_data
from .writing import Writing

FOLDER = "downloads/documents/"
"""Below the root of the site."""
CACHE = os.path.join(".cache", "documents")
ENGINES = ("typst", "python-docx")


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file of the site and the document that it is made of."""

    path: str
    document: Document
    format: str
    content: str
    """The name in the cache of all that it is made of."""


def stage(public: PublicRegister, staged: str, folder: str = CACHE) -> int:
    """Put every document into the staged site; how many had to be made.

    Raises:
        RuntimeError: a document could not be made; the message names it.
    """
    os.makedirs(folder, exist_ok=True)
    used: set[str] = set()
    counted = threading.Lock()

    def place(wanted: _Wanted) -> bool:
        name = f"{wanted.content}.{wanted.format}"
        is_new = not os.path.exists(os.path.join(folder, name))
        content = _made(wanted, os.path.join(folder, name))
        site.write(staged, FOLDER + wanted.path, content)
        with counted:
            used.add(name)
        return is_new

    # Typst works outside Python's lock, so threads use all cores.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = sum(pool.map(place, _wanted(public, staged)))
    for name in set(os.listdir(folder)) - used:
        os.remove(os.path.join(folder, name))
    return made


def papers(public: PublicRegister) -> Papers:
    """The documents that the build makes of each record of a kind."""
    return {
        kind.record: {
            it: FOLDER + file_name(name, f"{kind.prefix}{{key}}", "{lang}", it)
            for it in kind.formats
        }
        for name, kind in KINDS.items()
        if kind.record and kind.built(public)
    }


def one(public: PublicRegister, kind: str, key: str, lang: str, built: str = "") -> Document:
    """A single document, as the command makes it; `built` is the folder of a built site."""
    return KINDS[kind].made_by(Writing(context(public, lang), built), tables_of(public), key)


def _wanted(public: PublicRegister, staged: str) -> Iterator[_Wanted]:
    known = tables_of(public)
    for lang in LANGUAGES:
        shared = context(public, lang)
        for name, kind in KINDS.items():
            for key in kind.built(public):
                yield from _files(name, kind.made_by(Writing(shared, staged), known, key))


def _files(kind: str, document: Document) -> Iterator[_Wanted]:
    content = _content(document)
    for format_ in KINDS[kind].formats:
        path = file_name(kind, document.name, document.lang, format_)
        yield _Wanted(path, document, format_, content)


def _content(document: Document) -> str:
    """What a document is made of, as a name."""
    content = json.dumps(as_data(document), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256((content + _look(document.lang)).encode()).hexdigest()


@cache
def _look(lang: str) -> str:
    """What changes when the look, the words around or an engine changes."""
    here = Path(__file__).parent
    files = sorted([*here.rglob("*.py"), *here.glob("*.typ")])
    parts = [file.read_text(encoding="utf-8") for file in files]
    parts += [version(engine) for engine in ENGINES]
    parts += [os.path.basename(unpacked(FONT_CACHE)), json.dumps(words("documents", lang))]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _made(wanted: _Wanted, path: str) -> bytes:
    """The document's bytes; made, and kept at `path`, where they are not there yet."""
    if os.path.exists(path):
        with open(path, "rb") as file:
            return file.read()
    try:
        content = FORMATS[wanted.format](wanted.document)
    except Exception as error:  # whatever an engine raises, the reader must know the document
        raise RuntimeError(f"{wanted.path} could not be made: {error}") from error
    aside = f"{path}.{os.getpid()}.{threading.get_ident()}"
    with open(aside, "wb") as file:
        file.write(content)
    os.replace(aside, path)
    return content
