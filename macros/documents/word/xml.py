"""Elements of WordprocessingML (ECMA-376), made in the order that its schema asks for."""

from __future__ import annotations

from functools import cache
from typing import Any

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser

Element = Any
_name = cache(qn)
"""The name of a tag or attribute with its namespace; a file has few names, each many times."""


def _made(tag: str) -> Element:
    prefix = tag.split(":")[0]
    return oxml_parser.makeelement(_name(tag), nsmap={prefix: nsmap[prefix]})


def element(tag: str, *children: Element, **attributes: str) -> Element:
    """An element such as `w:p`; attributes are of the namespace `w`."""
    made = _made(tag)
    for name, value in attributes.items():
        made.set(_name(f"w:{name.rstrip('_')}"), value)
    for child in children:
        made.append(child)
    return made


def root(tag: str, *prefixes: str) -> Element:
    """The first element of a part, which names the namespaces of its attributes itself.

    Else lxml makes up a name for them, another one where some library of the process told it one.
    """
    named = (tag.split(":")[0], *prefixes)
    return oxml_parser.makeelement(_name(tag), nsmap={it: nsmap[it] for it in named})


def text(value: str, tag: str = "w:t") -> Element:
    """The text of a run, its spaces kept."""
    made = _made(tag)
    made.text = value
    made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def field(instruction: str, *shown: Element, properties: Element | None = None) -> list[Element]:
    """A field with what it shows until Word works it out: `PAGE`, `SEQ Table`, ..."""

    def run(child: Element) -> Element:
        own = [] if properties is None else [properties.__copy__()]
        return element("w:r", *own, child)

    return [
        run(element("w:fldChar", fldCharType="begin")),
        run(text(f" {instruction} ", "w:instrText")),
        run(element("w:fldChar", fldCharType="separate")),
        *shown,
        run(element("w:fldChar", fldCharType="end")),
    ]


def bookmark(number: int, name: str, *inside: Element) -> list[Element]:
    """A named place; other parts of the file refer to it by name."""
    start = element("w:bookmarkStart", id=str(number), name=name)
    return [start, *inside, element("w:bookmarkEnd", id=str(number))]
