"""Spreadsheets in and out: whatever file arrives, as sheets of cells that know their place.

CSV comes in any of the encodings and separators that are in use in the four countries; XLSX, XLS
and ODS are read by calamine. Archives (.zip) of CSV files are what ODK Central exports.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from python_calamine import CalamineError, CalamineSheet, load_workbook

SIZE_LIMIT = 64 * 1024 * 1024
ROW_LIMIT = 200_000
SEPARATORS = ",;\t|"
CANDIDATES = ("cp1256", "cp1252")
"""Encodings of older Windows programs: Arabic, and Western European."""
_ARABIC, _LATIN = re.compile("[\u0621-\u064a]"), re.compile("[A-Za-z\u00c0-\u00ff]")
_WORD = re.compile(r"[^\W\d_]+")
FIXED = datetime.datetime(2020, 1, 1)
"""The date in the properties of written files, so that one content makes one file."""


class SheetError(Exception):
    """A file that cannot be read as a spreadsheet; its text says why."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and where it stands: sheet, row and column, counted from 1."""

    sheet: str
    row: int
    column: int
    value: Any

    @property
    def place(self) -> str:
        """Row and column as a spreadsheet program names them: `C12`."""
        letters, number = "", self.column
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{self.row}"

    @property
    def text(self) -> str:
        """The value as text, without spaces around it; whole numbers without a decimal point."""
        value = self.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, datetime.datetime) and value.time() == datetime.time():
            value = value.date()
        return "" if value is None else " ".join(str(value).split(" ")).strip()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet as its rows of cells; cells without a value are not in it."""

    name: str
    rows: list[dict[int, Cell]]
    """By column, from 1."""

    def cells(self) -> Iterator[Cell]:
        """Every cell that has a value."""
        for row in self.rows:
            yield from row.values()


def read(path: Path) -> list[Sheet]:
    """The sheets of a file.

    Raises:
        SheetError: it is none, is too large, or is damaged.
    """
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise SheetError(f"{path.name} is larger than {SIZE_LIMIT // 1024 // 1024} MB")
        content = path.read_bytes()
    except OSError as error:
        raise SheetError(f"{path.name} cannot be opened: {error.strerror}") from error
    suffix = path.suffix.lower()
    if suffix in (".csv", ".tsv", ".txt"):
        return [_from_csv(path.stem, content)]
    if suffix == ".zip":
        return list(_from_archive(path.name, content))
    if suffix in (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods"):
        return _from_workbook(path.name, content)
    raise SheetError(f"{path.name} is neither CSV nor a spreadsheet nor an archive of CSV files")


def _from_archive(name: str, content: bytes) -> Iterator[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            tables = [it for it in archive.infolist() if it.filename.lower().endswith(".csv")]
            if sum(it.file_size for it in tables) > SIZE_LIMIT:
                raise SheetError(f"{name} holds too much")
            for table in tables:
                yield _from_csv(Path(table.filename).stem, archive.read(table))
    except zipfile.BadZipFile as error:
        raise SheetError(f"{name} is damaged: {error}") from error


def _from_workbook(name: str, content: bytes) -> list[Sheet]:
    try:
        workbook = load_workbook(io.BytesIO(content))
        return [_grid(workbook.get_sheet_by_name(it)) for it in workbook.sheet_names]
    except (CalamineError, ValueError, OSError) as error:
        raise SheetError(f"{name} is no spreadsheet, or is damaged: {error}") from error


def _grid(sheet: CalamineSheet) -> Sheet:
    rows = sheet.to_python(skip_empty_area=False)
    merged = dict(sheet.merged_cell_ranges or ())
    made = _sheet(sheet.name, rows)
    for (top, left), (bottom, right) in merged.items():
        _spread(made, (top, left), (bottom, right))
    return made


def _spread(sheet: Sheet, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Give every cell of a merged range the cell that holds its value."""
    origin = sheet.rows[start[0]].get(start[1] + 1) if start[0] < len(sheet.rows) else None
    for row in range(start[0], min(end[0] + 1, len(sheet.rows))):
        for column in range(start[1] + 1, end[1] + 2):
            if origin:
                sheet.rows[row].setdefault(column, origin)


def _from_csv(name: str, content: bytes) -> Sheet:
    text = decoded(content)
    separator = separator_of(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error as error:
        raise SheetError(f"{name} is damaged: {error}") from error
    return _sheet(name, rows)


def _sheet(name: str, rows: Sequence[Sequence[Any]]) -> Sheet:
    if len(rows) > ROW_LIMIT:
        raise SheetError(f"the sheet {name} has more than {ROW_LIMIT} rows")
    return Sheet(
        name,
        [
            {c: cell for c, value in enumerate(row, 1) if (cell := Cell(name, r, c, value)).text}
            for r, row in enumerate(rows, 1)
        ],
    )


def decoded(content: bytes) -> str:
    """The text of a CSV file in UTF-8, UTF-16 or an older Windows encoding.

    Of the older ones, that is taken in which the fewest words mix Arabic and Latin letters: read
    wrongly, é or ج turn up in the middle of a word of the other script.
    """
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        texts = [content.decode(name, "replace") for name in CANDIDATES]
        return min(texts, key=_mixed)


def _mixed(text: str) -> tuple[int, int]:
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    mixed = sum(bool(_ARABIC.search(word) and _LATIN.search(word)) for word in words)
    return mixed + text.count("\ufffd"), 0


def separator_of(text: str) -> str:
    """The separator that divides the first lines most evenly into most columns."""
    lines = [line for line in text.splitlines()[:30] if line.strip()]

    def evenness(separator: str) -> tuple[int, int]:
        counts = [len(row) for row in csv.reader(lines, delimiter=separator)]
        usual = max(set(counts), key=counts.count) if counts else 0
        return (counts.count(usual) if usual > 1 else 0), usual

    return max(SEPARATORS, key=evenness)


@dataclass(frozen=True, slots=True)
class Written:
    """A sheet to write: its rows, whether it reads from right to left, and what else it needs."""

    name: str
    rows: list[list[Any]]
    rtl: bool = False
    head: int = 1
    """How many rows at the top are headings."""
    lists: dict[int, str] | None = None
    """By column from 0: the range whose values cells of the column may have."""


def workbook(sheets: list[Written]) -> bytes:
    """The bytes of an XLSX file; texts stay texts, whatever sign they begin with."""
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties({"created": FIXED})
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name[:31]), sheet, bold, wrap)
    return target.getvalue()


def _write(page: Any, sheet: Written, bold: Any, wrap: Any) -> None:
    if sheet.rtl:
        page.right_to_left()
    page.freeze_panes(sheet.head, 0)
    write: Callable[..., Any] = page.write
    for r, row in enumerate(sheet.rows):
        for c, value in enumerate(row):
            if value not in ("", None):
                write(r, c, value, bold if r < sheet.head else wrap)
    width = max((len(row) for row in sheet.rows), default=0)
    if width:
        page.set_column(0, width - 1, 24)
    for column, source in (sheet.lists or {}).items():
        rule = {"validate": "list", "source": source, "error_type": "warning"}
        page.data_validation(sheet.head, column, sheet.head + 500, column, rule)
