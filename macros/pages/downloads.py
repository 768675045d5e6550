"""The downloads of a site, made once per change of the register and not once per language."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass

from ..exports import Edition, File, edition, export
from ..publication import PublicRegister

FOLDER = os.path.join(".cache", "exports")


@dataclass(frozen=True, slots=True)
class Downloads:
    """The files of an edition, and the folder that holds them in the layout of the site."""

    edition: Edition
    files: list[File]
    folder: str


class _Once:
    """The downloads made last, so that a preview does not make them anew for every page changed."""

    public: PublicRegister | None = None
    downloads: Downloads | None = None


def downloads(public: PublicRegister, root: str, site: str) -> Downloads:
    """The downloads of a register in the folder `root`, for a site at the address `site`."""
    made = _Once.downloads
    now = edition(public, root, site)
    if made is None or _Once.public is not public or made.edition != now:
        folder = os.path.join(root, FOLDER)
        shutil.rmtree(folder, ignore_errors=True)
        _Once.downloads = None
        made = Downloads(now, export(public, now, folder), folder)
        _Once.public, _Once.downloads = public, made
    return made
