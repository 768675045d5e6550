"""The packed Word file, the same bytes for the same content."""

from __future__ import annotations

import io
import zipfile

from docx.document import Document as WordFile

OLDEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a ZIP file can name."""


def packed(file: WordFile) -> bytes:
    """The file's bytes, without the time at which they were made."""
    made, target = io.BytesIO(), io.BytesIO()
    # python-docx's own template has a picture of itself.
    for name, relation in list(file.part.package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del file.part.package.rels[name]
    file.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, OLDEST)
            # A picture is packed already.
            is_picture = name.endswith(".png")
            entry.compress_type = zipfile.ZIP_STORED if is_picture else zipfile.ZIP_DEFLATED
            archive.writestr(entry, source.read(name))
    return target.getvalue()
