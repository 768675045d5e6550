"""From answer to SVG: drawn, kept by content where that is slow, and at home in the page."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cache as once
from functools import partial
from importlib import import_module
from importlib.metadata import version

from lxml import etree

from .. import store
from ..parallel import Helper
from ..questions import Answer
from ..text import LANGUAGES, has_arabic
from .canvas import BAR, INK
from .forms import DRAWN, SPECIFIED

_NAMESPACE = "http://www.w3.org/2000/svg"
_COLOURS = {INK: "var(--md-default-fg-color)", BAR: "var(--dalil-chart)"}
LATIN_FONT, ARABIC_FONT = "IBM Plex Sans", "IBM Plex Sans Arabic"
_PRINTED = {_COLOURS[INK]: "#1a1a1a", _COLOURS[BAR]: "#3949ab"}
"""By the colour on pages."""
ENGINES = ("altair", "vl-convert-python")
_UNWANTED = ("aria-label", "aria-roledescription", "role", "aria-hidden", "font-family", "class")


class _Once:
    """What draws charts ahead of time."""

    helper: Helper | None = None


def draw(answer: Answer, lang: str, cache: str) -> str:
    """The chart as SVG, its colours stand-ins; `cache` is the folder of drawings made before."""
    if answer.form in DRAWN:
        return DRAWN[answer.form](answer, lang)
    return _drawn(answer, lang, cache)


def draw_ahead(answers: Sequence[Answer], cache: str) -> None:
    """Begin to draw, in another process and for all languages, what takes long."""
    missing = [
        (answer, lang)
        for answer in answers
        for lang in LANGUAGES
        if answer.form in SPECIFIED and not os.path.exists(_path(answer, lang, cache))
    ]
    if missing:
        _Once.helper = Helper(partial(_draw, missing, cache), is_apart=True)


def for_paper(svg: str) -> str:
    """A page's chart for paper: colours that print, the fonts of documents, no title of its own."""
    root = etree.fromstring(svg.encode())
    for element in list(root.iter()):
        for attribute in ("fill", "stroke"):
            colour = element.attrib.get(attribute)
            if colour in _PRINTED:
                element.attrib[attribute] = _PRINTED[colour]
        name = etree.QName(element).localname
        if name == "text" and element.text:
            element.attrib["font-family"] = ARABIC_FONT if has_arabic(element.text) else LATIN_FONT
        if name in ("title", "desc"):
            root.remove(element)
    return etree.tostring(root, encoding="unicode")


def _drawn(answer: Answer, lang: str, cache: str) -> str:
    path = _path(answer, lang, cache)
    if not os.path.exists(path) and _Once.helper and _Once.helper.is_mine:
        _Once.helper.result()
        _Once.helper = None
    if not os.path.exists(path):
        Helper(partial(_draw, [(answer, lang)], cache), is_apart=True).result()
    with open(path, encoding="utf-8") as file:
        return file.read()


def _path(answer: Answer, lang: str, cache: str) -> str:
    """Where a drawing is kept: under all that it is made from."""
    parts = (answer.form, lang, answer.table.to_csv(), sorted(answer.labels.items()), _makers())
    return os.path.join(cache, hashlib.sha256(str(parts).encode()).hexdigest() + ".svg")


@once
def _makers() -> str:
    """What changes when the code of charts or an engine changes."""
    return " ".join([store.code_version("charts"), *(version(engine) for engine in ENGINES)])


def _draw(wanted: Sequence[tuple[Answer, str]], cache: str) -> None:
    """Draw charts by Vega, in a copy of this process: it starts threads that others would lack."""
    svg = import_module(".specification", __package__).svg
    os.makedirs(cache, exist_ok=True)
    for answer, lang in wanted:
        path = _path(answer, lang, cache)
        aside = f"{path}.{os.getpid()}"
        with open(aside, "w", encoding="utf-8") as file:
            file.write(svg(answer, lang))
        os.replace(aside, path)


def at_home(svg: str, name: str, title: str, text: str) -> str:
    """The chart as inline SVG that takes the page's colours and fonts.

    `name` is the id that its title and description are tied to.
    """
    root = etree.fromstring(svg.encode())
    for element in root.iter():
        for attribute in _UNWANTED:
            element.attrib.pop(attribute, None)
        for attribute in ("fill", "stroke"):
            colour = element.attrib.get(attribute)
            if colour in _COLOURS:
                element.attrib[attribute] = _COLOURS[colour]
    # Text anchors would flip inside a right-to-left page.
    root.attrib["style"] = "direction:ltr"
    root.attrib["role"] = "img"
    root.attrib["aria-labelledby"] = f"{name}-title {name}-text"
    for tag, words in (("desc", text), ("title", title)):
        element = etree.Element(
            f"{{{_NAMESPACE}}}{tag}", id=f"{name}-{'text' if tag == 'desc' else tag}"
        )
        element.text = words
        root.insert(0, element)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")
