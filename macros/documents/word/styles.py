"""How Word files look: the one place for their fonts, sizes, colours and numbering."""

from __future__ import annotations

from typing import Any

from docx.document import Document as WordFile
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt

from ...text import LANGUAGES
from .xml import Element, element

LATIN, ARABIC = "IBM Plex Sans", "IBM Plex Sans Arabic"
STAND_IN = "Arial"
"""The font that Word takes where an office does not have ours."""
ACCENT, QUIET, FILL = "263A8F", "555555", "E8EBF5"
LABEL_WIDTH = 2400
"""Twentieths of a point: the room for the label of a fact."""

SIZES = {
    "Normal": 10, "Title": 26, "Subtitle": 12, "Heading 1": 16, "Heading 2": 12, "Heading 3": 10.5,
    "Caption": 9, "List Bullet": 10, "Header": 8, "Footer": 8, "TOC Heading": 16, "toc 1": 10,
    "toc 2": 9.5, "footnote text": 8, "Table Text": 8.5, "Small": 8.5, "Lead": 11, "Notice": 10,
    "Facts": 9.5,
}  # fmt: skip
"""Points, by name of a style; those that Word's own template lacks are added."""
COLOURS = {
    "Title": ACCENT, "Heading 1": ACCENT, "Heading 2": ACCENT, "TOC Heading": ACCENT,
    "Subtitle": QUIET, "Small": QUIET, "Header": QUIET, "Footer": QUIET,
}  # fmt: skip
BOLD = ("Title", "Heading 1", "Heading 2", "Heading 3", "Caption", "TOC Heading")
SPACE_AFTER = {"Table Text": 0, "Facts": 2, "toc 1": 2, "toc 2": 1, "footnote text": 0}
"""Points after a paragraph; others have six."""


def set_up(file: WordFile, lang: str, numbered: bool) -> None:
    """Make the styles of a document in a language; `numbered` numbers its headings."""
    for name in SIZES:
        style = _style(file, name)
        _letters(style, name, lang)
        _spacing(style, name)
        if LANGUAGES[lang].dir == "rtl":
            _right_to_left(style)
    _marks_of_notes(file)
    _own_manners(file)
    if numbered:
        _number_headings(file)
    _compatible(file)


def _style(file: WordFile, name: str) -> Any:
    if name in [style.name for style in file.styles]:
        style = file.styles[name]
        if name in ("Title", "TOC Heading"):  # neither a line below nor a place in the contents
            style.element.remove(style.element.get_or_add_pPr())
            style.base_style = file.styles["Normal"]
        return style
    style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = file.styles["Normal"]
    return style


def _letters(style: Any, name: str, lang: str) -> None:
    """Font, size, weight and colour, each also for complex scripts."""
    properties = style.element.get_or_add_rPr()
    for old in list(properties):
        properties.remove(old)
    size = str(int(SIZES[name] * 2))
    fonts = element("w:rFonts", ascii=LATIN, hAnsi=LATIN, eastAsia=LATIN, cs=ARABIC)
    made = [fonts]
    made += [element("w:b"), element("w:bCs")] if name in BOLD else []
    made += [element("w:color", val=COLOURS[name])] if name in COLOURS else []
    made += [element("w:sz", val=size), element("w:szCs", val=size)]
    locale = LANGUAGES[lang].locale.replace("_", "-")
    other = {"bidi": locale} if LANGUAGES[lang].dir == "rtl" else {}
    made.append(element("w:lang", val=locale, **other))
    properties.extend(made)


def _spacing(style: Any, name: str) -> None:
    layout = style.paragraph_format
    layout.space_after = Pt(SPACE_AFTER.get(name, 6))
    layout.line_spacing = 1.1
    if name.startswith("Heading"):
        layout.space_before = Pt(14 if name != "Heading 3" else 8)
        layout.keep_with_next = True
        layout.keep_together = True
    if name == "Caption":
        layout.keep_with_next = True


def _right_to_left(style: Any) -> None:
    properties = style.element.get_or_add_pPr()
    properties.insert_element_before(
        element("w:bidi"), "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind",
        "w:contextualSpacing", "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection",
        "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    )  # fmt: skip


def _own_manners(file: WordFile) -> None:
    """Shade of a notice, hanging labels of facts, the indent of contents of level 2."""
    shade = element("w:shd", val="clear", color="auto", fill=FILL)
    properties = file.styles["Notice"].element.get_or_add_pPr()
    properties.insert_element_before(shade, "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc")
    facts = file.styles["Facts"].paragraph_format
    facts.left_indent, facts.first_line_indent = Pt(LABEL_WIDTH / 20), Pt(-LABEL_WIDTH / 20)
    facts.tab_stops.add_tab_stop(Pt(LABEL_WIDTH / 20))
    file.styles["toc 2"].paragraph_format.left_indent = Pt(12)


def _marks_of_notes(file: WordFile) -> None:
    style = file.styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    style.element.get_or_add_rPr().append(element("w:vertAlign", val="superscript"))


def _number_headings(file: WordFile) -> None:
    """A list of levels tied to the styles of headings, as Word itself numbers chapters."""
    numbering = file.part.numbering_part.element
    ids = [int(it.get(qn("w:abstractNumId"))) for it in numbering.findall(qn("w:abstractNum"))]
    nums = [int(it.get(qn("w:numId"))) for it in numbering.findall(qn("w:num"))]
    abstract, number = str(max(ids, default=0) + 1), str(max(nums, default=0) + 1)
    levels = [_level(0, "%1", "Heading1"), _level(1, "%1.%2", "Heading2")]
    made = element(
        "w:abstractNum", element("w:multiLevelType", val="multilevel"), *levels,
        abstractNumId=abstract,
    )  # fmt: skip
    numbering.insert(len(ids), made)  # all abstract lists stand before the first list
    numbering.append(element("w:num", element("w:abstractNumId", val=abstract), numId=number))
    for level, name in enumerate(("Heading 1", "Heading 2")):
        own = element("w:numPr", element("w:ilvl", val=str(level)), element("w:numId", val=number))
        properties = file.styles[name].element.get_or_add_pPr()
        properties.insert_element_before(
            own, "w:pBdr", "w:shd", "w:tabs", "w:bidi", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"
        )


def _level(level: int, shown: str, style: str) -> Element:
    return element(
        "w:lvl", element("w:start", val="1"), element("w:numFmt", val="decimal"),
        element("w:pStyle", val=style), element("w:suff", val="nothing"),
        element("w:lvlText", val=f"{shown}\u2002"), element("w:lvlJc", val="left"),
        element("w:pPr", element("w:ind", left="0", firstLine="0")), ilvl=str(level),
    )  # fmt: skip


def _compatible(file: WordFile) -> None:
    """Say that the file follows Word 2013 and later, so that Word does not restrict its editing."""
    for setting in file.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
