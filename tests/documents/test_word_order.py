"""Word files against the schema of WordprocessingML (ECMA-376, part 1, annex A).

Word refuses or repairs a file whose elements stand in another order than the schema's.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator

import pytest
from lxml import etree

from macros.collection.form import only_form
from macros.collection.prefill import on_file
from macros.documents.questionnaire import paper_form
from macros.documents.word import docx
from macros.register import Register
from macros.text import LANGUAGES

from ..collection.conftest import asking as asking
from ..collection.conftest import register_asked as register_asked
from .conftest import make_sample

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RUN = """
    rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof
    snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd
    fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath"""
PARAGRAPH = """
    pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr
    shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN
    bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc
    textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr"""
BORDERS = "top start left bottom end right insideH insideV tl2br tr2bl"
ORDER = {
    name: order.split()
    for name, order in {
        "rPr": RUN,
        "pPr": PARAGRAPH,
        "numPr": "ilvl numId",
        "pBdr": "top left bottom right between bar",
        "tbl": "bookmarkStart bookmarkEnd tblPr tblGrid tr",
        "tblPr": """
            tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc
            tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption
            tblDescription""",
        "tblBorders": BORDERS,
        "tcBorders": BORDERS,
        "tblCellMar": "top start left bottom end right",
        "tcMar": "top start left bottom end right",
        "tr": "tblPrEx trPr tc",
        "tcPr": """
            cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText
            vAlign hideMark""",
        "sectPr": """
            headerReference|footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
            lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter
            docGrid printerSettings""",
        "style": """
            name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed
            qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr
            tblStylePr""",
        "styles": "docDefaults latentStyles style",
        "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
        "abstractNum": "nsid multiLevelType tmpl name styleLink numStyleLink lvl",
        "num": "abstractNumId lvlOverride",
        "lvl": """
            start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr
            rPr""",
    }.items()
}
"""By element the elements that it may hold, in order; those between which `|` stands may mix."""
FIRST = {"p": "pPr", "r": "rPr", "tbl": "tblPr", "tr": "trPr", "tc": "tcPr"}
"""By element what can only be its first."""
Parts = dict[str, etree._Element]


def filled_form(lang: str, register: Register) -> bytes:
    form, known = only_form(register), on_file(register, "xa-lantern-centre")
    return paper_form(form, lang, ".docx", "", known)


MAKERS: dict[str, Callable[[str, Register], bytes]] = {
    "book": lambda lang, register: docx(make_sample(lang)),
    "sheet": lambda lang, register: docx(make_sample(lang, form="sheet")),
    "questionnaire": filled_form,
}


@pytest.fixture(params=[(maker, lang) for maker in MAKERS for lang in LANGUAGES], ids="-".join)
def parts(request: pytest.FixtureRequest, register_asked: Register) -> Parts:
    """Every part of a Word file, by its name."""
    maker, lang = request.param
    with zipfile.ZipFile(io.BytesIO(MAKERS[maker](lang, register_asked))) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def elements(parts: Parts, *tags: str) -> Iterator[etree._Element]:
    names = [f"{W}{tag}" for tag in tags]
    for part in parts.values():
        yield from part.iter(*names)


def names_in(element: etree._Element) -> list[str]:
    return [etree.QName(it).localname for it in element if it.tag.startswith(W)]


def values(parts: Parts, tag: str, attribute: str = "val") -> list[str]:
    return [it.get(f"{W}{attribute}", "") for it in elements(parts, tag)]


def test_elements_stand_in_the_order_of_the_schema(parts: Parts) -> None:
    for name, order in ORDER.items():
        place = {each: at for at, it in enumerate(order) for each in it.split("|")}
        for element in elements(parts, name):
            found = names_in(element)
            assert set(found) <= set(place), name
            assert found == sorted(found, key=place.__getitem__), name


def test_properties_come_first_and_once(parts: Parts) -> None:
    for element in elements(parts, *FIRST):
        first = FIRST[etree.QName(element).localname]
        assert first not in names_in(element)[1:], etree.tostring(element)[:300]


def test_cell_ends_with_a_paragraph(parts: Parts) -> None:
    assert all(names_in(cell)[-1:] == ["p"] for cell in elements(parts, "tc"))


def test_numbers_that_word_counts_by_are_given_once(parts: Parts) -> None:
    drawn = [it.get("id") for it in parts["word/document.xml"].iter("{*}docPr")]
    places = values(parts, "bookmarkStart", "id")
    for ids in (drawn, places, values(parts, "footnote", "id")):
        assert len(ids) == len(set(ids))
    assert sorted(places) == sorted(values(parts, "bookmarkEnd", "id"))


def test_styles_and_lists_that_are_used_are_there(parts: Parts) -> None:
    styles = set(values(parts, "style", "styleId"))
    used = [value for tag in ("pStyle", "rStyle", "tblStyle") for value in values(parts, tag)]
    assert set(used) <= styles
    assert set(values(parts, "numId")) <= set(values(parts, "num", "numId"))


def test_prefixes_are_those_of_the_standard_not_made_up(parts: Parts) -> None:
    """A made-up prefix changes with what else the process has loaded, and the bytes with it."""
    prefixes = {it for part in parts.values() for each in part.iter() for it in each.nsmap if it}
    assert [it for it in prefixes if re.fullmatch(r"ns\d+", it)] == []
