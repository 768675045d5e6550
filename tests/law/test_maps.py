"""Tile maps and the map of who meets whom: pictures that say what their tables say."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html as lxml_html

from macros.checks import check
from macros.pages.blocks.common import Place
from macros.pages.blocks.region_map import region_map
from macros.pages.blocks.system_map import system_map
from macros.pages.diagram import LEFT, MIDDLE, RIGHT, Box, arrange, box
from macros.publication import publish
from macros.register import load
from macros.text import LANGUAGES
from macros.tiles import LINE, MOST_LINES, lines

from ..conftest import ROOT

Draw = Callable[..., Any]
COUNTRIES = sorted((ROOT / "data" / "countries").glob("*.yml"))


def said(element: Any) -> str:
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("file", COUNTRIES, ids=lambda file: file.stem)
def test_every_country_shows_all_its_regions_on_squares_of_their_own(file: Path) -> None:
    country = yaml.safe_load(file.read_text("utf-8"))
    squares = [tuple(square) for square in country["tiles"].values()]
    assert set(country["tiles"]) == set(country["regions"])
    assert len(set(squares)) == len(squares)


@pytest.mark.parametrize("file", COUNTRIES, ids=lambda file: file.stem)
def test_every_name_of_a_region_fits_its_square(file: Path) -> None:
    country = yaml.safe_load(file.read_text("utf-8"))
    for names in country["regions"].values():
        for name in names.values():
            assert len(lines(name)) <= MOST_LINES
            assert all(len(line) <= LINE + 6 for line in lines(name)), name


@pytest.mark.parametrize("lang", LANGUAGES)
def test_map_and_table_give_the_same_numbers(draw: Draw, lang: str) -> None:
    block = draw(region_map, "xa", lang=lang)
    squares = {
        said(it.xpath(".//*[contains(@class, 'code')]")[0]): said(
            it.xpath(".//*[contains(@class, 'number')]")[0]
        )
        for it in block.xpath(".//g")
    }
    rows = {
        said(row.xpath("./td")[0]).split("-")[1]: said(row.xpath("./td")[2])
        for row in block.xpath(".//tr[td]")
    }
    assert squares == rows
    assert set(squares) == {"N", "S"}


CLOSED = """\
names: {en: Closed House}
region: XA-N
status:
  - {value: STATUS, as_of: 2020, source: s1}
themes: [drugs]
sources:
  s1: {kind: report, title: Year book, date: 2020}
collection: {stage: documented, last_verified: 2026-01-01}
"""


@pytest.mark.parametrize(("status", "more"), [("active", 1), ("closed", 0), ("unknown", 1)])
def test_closed_organisation_is_not_counted_on_the_map(
    home: Path, write: Callable[[str, str], Path], status: str, more: int
) -> None:
    def in_the_north() -> int:
        register = load(str(home))
        place = Place(publish(register, check(register)), "en", "../")
        row = lxml_html.fromstring(region_map(place, "xa")).xpath(".//tr[th='North']")[0]
        return int(said(row.xpath("./td")[2]))

    before = in_the_north()
    write("organisations/xa/closed-house.yml", CLOSED.replace("STATUS", status))
    assert in_the_north() == before + more


def test_map_says_that_names_imply_no_endorsement(draw: Draw) -> None:
    notice = said(draw(region_map, "xa").xpath(".//p[contains(@class, 'dalil-notice')]")[0])
    assert "imply no opinion or endorsement" in notice
    assert "Names of places imply no opinion." in notice


def test_country_without_tiles_has_no_map(draw: Draw) -> None:
    assert said(draw(region_map, "xb")) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_diagram_and_table_name_the_same_mechanisms_bodies_and_rules(draw: Draw, lang: str) -> None:
    block = draw(system_map, "xa", lang=lang)
    drawn = {it.get("href") for it in block.xpath(".//svg//a")}
    table = {
        it.get("href") for it in block.xpath(".//table//a") if "legislation" not in it.get("href")
    }
    assert drawn == table
    assert "../mechanisms/xa-victims-committee/" in drawn
    assert "../authorities/xa-public-prosecution/" in drawn
    assert block.xpath(".//table//a[@href='../legislation/xa-victims-act/']")


def test_withheld_organisation_is_not_in_the_diagram(draw: Draw) -> None:
    assert "xa-exposure-withheld" not in "".join(
        it.get("href") for it in draw(system_map, "xa").xpath(".//a")
    )


def test_mechanism_without_named_organisation_has_an_open_end(draw: Draw) -> None:
    assert len(draw(system_map, "xb").xpath(".//circle")) == 1
    assert not draw(system_map, "xa").xpath(".//circle")


def test_diagram_of_right_to_left_language_is_mirrored(draw: Draw) -> None:
    def first(lang: str) -> float:
        block = draw(system_map, "xa", lang=lang)
        rect = block.xpath(".//g[contains(@class, 'system__body')]//rect")[0]
        return float(rect.get("x"))

    assert first("en") == 0
    assert first("ar") > first("en")


def boxes(n: int, column: tuple[int, int]) -> list[Box]:
    return [
        box(f"{column[0]}-{i}", f"Body number {i} with a rather long name", column)
        for i in range(n)
    ]


@pytest.mark.parametrize("sizes", [(1, 1, 0), (20, 5, 3), (2, 15, 1), (0, 4, 9)])
def test_boxes_of_a_column_never_overlap_and_stay_inside(sizes: tuple[int, int, int]) -> None:
    left, middle, right = (
        boxes(n, column) for n, column in zip(sizes, (LEFT, MIDDLE, RIGHT), strict=True)
    )
    to_left = {it.key: [other.key for other in left[:: i + 1]] for i, it in enumerate(middle)}
    to_right = {it.key: [other.key for other in right[i::2]] for i, it in enumerate(middle)}
    drawn = arrange(left, middle, right, to_left, to_right)
    for column in (drawn.left, drawn.middle, drawn.right):
        for above, below in pairwise(column):
            assert above.y + above.height < below.y
        assert all(it.y >= 0 and it.y + it.height <= drawn.height + 0.1 for it in column)


def test_boxes_that_are_joined_stand_near_each_other() -> None:
    left, middle = boxes(6, LEFT), boxes(6, MIDDLE)
    to_left = {it.key: [left[5 - i].key] for i, it in enumerate(middle)}
    drawn = arrange(left, middle, [], to_left, {})
    order = {it.key: i for i, it in enumerate(drawn.left)}
    places = [order[to_left[it.key][0]] for it in drawn.middle]
    assert places == sorted(places)
