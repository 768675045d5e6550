"""`dalil fonts`: the parts of the fonts that the site serves, made from the whole ones.

`docs/assets/css/fonts.css` says which letters each part holds. The parts carry names of their own,
as the licence of the fonts reserves theirs.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Annotated

import typer
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from .output import save
from .root import find_root, stop

RULES = Path("docs/assets/css/fonts.css")
PARTS = Path("docs/assets/fonts")
WHOLE = Path("macros/documents/plex")
NAMES = {"IBM Plex Sans": "Dalil Sans", "IBMPlexSans": "DalilSans"}
FEATURES = (
    "calt", "ccmp", "fina", "init", "isol", "kern", "liga", "locl", "mark", "medi", "mkmk", "rlig",
)  # fmt: skip
"""What joins Arabic letters, places marks and sets distances; not fractions, say."""

_SPACES = {0x20, 0xA0}
"""In every part, so that no line has spaces of another font."""
_COPYRIGHT = 0
"""Number in a font's name table; it stays as it is."""


def command(
    root: Annotated[Path | None, typer.Option(help="Folder of the project.")] = None,
) -> None:
    """Make the fonts of the site anew, after a change to docs/assets/css/fonts.css.

    Example: dalil fonts
    """
    home = find_root(root)
    for name, letters in parts((home / RULES).read_text(encoding="utf-8")).items():
        whole = home / WHOLE / source(name)
        if not whole.is_file():
            stop(f"{RULES} names {name}, but there is no {WHOLE / source(name)}")
        made = part(whole, letters)
        save(home / PARTS / name, made)
        typer.echo(f"{PARTS / name}: {len(made)}")


def parts(rules: str) -> dict[str, frozenset[int]]:
    """The file of each rule in a style sheet of fonts, and the letters that it is for."""
    found = re.findall(r'url\("../fonts/([^"]+)"\).*?unicode-range: ([^;]+);', rules, re.S)
    return {name: _letters(ranges) for name, ranges in found}


def _letters(ranges: str) -> frozenset[int]:
    """The letters of a `unicode-range`, such as U+0041-005A,U+20AC."""
    pairs = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", ranges)
    return frozenset(
        code for first, last in pairs for code in range(int(first, 16), int(last or first, 16) + 1)
    )


def source(name: str) -> str:
    """The whole font that a part is made from: dalil-sans-arabic-ext-700.woff2, say."""
    script, _, weight = Path(name).stem.removeprefix("dalil-sans-").rpartition("-")
    if script in ("arabic", "arabic-ext"):
        script = "arabic-arabic"
    return f"ibm-plex-sans-{script}-{weight}-normal.woff2"


def part(whole: Path, letters: frozenset[int]) -> bytes:
    """A web font with those of the letters that the whole one has; always the same bytes."""
    font = TTFont(whole, recalcTimestamp=False)
    subsetter = Subsetter(_options())
    subsetter.populate(unicodes=letters | _SPACES)
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID != _COPYRIGHT:
            record.string = _renamed(str(record))
    content = io.BytesIO()
    font.save(content)
    return content.getvalue()


def _options() -> Options:
    options = Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.name_IDs = ["*"]
    options.drop_tables += ["STAT"]  # axes of a family of many styles; these are two files
    options.notdef_outline = True
    return options


def _renamed(text: str) -> str:
    for theirs, ours in NAMES.items():
        text = text.replace(theirs, ours)
    return text
