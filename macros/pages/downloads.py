"""The downloads of a site: made when the register changed, else as the last build left them."""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import astuple, dataclass, replace
from typing import Any

from .. import store
from ..assessment import estimates
from ..exports import Edition, File, edition, export
from ..exports.history import head
from ..parallel import Helper
from ..publication import PublicRegister
from .site import mark

FOLDER = os.path.join(".cache", "exports")


@dataclass(frozen=True, slots=True)
class Downloads:
    """The files of an edition, and the folder that holds them in the layout of the site.

    `edition` is without its changes, which only the files tell.
    """

    edition: Edition
    files: list[File]
    folder: str
    paths: list[str]
    """Every file below the folder, also those that are one of many and not listed."""

    def by_place(self) -> dict[str, str]:
        """Where each file lies, by its place in the site."""
        return {path: os.path.join(self.folder, path) for path in self.paths}


class _Once:
    """The downloads made last, so that a preview does not make them anew for every page changed."""

    made_from = ""
    downloads: Downloads | None = None


def prepare(public: PublicRegister, root: str, site: str) -> Helper | None:
    """What makes the downloads in another process, for `downloads` to find when it is done.

    None where nothing is to be made, or where they could not be found again.
    """
    made_from = _made_from(public, root, site)
    if not public.made_from or _Once.made_from == made_from or _kept(root, made_from):
        return None

    estimates(public)  # here, since pages need them too

    def make() -> None:
        _made(public, root, site, made_from)

    return Helper(make, can_wait=True)


def downloads(public: PublicRegister, root: str, site: str) -> Downloads:
    """The downloads of a register in the folder `root`, for a site at the address `site`."""
    made_from = _made_from(public, root, site)
    if not public.made_from:
        return _made(public, root, site, made_from)
    if _Once.downloads is None or _Once.made_from != made_from:
        _Once.downloads = _kept(root, made_from) or _made(public, root, site, made_from)
        _Once.made_from = made_from
    return _Once.downloads


def _made_from(public: PublicRegister, root: str, site: str) -> str:
    """What identifies all that the files are made from."""
    parts = (public.made_from, *head(root), site, root, store.code_version(""))
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _made(public: PublicRegister, root: str, site: str, made_from: str) -> Downloads:
    """The files made anew, and noted for the next build."""
    folder, note = os.path.join(root, FOLDER), os.path.join(root, store.FOLDER, "exports")
    store.forget(note)
    shutil.rmtree(folder, ignore_errors=True)
    now = edition(public, root, site)
    files = export(public, now, folder)
    marks = [(path, mark(os.path.join(folder, path), "")) for path in sorted(_below(folder))]
    now = replace(now, changes=None)
    if public.made_from:
        rows: dict[str, Any] = {"files": [astuple(it) for it in files], "marks": marks}
        store.write(note, made_from, rows | {"edition": astuple(now)})
    return Downloads(now, files, folder, [path for path, _ in marks])


def _kept(root: str, made_from: str) -> Downloads | None:
    """The files that lie there, if they are made from the same and nobody touched them."""
    folder = os.path.join(root, FOLDER)
    kept = store.read(os.path.join(root, store.FOLDER, "exports"), made_from)
    if kept is None:
        return None
    try:
        if any(mark(os.path.join(folder, path), "") != found for path, found in kept["marks"]):
            return None
    except OSError:
        return None
    files = [File(*row) for row in kept["files"]]
    return Downloads(Edition(*kept["edition"]), files, folder, [path for path, _ in kept["marks"]])


def _below(folder: str) -> list[str]:
    """Every file in a folder and the folders in it, by its path from there."""
    return [
        os.path.relpath(os.path.join(inside, name), folder).replace(os.sep, "/")
        for inside, _, names in os.walk(folder)
        for name in names
    ]
