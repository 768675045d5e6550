"""The index of the search: pages for Pagefind, and Pagefind's files for them.

A language at a time, since Pagefind holds all that it indexes in memory; the files of all languages
then stand in one folder, as if they had been made together. https://pagefind.app/docs/
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from functools import partial
from importlib.metadata import version
from typing import Any

from .parallel import in_turns
from .publication import PublicRegister
from .search import Document, Place, documents, page, places, themes
from .text import DEFAULT, LANGUAGES

FOLDER = "pagefind"
"""Where the index lies below the site's root."""
PIECE = 1000
"""Pages written by one process, which then ends."""
ENTRY = "pagefind-entry.json"
"""Pagefind's own list of the languages there are."""
SETTINGS = {
    # A search loads the pieces of the index that hold its words: a quarter of the usual size.
    "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "5000",
    # Its memory allocator (jemalloc) gives back at once what is not used, a tenth of the whole.
    "_RJEM_MALLOC_CONF": "narenas:1,dirty_decay_ms:100,muzzy_decay_ms:0",
}
"""Settings of Pagefind that only its environment can make."""


def folder_for_pages() -> str:
    """A new folder for the pages that Pagefind reads; in memory where that is possible."""
    fast = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    return tempfile.mkdtemp(prefix="dalil-", dir=fast)


def write_pages(public: PublicRegister, folder: str) -> str:
    """Write what the index holds of every record; the digest of it all."""
    work = partial(_write_some, public, folder)
    digests = in_turns(work, places(public), PIECE, 1, "search")
    return _digest(" ".join(digests)) + write_pages_of(themes(public), folder)


def _write_some(public: PublicRegister, folder: str, wanted: Sequence[Place]) -> list[str]:
    return [_write(folder, document) for document in documents(public, wanted)]


def write_pages_of(found: Iterable[Document], folder: str) -> str:
    """Write what the index holds of some pages; the digest of it all."""
    return _digest(" ".join([_write(folder, document) for document in found]))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def made_from(*digests: str) -> str:
    """What an index is made from, with the program that makes it."""
    return "-".join(
        [version("pagefind"), version("pagefind_bin_extended"), str(SETTINGS), *digests]
    )


def write_index(pages: str, folder: str, n: int) -> None:
    """Write Pagefind's files for the pages in a folder, which is removed, into another.

    Pagefind works on `n` languages at once.

    Raises:
        RuntimeError: Pagefind failed; what it said is on the terminal.
    """
    work, wanted = partial(_write_languages, pages, folder), list(LANGUAGES)
    # A process more would be one that holds the register too.
    entries = work(wanted) if n == 1 else in_turns(work, wanted, 1, n, "search")
    first = entries[0]
    languages: dict[str, Any] = {}
    for entry in entries:
        languages |= entry["languages"]
    with open(os.path.join(folder, ENTRY), "w", encoding="utf-8") as file:
        json.dump(first | {"languages": languages}, file, separators=(",", ":"))
    shutil.rmtree(pages)


def _write_languages(pages: str, folder: str, languages: Sequence[str]) -> list[dict[str, Any]]:
    return [_write_language(os.path.join(pages, lang), folder) for lang in languages]


def _write_language(pages: str, folder: str) -> dict[str, Any]:
    """Index a language, add its files to those in the folder, and return its entry."""
    made = f"{folder}.{os.path.basename(pages)}"
    command = [sys.executable, "-m", "pagefind", "--site", pages, "--output-path", made]
    env = os.environ | SETTINGS
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    if result.returncode:
        raise RuntimeError(f"the search index was not made: {result.stderr or result.stdout}")
    with open(os.path.join(made, ENTRY), encoding="utf-8") as file:
        entry: dict[str, Any] = json.load(file)
    for inside, _, names in os.walk(made):
        target = os.path.join(folder, os.path.relpath(inside, made))
        os.makedirs(target, exist_ok=True)
        for name in names:
            os.replace(os.path.join(inside, name), os.path.join(target, name))
    shutil.rmtree(made)
    return entry


def _write(root: str, document: Document) -> str:
    """Write the page of a document; the digest of what it holds."""
    text = page(document)
    language = "" if document.lang == DEFAULT else document.lang
    target = os.path.join(root, document.lang, language, document.address, "index.html")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)
    return _digest(f"{document.lang} {document.address} {text}")
