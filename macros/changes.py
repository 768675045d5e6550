"""Writing records: all files or none.

New contents are written aside first. Then a journal says which files will change, the old ones are
kept beside it, and the new ones take their places by renaming. Whoever comes next and finds a
journal, since the program was killed while renaming, puts everything back as it was.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping

FOLDER = os.path.join(".cache", "changes")
JOURNAL = "journal.json"
Content = str | bytes


def write_all(root: str, files: Mapping[str, Content]) -> list[str]:
    """Write files below the root, by their paths with `/`; the paths that changed.

    A failure before the end, or a process that is killed, leaves every file as it was: at once,
    or as soon as `recover` runs.
    """
    recover(root)
    changed = {path: _bytes(text) for path, text in files.items() if _differs(root, path, text)}
    if not changed:
        return []
    folder = os.path.join(root, FOLDER)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    names = {path: str(number) for number, path in enumerate(sorted(changed))}
    for path, name in names.items():
        _write(os.path.join(folder, f"{name}.new"), changed[path])
        if os.path.exists(_below(root, path)):
            shutil.copy2(_below(root, path), os.path.join(folder, f"{name}.old"))
    _write(os.path.join(folder, "part"), json.dumps(names).encode())
    os.replace(os.path.join(folder, "part"), os.path.join(folder, JOURNAL))
    try:
        for path, name in names.items():
            os.makedirs(os.path.dirname(_below(root, path)), exist_ok=True)
            os.replace(os.path.join(folder, f"{name}.new"), _below(root, path))
        os.remove(os.path.join(folder, JOURNAL))  # from here on the change is made
    except BaseException:
        recover(root)
        raise
    shutil.rmtree(folder, ignore_errors=True)
    return sorted(changed)


def recover(root: str) -> bool:
    """Put back what a killed process left half-way; whether there was anything."""
    folder = os.path.join(root, FOLDER)
    journal = os.path.join(folder, JOURNAL)
    if not os.path.exists(journal):
        return False
    with open(journal, encoding="utf-8") as file:
        names: dict[str, str] = json.load(file)
    for path, name in names.items():
        old, new = (os.path.join(folder, f"{name}.{state}") for state in ("old", "new"))
        if os.path.exists(old):
            # By way of a copy, so that being killed once more loses nothing.
            shutil.copy2(old, f"{old}.back")
            os.replace(f"{old}.back", _below(root, path))
        elif not os.path.exists(new) and os.path.exists(_below(root, path)):
            os.remove(_below(root, path))
    os.remove(journal)
    shutil.rmtree(folder, ignore_errors=True)
    return True


def _below(root: str, path: str) -> str:
    return os.path.join(root, *path.split("/"))


def _bytes(content: Content) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _differs(root: str, path: str, content: Content) -> bool:
    try:
        with open(_below(root, path), "rb") as file:
            return file.read() != _bytes(content)
    except FileNotFoundError:
        return True


def _write(path: str, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
