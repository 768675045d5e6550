"""Documents of the site: made when their content changed, else taken from what was made before.

What a document is made of (its words, the theme, fonts and engines) gives it its name in the cache;
so a build after which nothing has changed makes none, and a changed record makes its own anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from .. import authored, store
from ..pages.blocks.charts import tables_of
from ..pages.views.common import Context, context
from ..pages.views.papers import Papers
from ..parallel import cores, in_turns
from ..publication import PublicRegister
from ..text import LANGUAGES
from ..words import words
from .fonts import FONT_CACHE, unpacked
from .kinds import FORMATS, KINDS, file_name
from .model import Document, as_data
from .typesetting import has_set
from .writing import Writing

FOLDER = "downloads/documents/"
"""Below the root of the site."""
CACHE = os.path.join(".cache", "documents")
ENGINES = ("typst", "python-docx")
SITE_ENGINES = ("mkdocs", "mkdocs-material")
"""They make the pages that documents quote."""
Contexts = dict[str, Context]
"""What documents of a language share, by language."""
SHARES = 8
"""For each core: shares of the documents, each made in a process of its own."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file of the site and the document that it is made of."""

    path: str
    document: Document
    format: str
    content: str
    """The name in the cache of all that it is made of."""


def stage(public: PublicRegister, staged: str, root: str = "") -> dict[str, str]:
    """Where every document lies, by its place in the site; what is not there yet is made.

    `staged` is the folder of the site, whose authored pages documents quote.

    Raises:
        RuntimeError: a document could not be made; the message names it.
    """
    folder, note = os.path.join(root, CACHE), os.path.join(root, store.FOLDER, "documents")
    made_from = _made_from(public, root)
    names: dict[str, str] | None = store.read(note, made_from) if public.made_from else None
    if names is None or not all(os.path.exists(os.path.join(folder, it)) for it in names.values()):
        os.makedirs(folder, exist_ok=True)
        names = _all_made(public, staged, folder)
        for name in set(os.listdir(folder)) - set(names.values()):
            os.remove(os.path.join(folder, name))
        store.write(note, made_from, names)
    return {FOLDER + path: os.path.join(folder, name) for path, name in names.items()}


def _made_from(public: PublicRegister, root: str) -> str:
    """What identifies all that documents are made from."""
    settings = Path(root, "mkdocs.yml")
    parts = [public.made_from, authored.state(root), store.code_version("")]
    parts += [settings.read_text(encoding="utf-8")] if settings.exists() else []
    parts += [_look(lang) for lang in LANGUAGES] + [version(it) for it in SITE_ENGINES]
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def _all_made(public: PublicRegister, staged: str, folder: str) -> dict[str, str]:
    """By the place of every document, its name in the cache."""
    wanted = [
        (lang, name, key)
        for name, kind in KINDS.items()
        for lang in LANGUAGES
        for key in kind.built(public)
    ]
    n = SHARES * cores()
    # Kinds come in turn from the longest documents to the shortest, so each share has some of all.
    shares = [wanted[place::n] for place in range(min(n, len(wanted)))]
    # Once, for all copies of this process:
    work = partial(_made, {lang: context(public, lang) for lang in LANGUAGES}, staged, folder)
    tables_of(public)
    found = work(shares) if has_set() else in_turns(work, shares, 1, cores(), "documents")
    for _, error in found:
        if error:
            raise RuntimeError(error)
    return dict(pair for pairs, _ in found for pair in pairs)


def _made(
    contexts: Contexts, staged: str, folder: str, shares: Sequence[list[tuple[str, str, str]]]
) -> list[tuple[list[tuple[str, str]], str]]:
    """For each share the places of its documents and their names in the cache, and what failed."""
    return [_share(contexts, staged, folder, share) for share in shares]


def _share(
    contexts: Contexts, staged: str, folder: str, share: list[tuple[str, str, str]]
) -> tuple[list[tuple[str, str]], str]:
    found: list[tuple[str, str]] = []
    try:
        for lang, kind, key in share:
            document = _document(contexts[lang], staged, kind, key)
            found += [_place(file, folder) for file in _files(kind, document)]
    except RuntimeError as error:  # told as a value, since it may have to leave this process
        return found, str(error)
    return found, ""


def _place(wanted: _Wanted, folder: str) -> tuple[str, str]:
    name = f"{wanted.content}.{wanted.format}"
    _make(wanted, os.path.join(folder, name))
    return wanted.path, name


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
    return _document(context(public, lang), built, kind, key)


def _document(shared: Context, built: str, kind: str, key: str) -> Document:
    return KINDS[kind].made_by(Writing(shared, built), tables_of(shared.public), key)


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


def _make(wanted: _Wanted, path: str) -> None:
    """Make the document and keep it at `path`, where it is not there yet."""
    if os.path.exists(path):
        return
    try:
        content = FORMATS[wanted.format](wanted.document)
    except Exception as error:  # whatever an engine raises, the reader must know the document
        raise RuntimeError(f"{wanted.path} could not be made: {error}") from error
    aside = f"{path}.{os.getpid()}"
    with open(aside, "wb") as file:
        file.write(content)
    os.replace(aside, path)
