"""The questionnaire as PDF, by Typst: tagged for screen readers (PDF/UA-1), fonts embedded."""

from __future__ import annotations

import json
from pathlib import Path

from ..collection.paper import PaperForm, as_data
from .fonts import FAMILIES
from .typesetting import compiler

THEME = Path(__file__).parent / "questionnaire.typ"


def pdf(form: PaperForm, fonts: str) -> bytes:
    """The file's bytes, the same for the same form; `fonts` is the folder of unpacked fonts.

    Raises:
        typst.TypstError: the theme has a fault, or breaks a rule of PDF/UA.
    """
    data = as_data(form) | {"fonts": list(FAMILIES)}
    made = compiler(THEME, fonts).compile(
        sys_inputs={"form": json.dumps(data, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        timestamp=0,
    )
    assert isinstance(made, bytes)  # as it is for PDF without a file to write to
    return made
