"""From answer to SVG: drawn, kept by content where that is slow, and at home in the page."""

from __future__ import annotations

import hashlib
import json
import os
from functools import partial
from importlib.metadata import version
from typing import Any

import vl_convert
from lxml import etree

from ..parallel import Helper
from ..questions import Answer
from ..text import has_arabic
from .canvas import BAR, INK
from .forms import DRAWN, SPECIFIED

_NAMESPACE = "http://www.w3.org/2000/svg"
_COLOURS = {INK: "var(--md-default-fg-color)", BAR: "var(--dalil-chart)"}
LATIN_FONT, ARABIC_FONT = "IBM Plex Sans", "IBM Plex Sans Arabic"
_PRINTED = {_COLOURS[INK]: "#1a1a1a", _COLOURS[BAR]: "#3949ab"}
"""By the colour on pages."""
_UNWANTED = ("aria-label", "aria-roledescription", "role", "aria-hidden", "font-family", "class")


def draw(answer: Answer, lang: str, cache: str) -> str:
    """The chart as SVG, its colours stand-ins; `cache` is the folder of drawings made before."""
    if answer.form in DRAWN:
        return DRAWN[answer.form](answer, lang)
    return _drawn(SPECIFIED[answer.form](answer, lang), cache)


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


def _drawn(spec: dict[str, Any], cache: str) -> str:
    content = json.dumps(spec, sort_keys=True, ensure_ascii=False) + version("vl-convert-python")
    path = os.path.join(cache, hashlib.sha256(content.encode()).hexdigest() + ".svg")
    if os.path.exists(path):
        with open(path, encoding="utf-8") as file:
            return file.read()
    # In a copy of this process: the engine starts threads, and copies made later would lack them.
    svg: str = Helper(partial(vl_convert.vegalite_to_svg, spec), is_apart=True).result()
    os.makedirs(cache, exist_ok=True)
    aside = f"{path}.{os.getpid()}"
    with open(aside, "w", encoding="utf-8") as file:
        file.write(svg)
    os.replace(aside, path)
    return svg


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
