"""Charts on the canvas: mirrored for Arabic, safe with any label, inside their frame."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from functools import partial
from pathlib import Path

import pandas as pd
import pytest
from lxml import etree

from macros.charts import draw_ahead, drawing, figure
from macros.charts.canvas import CELLS, WIDTH, Canvas, shade, wrapped
from macros.charts.cells import grid
from macros.charts.drawing import draw
from macros.charts.forms import DRAWN, SPECIFIED
from macros.pages.blocks.charts import SLOW
from macros.parallel import Helper
from macros.questions import QUESTIONS, Answer, ask
from macros.tables import Tables
from macros.text import LANGUAGES

from .analysed import COUNTRIES, whole

__all__ = ["whole"]

TRAP = '<script>alert("x")</script> & "quotes"'
PLACED = re.compile(r'\b(?:x|x1|x2|cx)="([-\d.e+]+)"')


def bars_of(label: str) -> Answer:
    table = pd.DataFrame({"key": ["a", "b"], "n": [3, 1]})
    return Answer("sponsors", table, 2, 0, "bars", {"a": {"en": label}, "b": {"en": "Other"}})


def test_label_cannot_break_out_of_the_picture(tmp_path: Path) -> None:
    svg = figure(bars_of(TRAP), "en", str(tmp_path)).svg
    root = etree.fromstring(svg.encode())
    assert not root.findall(".//{*}script")
    assert "alert" in "".join(root.itertext())


def test_arabic_charts_mirror_the_others() -> None:
    left, right = (Canvas(lang) for lang in ("en", "ar"))
    for canvas in (left, right):
        canvas.box(100, 0, 40, 10, "#000")
        canvas.line((10, 0), (30, 5))
    assert 'x="100"' in left.parts[0]
    assert f'x="{WIDTH - 140}"' in right.parts[0]
    assert f'x1="{WIDTH - 10}"' in right.parts[1]


def test_words_are_not_cut_but_wrapped() -> None:
    assert wrapped("Ministry of Social Development", 100) == "Ministry of\nSocial\nDevelopment"
    assert wrapped("2000–2004", 40) == "2000–\n2004"
    assert wrapped("Unbreakableword", 20) == "Unbreakableword"


def test_cell_of_nobody_differs_from_a_cell_of_one() -> None:
    for greatest in (1, 2, 5, 40, 1000):
        shades = [shade(n, greatest)[0] for n in range(greatest + 1)]
        assert shades[0] == CELLS[0] != shades[1]
        assert [CELLS.index(it) for it in shades] == sorted(CELLS.index(it) for it in shades)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_every_chart_is_drawn_inside_its_frame(
    whole: Tables, question: str, lang: str, tmp_path: Path
) -> None:
    for country in (None, COUNTRIES[-1]):
        answer = ask(whole, question, country)
        if answer.form in DRAWN and answer.total:
            svg = drawing.draw(answer, lang, str(tmp_path))
            assert all(-1 <= float(x) <= WIDTH + 1 for x in PLACED.findall(svg)), question


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_slanted_heads_end_inside_the_frame(lang: str) -> None:
    heads = {str(at): {"en": "Prevention of violent extremism"} for at in range(18)}
    table = pd.DataFrame([{"key": "a", "column": head, "n": 1} for head in heads])
    answer = Answer("themes", table, 1, 0, "grid", {"a": {"en": "North"}}, column_labels=heads)
    turned = etree.fromstring(grid(answer, lang).encode()).findall(".//{*}text[@transform]")
    assert len(turned) == len(heads)
    for text in turned:
        along = 12 * 0.5 * len(text.text or "") * math.cos(math.radians(50))
        end = float(text.get("x", "")) + (along if text.get("text-anchor") == "start" else -along)
        assert 0 <= end <= WIDTH


@pytest.mark.parametrize("question", sorted(QUESTIONS))
def test_every_chart_has_a_title_a_description_and_colours_of_the_page(
    whole: Tables, question: str
) -> None:
    drawn = figure(ask(whole, question, None), "fr", ".cache/charts")
    if drawn.svg:
        root = etree.fromstring(drawn.svg.encode())
        named = str(root.get("aria-labelledby")).split()
        assert [root.find(f".//*[@id='{name}']").text for name in named] == [  # type: ignore[union-attr]
            drawn.title,
            drawn.alternative,
        ]
        assert "#010203" not in drawn.svg
        assert "#040506" not in drawn.svg


def test_charts_that_take_long_are_begun_first(whole: Tables) -> None:
    slow = [name for name in sorted(QUESTIONS) if ask(whole, name, None).form not in DRAWN]
    assert sorted(SLOW) == slow
    assert {ask(whole, name, None).form for name in slow} == set(SPECIFIED)


def test_chart_drawn_ahead_is_the_one_drawn_when_asked_for(whole: Tables, tmp_path: Path) -> None:
    answers = [ask(whole, name, None) for name in SLOW]
    draw_ahead(answers, str(tmp_path / "ahead"))
    for answer in answers:
        for lang in LANGUAGES:
            ahead = draw(answer, lang, str(tmp_path / "ahead"))
            assert ahead == draw(answer, lang, str(tmp_path / "alone"))
    drawn = [path.name for path in sorted((tmp_path / "ahead").iterdir())]
    assert len(drawn) == len(answers) * len(LANGUAGES)
    assert drawn == sorted(path.name for path in (tmp_path / "alone").iterdir())


def test_chart_of_other_numbers_is_another_drawing(whole: Tables, tmp_path: Path) -> None:
    answer = ask(whole, SLOW[0], None)
    other = replace(answer, table=answer.table.iloc[1:])
    assert draw(answer, "en", str(tmp_path)) != draw(other, "en", str(tmp_path))


def test_copy_of_the_process_draws_by_itself_what_is_drawn_ahead(
    whole: Tables, tmp_path: Path
) -> None:
    answer, folder = ask(whole, SLOW[0], None), str(tmp_path)
    draw_ahead([answer], folder)
    work = partial(draw, answer, "ar", folder)
    assert Helper(work, is_apart=True).result() == draw(answer, "ar", folder)
