"""Authored pages exist in every language, and translations follow their original."""

from __future__ import annotations

from collections.abc import Iterator

from ..authored import MARK, Page, pages, translated
from ..problems import Problem
from ..register import Register
from ..words import phrase


def page_translations(register: Register) -> Iterator[Problem]:
    """Every page in the default language has translations that were made from what it says now."""
    found = pages(register.root)
    for path, page in found.items():
        if path != page.original:
            continue
        for lang, other in translated(path):
            if other not in found:
                name = phrase("report", f"language_{lang}")
                yield Problem(path, "page-untranslated", (), {"lang": name, "value": other}, 1, 1)
            else:
                yield from _outdated(found[other], page.fingerprint)


def _outdated(page: Page, fingerprint: str) -> Iterator[Problem]:
    made_from = page.front.get(MARK)
    values = {"new": fingerprint}
    if made_from is None:
        yield Problem(page.path, "page-translation-undated", (), values, 1, 1)
    elif str(made_from) != fingerprint:
        line = page.mark_line
        yield Problem(page.path, "page-translation-outdated", (MARK,), values, line, 1)
