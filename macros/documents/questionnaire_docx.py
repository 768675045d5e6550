"""The questionnaire for Word, by python-docx: real headings and tables, right-to-left in Arabic."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from ..collection.paper import PaperForm, PaperItem, by_area

MARK = "\u2610"
LINE = "_" * 60
SIZE, SMALL = 10, 8
QUIET = RGBColor(0x55, 0x55, 0x55)
FONTS = {"ltr": "Calibri", "rtl": "Arial"}
"""Fonts that Word has everywhere; for Arabic one that holds its letters."""
PLAIN = "Normal"
"""The style of a paragraph that names none."""
FIXED = (2020, 1, 1, 0, 0, 0)
"""The time of the files inside, so that one form makes one file."""
_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing",
    "w:mirrorIndents", "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment",
    "w:textboxTightWrap", "w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr",
    "w:pPrChange",
)  # fmt: skip
"""What stands behind `w:bidi` in a paragraph (ECMA-376, 17.3.1.26); Word insists on the order."""

_AFTER_SIZE = (
    "w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl",
    "w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath",
)  # fmt: skip
"""What stands behind `w:szCs` among the properties of a run (ECMA-376, 17.3.2.28)."""
_AFTER_BOLD = (
    "w:i", "w:iCs", "w:caps", "w:smallCaps", "w:strike", "w:dstrike", "w:outline", "w:shadow",
    "w:emboss", "w:imprint", "w:noProof", "w:snapToGrid", "w:vanish", "w:webHidden", "w:color",
    "w:spacing", "w:w", "w:kern", "w:position", "w:sz", "w:szCs", *_AFTER_SIZE,
)  # fmt: skip
"""What stands behind `w:bCs` there."""


class _Writer:
    """One document in one direction."""

    def __init__(self, form: PaperForm) -> None:
        self.form = form
        self.rtl = form.dir == "rtl"
        self.document: Any = Document()
        self._styles = {style.name: style.style_id for style in self.document.styles}
        self._prepare()

    def _prepare(self) -> None:
        properties = self.document.core_properties
        properties.title, properties.language = self.form.title, self.form.lang
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.created = properties.modified = datetime.datetime(*FIXED)
        for section in self.document.sections:
            section.page_width, section.page_height = Cm(21), Cm(29.7)
            section.left_margin = section.right_margin = Cm(1.8)
            section.top_margin = section.bottom_margin = Cm(1.8)
            if self.rtl:
                section._sectPr.insert_element_before(
                    OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid"
                )
        for name in (PLAIN, "Title", "Heading 1", "Heading 2", "List Bullet"):
            self._style(self.document.styles[name])

    def _style(self, style: Any) -> None:
        font = FONTS["rtl" if self.rtl else "ltr"]
        properties = style.element.get_or_add_rPr()
        fonts = properties.get_or_add_rFonts()
        for kind in list(fonts.attrib):
            del fonts.attrib[kind]
        for kind in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(kind), font)
        if style.name == PLAIN:
            style.font.size = Pt(SIZE)
            style.paragraph_format.space_after = Pt(3)
        if self.rtl:
            self._complex(properties, bool(style.font.bold), style.font.size)

    def _complex(self, properties: Any, bold: bool, size: Any) -> None:
        """Weight and size for complex scripts, which Word sets apart from those of Latin."""
        properties.remove_all("w:bCs", "w:szCs")
        if bold:
            properties.insert_element_before(OxmlElement("w:bCs"), *_AFTER_BOLD)
        if size:
            made = OxmlElement("w:szCs")
            made.set(qn("w:val"), str(int(2 * size.pt)))
            properties.insert_element_before(made, *_AFTER_SIZE)

    def paragraph(self, text: str, style: str = PLAIN, small: bool = False) -> Any:
        """A paragraph in the direction of the language.

        By the name of a style python-docx would go through all of them, for every paragraph.
        """
        made = self.document.add_paragraph()
        if style != PLAIN:
            made._p.style = self._styles[style]
        self.direct(made)
        self.run(made, text, small=small)
        return made

    def direct(self, paragraph: Any) -> None:
        """Turn a paragraph right to left where the language does."""
        if self.rtl:
            properties = paragraph._p.get_or_add_pPr()
            properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)

    def run(self, paragraph: Any, text: str, bold: bool = False, small: bool = False) -> None:
        """A piece of text; in Arabic also for the complex scripts that Word sets apart."""
        run = paragraph.add_run(text)
        run.bold = bold or None
        if small:
            run.font.size, run.font.color.rgb = Pt(SMALL), QUIET
        if self.rtl:
            properties = run._r.get_or_add_rPr()
            self._complex(properties, bold, run.font.size)
            properties.append(OxmlElement("w:rtl"))

    @staticmethod
    def _kept(paragraph: Any) -> None:
        """Keep a paragraph on the page of the one that follows it."""
        paragraph.paragraph_format.keep_with_next = True

    def item(self, item: PaperItem) -> None:
        """A question with its explanations, what is on file, and room for the answer."""
        wording = self.form.words
        head = self.document.add_paragraph()
        self.direct(head)
        head.paragraph_format.space_before = Pt(8)
        self._kept(head)
        required = f" ({wording['required']})" if item.required else ""
        self.run(head, f"{item.number}  {item.text}", bold=True)
        self.run(head, required, small=True)
        for text in (item.rule, " ".join(filter(None, (item.hint, item.note)))):
            if text:
                self._kept(self.paragraph(text, small=True))
        if item.known:
            self._kept(self.paragraph(wording["on_file"], small=True))
            for value in item.known:
                self._kept(self.paragraph(value, "List Bullet"))
            self.paragraph(f"{MARK} {wording['correct']}     {MARK} {wording['to_change']}")
        for choice in item.choices:
            self.paragraph(f"{MARK} {choice}")
        if not item.choices and item.kind not in ("group", "repeat", "note"):
            for _ in range(max(1, item.lines)):
                self.paragraph(LINE)
        for each in item.items:
            self.item(each)

    def statements(self, area: str, items: list[PaperItem]) -> None:
        """A table of statements, with a column for each answer."""
        answers = self.form.answers
        table = self.document.add_table(rows=1, cols=2 + len(answers))
        table.style, table.alignment = "Table Grid", WD_TABLE_ALIGNMENT.CENTER
        if self.rtl:
            table._tbl.tblPr.insert(1, OxmlElement("w:bidiVisual"))
        self._row(table.rows[0], ["", area, *answers], bold=True)
        repeat = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeat)
        for item in items:
            text = f"{item.text}\n{self.form.words['evidence']} {'_' * 30}"
            self._row(table.add_row(), [item.number, text, *[MARK] * len(answers)])
        widths = [Cm(1.3), Cm(9.5), *[Cm(1.65)] * len(answers)]
        table.autofit = False  # else programs may share the width out evenly
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width

    def _row(self, row: Any, texts: list[str], bold: bool = False) -> None:
        for cell, text in zip(row.cells, texts, strict=True):
            self.direct(cell.paragraphs[0])
            self.run(cell.paragraphs[0], text, bold=bold)


def docx(form: PaperForm) -> bytes:
    """The file's bytes, the same for the same form."""
    writer = _Writer(form)
    writer.paragraph(form.title, "Title")
    if form.organisation:
        writer.paragraph(form.organisation, "Heading 1")
    writer.paragraph(f"{form.words['version']} {form.version}", small=True)
    writer.paragraph(form.introduction)
    writer.paragraph(form.words["ethics"], "Heading 1")
    for text in form.ethics:
        writer.paragraph(text, "List Bullet")
    for section in form.sections:
        writer.paragraph(f"{section.number}  {section.title}", "Heading 1")
        for text in filter(None, (section.rule, section.text)):
            writer.paragraph(text)
        for area, items in by_area(section.items):
            if area:
                writer.statements(area, items)
            else:
                for item in items:
                    writer.item(item)
    writer.paragraph(form.words["no_personal"], small=True)
    target = io.BytesIO()
    writer.document.save(target)
    return _with_fixed_times(target.getvalue())


def _with_fixed_times(content: bytes) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in source.namelist():
            made.writestr(zipfile.ZipInfo(name, FIXED), source.read(name), zipfile.ZIP_DEFLATED)
    return target.getvalue()
