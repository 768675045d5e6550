"""The fonts of paper, unpacked for engines that read no web fonts; the site has parts of the same.

The letters beyond Latin 1 come in a file of their own; an engine takes one file per family and
weight, so they become a family of their own. The narrow no-break space of French and the isolates
of mixed directions are in none of them and are added.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from functools import cache
from importlib.metadata import version
from pathlib import Path

from fontTools.ttLib import TTFont

from . import ligatures

WEB_FONTS = Path(__file__).parent / "plex"
FONT_CACHE = os.path.join(".cache", "fonts")
FAMILIES = ("IBM Plex Sans", "IBM Plex Sans Extended", "IBM Plex Sans Arabic")
"""In the order in which a letter is looked for."""

_NARROW_SPACE = 0x202F
_ISOLATES = (0x2066, 0x2067, 0x2068, 0x2069)
_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC = 1, 4, 6, 16
"""Numbers of names in a font's name table (OpenType, `name`)."""


@cache
def unpacked(folder: str) -> str:
    """The folder below `folder` that holds the fonts as TrueType, made where it is missing."""
    target = os.path.join(folder, _mark())
    if not os.path.isdir(target):
        os.makedirs(folder, exist_ok=True)
        aside = tempfile.mkdtemp(dir=folder)
        for path in sorted(WEB_FONTS.glob("*.woff2")):
            _unpack(path).save(os.path.join(aside, f"{path.stem}.ttf"))
        try:
            os.replace(aside, target)
        except OSError:  # another thread or process was first; its fonts are the same
            shutil.rmtree(aside)
    return target


@cache
def letters() -> frozenset[str]:
    """Every letter and sign that the fonts can show."""
    fonts = [TTFont(path) for path in sorted(WEB_FONTS.glob("*.woff2"))]
    return frozenset(chr(code) for font in fonts for code in font.getBestCmap() or ()) | {
        chr(_NARROW_SPACE)
    }


def _mark() -> str:
    """What changes when a font, this module or the library changes."""
    parts = [path.read_bytes() for path in sorted(WEB_FONTS.glob("*.woff2"))]
    parts += [path.read_bytes() for path in (Path(__file__), Path(ligatures.__file__))]
    parts.append(version("fonttools").encode())
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()[
        :16
    ]


def _unpack(path: Path) -> TTFont:
    font = TTFont(path, recalcTimestamp=False)
    font.flavor = None
    if "latin-ext" in path.stem:
        for record in font["name"].names:
            if record.nameID in (_FAMILY, _FULL, _POSTSCRIPT, _TYPOGRAPHIC):
                record.string = str(record).replace(FAMILIES[0], FAMILIES[1])
    elif "arabic" in path.stem:
        ligatures.split_ligatures(font)
    else:
        _add_spaces(font)
    return font


def _add_spaces(font: TTFont) -> None:
    """The narrow space, half as wide as a space, and isolates, which have no width."""
    space = font.getBestCmap()[ord(" ")]
    width, bearing = font["hmtx"][space]
    for code, share in {_NARROW_SPACE: 0.5, **dict.fromkeys(_ISOLATES, 0)}.items():
        name = f"uni{code:04X}"
        font["glyf"][name] = font["glyf"][space]  # which also adds it to the order of glyphs
        font["hmtx"][name] = (int(width * share), bearing)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
