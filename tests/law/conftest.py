"""The same register as the finder's tests, and a page to put blocks on."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html as lxml_html

from macros.pages.blocks.common import Place
from macros.publication import PublicRegister

from ..finder.conftest import home

Block = Callable[..., str]

__all__ = ["home"]


@pytest.fixture
def draw(public: PublicRegister) -> Callable[..., lxml_html.HtmlElement]:
    """A block as parsed HTML, on a page one folder below the root of a language."""

    def draw_(block: Block, *arguments: str, lang: str = "en") -> lxml_html.HtmlElement:
        return lxml_html.fromstring(f"<div>{block(Place(public, lang, '../'), *arguments)}</div>")

    return draw_
