"""Writing the site: the one place where files of the published site are made, changed and removed.

MkDocs builds into a staging folder. Only when everything is there is the site brought up to date,
by renaming: what did not change is not touched, what is gone is removed, and each file appears
whole. A build that fails or is cut short before this leaves the site as it was; one cut short
during it is noticed by the next, which then looks at every file.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping

from .. import store

Mark = tuple[str, int, int, int]
"""What a file was made from, and its size, time of change (ns) and number when it was left."""


def write(root: str, path: str, content: str | bytes) -> None:
    """Write a file of the staged site, making its folder."""
    write_marked(root, path, content, "")


def write_marked(root: str, path: str, content: str | bytes, made_from: str) -> Mark:
    """Write a file of the staged site, making its folder; its mark."""
    data = content.encode() if isinstance(content, str) else content
    target = os.path.join(root, path)
    try:
        os.mkdir(os.path.dirname(target))  # most pages are the first in a folder of their own
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(os.path.dirname(target), exist_ok=True)
    with open(target, "wb", buffering=0) as file:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]
        return _mark(os.fstat(file.fileno()), made_from)


def adopt(files: Mapping[str, str], root: str) -> None:
    """Put files at places of the staged site; each is named by its place there."""
    for path, source in files.items():
        target = os.path.join(root, path)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        try:
            os.link(source, target)  # a second name for the file, which is never changed in place
        except OSError:
            shutil.copyfile(source, target)


def mark(path: str, made_from: str) -> Mark:
    """The mark of a file as it lies there now."""
    return _mark(os.stat(path), made_from)


def _mark(stat: os.stat_result, made_from: str) -> Mark:
    return made_from, stat.st_size, stat.st_mtime_ns, stat.st_ino


class Published:
    """What the published site holds, as the last build left it.

    Of a site that some build was bringing up to date when it was cut short, nothing is known.
    """

    def __init__(self, root: str, folder: str, is_kept: bool = True) -> None:
        self.folder = folder
        self._path = os.path.join(root, store.FOLDER, "site")
        kept = store.read(self._path, folder) if is_kept else None
        self._marks: dict[str, Mark] = kept["marks"] if kept else {}
        self._others: set[str] | None = set(kept["others"]) if kept else None

    def has(self, path: str) -> bool:
        """Whether the last build left a marked page there."""
        return path in self._marks

    def unchanged(self, path: str, made_from: str) -> Mark | None:
        """The mark of a published page that is made from the same and was not touched since."""
        kept = self._marks.get(path)
        if kept is None or kept[0] != made_from:
            return None
        try:
            return kept if mark(os.path.join(self.folder, path), made_from) == kept else None
        except OSError:
            return None

    def files(self) -> set[str]:
        """Every file that lies in the site."""
        if self._others is not None and os.path.isdir(self.folder):
            return self._others | set(self._marks)
        return set(_files(self.folder))

    def others_below(self, folder: str) -> set[str]:
        """The files of a folder of the site, as the last build left them."""
        return {path for path in self._others or () if path.startswith(f"{folder}/")}

    def holds(self, paths: Iterable[str]) -> bool:
        """Whether all these files are there."""
        return all(os.path.isfile(os.path.join(self.folder, path)) for path in paths)

    def same(self, files: Mapping[str, str]) -> Iterator[str]:
        """Those of the places at which the site holds the very file that is named for them."""
        for path, source in files.items() if self._others is not None else ():
            try:
                if os.path.samefile(source, os.path.join(self.folder, path)):
                    yield path
            except OSError:
                continue

    def update(self, staged: str, marks: dict[str, Mark], kept: set[str]) -> tuple[int, int]:
        """Make the site what was staged, the marked pages and the kept files, and nothing else.

        Returns how many files were written and how many removed.
        """
        store.forget(self._path)
        present = self.files()
        paths = sorted(_files(staged))
        wanted = {*paths, *kept, *marks}
        written, is_moved = len(paths), _became(staged, self.folder)
        if not is_moved:
            written = sum(_place(staged, self.folder, path) for path in paths)
        gone = present - wanted
        for path in gone:
            _remove(self.folder, path)
        others = sorted(wanted - set(marks))
        if not is_moved:  # a page may be there as it was before it was struck again
            struck = marks.keys() & set(paths)
            marks |= {it: mark(os.path.join(self.folder, it), marks[it][0]) for it in struck}
        store.write(self._path, self.folder, {"marks": marks, "others": others})
        return written, len(gone)


def _became(staged: str, site: str) -> bool:
    """Whether the staged folder could become the site as a whole, where there is none."""
    try:
        if os.path.isdir(site):
            os.rmdir(site)
        os.rename(staged, site)
    except OSError:
        return False
    return True


def _files(root: str) -> Iterator[str]:
    for folder, _, names in os.walk(root):
        inside = folder[len(root) :].replace(os.sep, "/").lstrip("/")
        yield from (f"{inside}/{name}" if inside else name for name in names)


def _place(staged: str, site: str, path: str) -> bool:
    source, target = os.path.join(staged, path), os.path.join(site, path)
    if os.path.isfile(target) and filecmp.cmp(source, target, shallow=False):
        os.remove(source)
        return False
    os.makedirs(os.path.dirname(target), exist_ok=True)
    try:
        os.replace(source, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        shutil.copyfile(source, target + ".part")  # the site lies on another disk
        os.replace(target + ".part", target)
    return True


def _remove(site: str, path: str) -> None:
    """Remove a file, and the folders that it leaves empty."""
    target = os.path.join(site, path)
    if os.path.lexists(target):
        os.remove(target)
    folder = os.path.dirname(target)
    while folder != site and not os.listdir(folder):
        os.rmdir(folder)
        folder = os.path.dirname(folder)
