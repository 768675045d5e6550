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
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib.metadata import version
from typing import Any

from .parallel import in_turns
from .publication import PublicRegister
from .search import Document, Place, documents, page, places, themes
from .text import DEFAULT

FOLDER = "pagefind"
"""Where the index lies below the site's root."""
Entry = dict[str, Any]
"""Pagefind's list of the languages it found, with the place of what each loads first."""
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


def write_pages(public: PublicRegister, lang: str, folder: str) -> str:
    """Write what the index of a language holds of every record and theme; the digest of it all."""
    work, wanted = partial(_write_some, public, folder), places(public, lang)
    # A process that ends gives back the memory that so many documents took.
    is_large = len(wanted) > PIECE
    digests = in_turns(work, wanted, PIECE, 1, "search") if is_large else work(wanted)
    return _digest(" ".join(digests)) + write_pages_of(themes(public, lang), folder)


def _write_some(public: PublicRegister, folder: str, wanted: Sequence[Place]) -> list[str]:
    return [_write(folder, document) for document in documents(public, wanted)]


def write_pages_of(found: Iterable[Document], folder: str) -> str:
    """Write what the index holds of some pages; the digest of it all."""
    return _digest(" ".join([_write(folder, document) for document in found]))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def made_by() -> str:
    """What identifies the program that makes an index."""
    return "-".join([version("pagefind"), version("pagefind_bin_extended"), str(SETTINGS)])


def write_index(pages: str, folder: str) -> tuple[Entry, list[str]]:
    """Write Pagefind's files for the pages of a language among those of others in a folder.

    Returns the language's part of Pagefind's own list, and the names of its files there. `pages`
    is removed.

    Raises:
        RuntimeError: Pagefind failed; what it said is on the terminal.
    """
    made = f"{folder}.{os.path.basename(pages)}"
    command = [sys.executable, "-m", "pagefind", "--site", pages, "--output-path", made]
    env = os.environ | SETTINGS
    result = subprocess.run(command, capture_output=True, text=True, check=False, env=env)
    if result.returncode:
        raise RuntimeError(f"the search index was not made: {result.stderr or result.stdout}")
    shutil.rmtree(pages)
    with open(os.path.join(made, ENTRY), encoding="utf-8") as file:
        entry: Entry = json.load(file)
    os.remove(os.path.join(made, ENTRY))
    return entry, list(_moved(made, folder))


def _moved(made: str, folder: str) -> Iterator[str]:
    for inside, _, names in os.walk(made):
        below = os.path.relpath(inside, made)
        os.makedirs(os.path.join(folder, below), exist_ok=True)
        for name in names:
            path = os.path.normpath(os.path.join(below, name))
            os.replace(os.path.join(inside, name), os.path.join(folder, path))
            yield path.replace(os.sep, "/")
    shutil.rmtree(made)


def write_entry(folder: str, entries: Iterable[Entry]) -> None:
    """Write Pagefind's list of all languages from those of each."""
    found = list(entries)
    languages = {lang: it for entry in found for lang, it in entry["languages"].items()}
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, ENTRY), "w", encoding="utf-8") as file:
        json.dump(found[0] | {"languages": languages}, file, separators=(",", ":"))


def _write(root: str, document: Document) -> str:
    """Write the page of a document; the digest of what it holds."""
    text = page(document)
    language = "" if document.lang == DEFAULT else document.lang
    target = os.path.join(root, language, document.address, "index.html")
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "w", encoding="utf-8") as file:
        file.write(text)
    return _digest(f"{document.lang} {document.address} {text}")
