"""Authored texts: every sentence that states a fact names what it rests on, in every language."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.authored import Page, pages, read
from macros.claims import claims
from scripts.claims import FOLDERS

ROOT = Path(__file__).parent.parent
STATING = {
    path: page
    for path, page in pages(str(ROOT)).items()
    if path.startswith((*(f"docs/{it}/" for it in FOLDERS), "docs/about/readers-test."))
    and not page.original.endswith("/index.md")
}
"""Pages that state facts."""


def page(text: str, path: str = "docs/studies/invented.md") -> Page:
    return read(f"---\ntitle: Invented\n---\n{text}\n", path)


@pytest.mark.parametrize("path", sorted(STATING))
def test_every_sentence_of_fact_names_what_it_rests_on(path: str) -> None:
    assert not claims(STATING[path]).uncited


@pytest.mark.parametrize("path", sorted(it for it in STATING if it == STATING[it].original))
def test_translations_cite_the_records_of_the_original(path: str) -> None:
    others = [it for it in STATING.values() if it.original == path]
    assert len({claims(it).keys for it in others}) == 1


def test_sentence_without_a_source_is_found() -> None:
    found = claims(page('One court sits{{ dalil.cite("xa-court") }}. Another sits there too.'))
    assert found.uncited == ["Another sits there too."]


def test_words_shown_for_a_record_are_no_record() -> None:
    found = claims(page('The {{ dalil.ref("xa-court", "court") }} sits.'))
    assert found.keys == {"xa-court"}


def test_paragraph_that_says_it_is_a_reading_needs_no_source() -> None:
    assert not claims(page("**Our reading.** It may sit there.")).sentences
