"""The fonts that the site serves: parts of whole fonts, with every letter that is needed."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from typer.testing import Result

from macros.documents.fonts import WEB_FONTS
from scripts.fonts import PARTS, RULES, WHOLE, part, parts, source

from .conftest import ROOT

ASKED = parts((ROOT / RULES).read_text("utf-8"))
SIGNS = set("☐✓\u202f\u2060\n")
"""In none of the fonts, neither whole nor in parts; a browser has its own."""


def letters(path: Path) -> set[int]:
    return set(TTFont(path).getBestCmap())


def tables(content: bytes) -> dict[str, bytes]:
    """The tables of a font, which do not depend on how well it was packed."""
    font = TTFont(io.BytesIO(content))
    return {tag: font.reader[tag] for tag in font.reader.tables}


def texts() -> Iterator[Path]:
    for folder, ending in [("data", "yml"), ("docs", "md"), ("macros/wording", "yml")]:
        yield from (ROOT / folder).rglob(f"*.{ending}")
    yield from (ROOT / "macros" / "templates").rglob("*.html")
    yield ROOT / "mkdocs.yml"


def test_every_part_has_its_rule() -> None:
    assert sorted(ASKED) == sorted(path.name for path in (ROOT / PARTS).glob("*.woff2"))


@pytest.mark.parametrize("name", ASKED)
def test_parts_are_those_that_the_command_makes(name: str) -> None:
    made = part(ROOT / WHOLE / source(name), ASKED[name])
    assert tables(made) == tables((ROOT / PARTS / name).read_bytes())


@pytest.mark.parametrize("whole", sorted(WEB_FONTS.glob("*.woff2")), ids=lambda it: it.stem)
def test_no_letter_of_a_whole_font_is_lost(whole: Path) -> None:
    weight = whole.stem.split("-")[-2]
    kept = [letters(ROOT / PARTS / name) & asked for name, asked in ASKED.items() if weight in name]
    lost = letters(whole) - set().union(*kept)
    assert lost <= {0x0, 0xD}  # no letters


@pytest.mark.parametrize("weight", ["400", "700"])
def test_fonts_of_the_site_show_every_letter_of_records_and_pages(weight: str) -> None:
    shown = SIGNS.copy()
    for name, asked in ASKED.items():
        if weight in name:
            shown |= {chr(code) for code in letters(ROOT / PARTS / name) & asked}
    missing = {
        f"{char!r} in {path.relative_to(ROOT)}"
        for path in texts()
        for char in set(path.read_text("utf-8")) - shown
    }
    assert not missing, "add the letters to docs/assets/css/fonts.css and run: dalil fonts"


@pytest.mark.parametrize("name", ASKED)
def test_a_changed_font_does_not_carry_the_reserved_name(name: str) -> None:
    records = TTFont(ROOT / PARTS / name)["name"].names
    assert not [str(record) for record in records if "plex" in str(record).lower()]
    assert any("IBM Corp" in str(record) for record in records)  # whose work it is


@pytest.mark.parametrize("folder", [PARTS, WHOLE])
def test_licence_of_fonts_stands_beside_them(folder: Path) -> None:
    assert "SIL OPEN FONT LICENSE" in (ROOT / folder / "OFL.txt").read_text("utf-8")


def test_part_of_no_known_font_is_named(home: Path, dalil: Callable[..., Result]) -> None:
    rules = home / RULES
    rules.parent.mkdir(parents=True)
    rules.write_text(
        '@font-face { src: url("../fonts/dalil-sans-thai-400.woff2"); unicode-range: U+0E00; }',
        encoding="utf-8",
    )
    told = dalil("fonts")
    assert told.exit_code == 2
    assert "dalil-sans-thai-400.woff2" in told.output
