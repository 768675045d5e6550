"""Writing the site: the one place where files of the published site are made, changed and removed.

MkDocs builds into a staging folder. Only when everything is there is the site brought up to date,
file by file: what did not change is not rewritten, what is gone is removed, and each file appears
whole. So a build that fails or is cut short leaves the published site as it was.
"""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator


def write(root: str, path: str, content: str | bytes) -> None:
    """Write a file of the staged site, making its folder."""
    target = os.path.join(root, *path.split("/"))
    os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)


def adopt(folder: str, root: str) -> None:
    """Put copies of all files below a folder at the same places of the staged site."""
    shutil.copytree(folder, root, copy_function=shutil.copyfile, dirs_exist_ok=True)


def update(staged: str, site: str) -> tuple[int, int]:
    """Make `site` equal to `staged`; how many files were written and how many removed."""
    wanted = set(_files(staged))
    present = set(_files(site)) if os.path.isdir(site) else set()
    written = sum(_place(staged, site, path) for path in sorted(wanted))
    for path in present - wanted:
        os.remove(os.path.join(site, path))
    _remove_empty_folders(site)
    return written, len(present - wanted)


def _files(root: str) -> Iterator[str]:
    for folder, _, names in os.walk(root):
        inside = os.path.relpath(folder, root)
        for name in names:
            yield os.path.normpath(os.path.join(inside, name))


def _place(staged: str, site: str, path: str) -> bool:
    source, target = os.path.join(staged, path), os.path.join(site, path)
    if os.path.isfile(target) and filecmp.cmp(source, target, shallow=False):
        return False
    os.makedirs(os.path.dirname(target), exist_ok=True)
    shutil.copyfile(source, target + ".part")
    os.replace(target + ".part", target)
    return True


def _remove_empty_folders(root: str) -> None:
    for folder, _, _ in os.walk(root, topdown=False):
        if folder != root and not os.listdir(folder):
            os.rmdir(folder)
