"""The questionnaire as files: on paper (PDF, Word), for devices and as a spreadsheet."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..collection.form import Form, only_form
from ..collection.paper import PaperForm, as_data, paper
from ..collection.prefill import OnFile
from ..collection.spreadsheet import spreadsheet
from ..collection.xlsform import xlsform
from ..pages import site
from ..publication import PublicRegister
from ..text import LANGUAGES
from .fonts import FONT_CACHE
from .questionnaire_docx import docx
from .questionnaire_pdf import THEME, pdf

FOLDER = "downloads/questionnaire/"
"""Below the root of the site."""
CACHE = os.path.join(".cache", "questionnaire")
FORMATS: dict[str, Callable[[PaperForm, str], bytes]] = {
    ".pdf": pdf,
    ".docx": lambda form, fonts: docx(form),
}
"""By extension, as the command and the files know them: what makes the bytes of a paper form."""
ENGINES = ("typst", "python-docx", "xlsxwriter")


@dataclass(frozen=True, slots=True)
class FormFile:
    """A file of the questionnaire in one language: its name, what it is for, how it is made."""

    name: str
    use: str
    """`paper`, `word`, `device` or `sheet`: a phrase of `wording/collection.yml`."""
    make: Callable[[], bytes]


def paper_form(form: Form, lang: str, suffix: str, cache: str, on_file: OnFile | None) -> bytes:
    """The form for paper in one format, filled in where a record is given.

    `cache` is the folder of the fonts.
    """
    return FORMATS[suffix](paper(form, lang, on_file), cache)


def files(form: Form, lang: str, root: str = "") -> list[FormFile]:
    """The files of the questionnaire in a language; `root` is the project's folder."""
    fonts = os.path.join(root, FONT_CACHE)
    printed = paper(form, lang)
    return [
        FormFile(f"questionnaire.{lang}.pdf", "paper", lambda: pdf(printed, fonts)),
        FormFile(f"questionnaire.{lang}.docx", "word", lambda: docx(printed)),
        FormFile(f"xlsform.{lang}.xlsx", "device", lambda: xlsform(form, lang)),
        FormFile(f"answers.{lang}.xlsx", "sheet", lambda: spreadsheet(form, lang)),
    ]


def stage(public: PublicRegister, staged: str, root: str) -> None:
    """Put the files in every language into the staged site; only what changed is made anew."""
    for name, kept in _made(public, root):
        with open(kept, "rb") as file:
            site.write(staged, FOLDER + name, file.read())


def prepare(public: PublicRegister, root: str) -> None:
    """Make the files that `stage` will need."""
    for _ in _made(public, root):
        pass


def _made(public: PublicRegister, root: str) -> Iterator[tuple[str, str]]:
    """The name of each file and where it lies, made if it is not there yet."""
    if not public.questionnaire:
        return
    for file, mark in _wanted(only_form(public), root):
        kept = os.path.join(root, CACHE, f"{mark}-{file.name}")
        if not os.path.exists(kept):
            _keep(kept, file.make())
        yield file.name, kept


def _wanted(form: Form, root: str) -> Iterator[tuple[FormFile, str]]:
    for lang in LANGUAGES:
        mark = _mark(form, lang)
        for file in files(form, lang, root):
            yield file, mark


def _mark(form: Form, lang: str) -> str:
    """What changes when anything that the files are made of changes."""
    content = json.dumps(as_data(paper(form, lang)), sort_keys=True, ensure_ascii=False)
    lists = [
        f"{it.item.id} {choice.key} {choice.country} {sorted(choice.label.items())}"
        for it in form.questions
        for choice in form.choices(it.item)
    ]
    whole = "\n".join([content, *lists, _makers()])
    return hashlib.sha256(whole.encode()).hexdigest()[:16]


@cache
def _makers() -> str:
    """What changes when the look or an engine changes."""
    here = Path(__file__).parent
    paths = [*here.glob("questionnaire*"), *(here.parent / "collection").glob("*.py"), THEME]
    texts = [path.read_text(encoding="utf-8") for path in sorted(set(paths))]
    return "\n".join([*texts, *(version(engine) for engine in ENGINES)])


def _keep(path: str, content: bytes) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    aside = f"{path}.{os.getpid()}"
    with open(aside, "wb") as file:
        file.write(content)
    os.replace(aside, path)


__all__ = ["FORMATS", "FormFile", "files", "paper_form", "prepare", "stage"]
