"""Where an export goes, and what has been written there."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, field

DOWNLOADS = "downloads"
API = "api/v1"


@dataclass(frozen=True, slots=True)
class File:
    """One file of an export. `path` is below the folder of the export, as below the site."""

    path: str
    format: str
    media_type: str
    size: int
    """In bytes."""
    sha256: str
    table: str = ""
    rows: int | None = None


@dataclass(slots=True)
class Output:
    """The folder of an export and the files that make it up, in the order of their writing."""

    folder: str
    files: list[File] = field(default_factory=list)

    def place(self, path: str) -> str:
        """Where on the disk a path is; its folder is made."""
        target = os.path.join(self.folder, *path.split("/"))
        os.makedirs(os.path.dirname(target), exist_ok=True)
        return target

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file that is one of many and not listed by itself."""
        with open(self.place(path), "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)

    def add(
        self, path: str, format_: str, media_type: str, table: str = "", rows: int | None = None
    ) -> None:
        """List a file that has been written."""
        target = self.place(path)
        with open(target, "rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = os.path.getsize(target)
        self.files.append(File(path, format_, media_type, size, digest, table, rows))
