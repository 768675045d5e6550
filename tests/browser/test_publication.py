"""What consent and exposure withhold is in no byte of the built site."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from macros.translations import fingerprint_of

from .building import build, copy_project, once

pytestmark = pytest.mark.xdist_group("publication")
"""One worker reads the site for all of these tests."""

RECORD = """\
names: {{en: Invented body {slug}, ar: هيئة مخترعة {slug}}}
also_known_as: [MARK-{slug}-alias]
city: {{en: MARK-{slug}-city}}
region: EG-C
region_note: {{en: MARK-{slug}-place}}
website: https://mark-{slug}-website.example.org
contact:
  phone: +20 2 5550 1234
  email: mark-{slug}-email@example.org
status:
  - {{value: active, as_of: 2020, source: s1, note: {{en: MARK-{slug}-status}}}}
themes: [drugs]
services: [shelter]
activities:
  - {{en: MARK-{slug}-activity}}
projects:
  - {{title: {{en: MARK-{slug}-project}}, source: s1}}
authority_relations:
  - authorities: [eg-public-prosecution]
    kind: complaint
    summary: {{en: MARK-{slug}-relation}}
    source: s1
sources:
  s1:
    kind: website
    title: MARK-{slug}-source
    url: https://mark-{slug}-own.example.org/page
    date: 2020
    supports: [activities, services]
collection: {{stage: documented, last_verified: 2026-01-01}}
publication: {publication}
notes: MARK-{slug}-notes
"""
TRANSLATION = """\
state: translated
date: 2026-01-01
texts:
  activities.0:
    from: {original}
    text: ترجمة النص الأصلي لنشاط هذه الهيئة المخترعة MARK-{slug}-translation
"""
PUBLICATIONS = {
    "open": "{exposure: full}",
    "quiet": "{exposure: no-contact}",
    "region": "{exposure: region-only}",
    "name": "{exposure: name-only}",
    "gone": "{exposure: withheld}",
    "refused": "{consent: withheld}",
    "lapsed": "{consent: granted, consent_date: 2020-01-01, consent_expires: 2021-01-01}",
}
HYPHENS = {0x2: "-", 0xFFFE: "-"}
"""What PDFium gives for a hyphen at the end of a line."""
ALWAYS_HIDDEN = {"notes"}
CONTACT = {"website", "email", "own"}
PLACE = {"city", "place"}
REST = {"alias", "activity", "project", "relation", "status", "source", "translation"}
HIDDEN = {
    "open": ALWAYS_HIDDEN,
    "quiet": ALWAYS_HIDDEN | CONTACT,
    "region": ALWAYS_HIDDEN | CONTACT | PLACE,
    "name": ALWAYS_HIDDEN | CONTACT | PLACE | REST,
    "gone": ALWAYS_HIDDEN | CONTACT | PLACE | REST,
    "refused": ALWAYS_HIDDEN | CONTACT | PLACE | REST,
    "lapsed": ALWAYS_HIDDEN | CONTACT | PLACE | REST,
}


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory, site: Path) -> dict[str, bytes]:
    """Every file of a site with the invented records in it, archives and packed files opened."""

    def marked_site(folder: Path) -> Path:
        return build(marked(copy_project(folder, documents_of=site.parent)))

    root = once(tmp_path_factory, "marked", marked_site)
    return {
        f"{path.relative_to(root)}{inner}": content.lower()
        for path in root.rglob("*")
        if path.is_file()
        for inner, content in _opened(path.read_bytes())
    }


def marked(project: Path) -> Path:
    """The project with the invented records in it."""
    for slug, publication in PUBLICATIONS.items():
        record = RECORD.format(slug=slug, publication=publication)
        (project / f"data/organisations/eg/invented-{slug}.yml").write_text(record)
        translation = project / f"data/translations/ar/organisations/eg/invented-{slug}.yml"
        original = fingerprint_of({"en": f"MARK-{slug}-activity"})
        translation.write_text(TRANSLATION.format(slug=slug, original=original))
    return project


def _opened(content: bytes) -> Iterator[tuple[str, bytes]]:
    """A file as it is, and what a reader of its format finds in it."""
    yield "", content
    if content[:5] == b"%PDF-":
        yield from _read(content)
    elif content[:2] == b"\x1f\x8b":
        yield "!gzip", gzip.decompress(content)
    elif content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield f"!{name}", archive.read(name)


def _read(pdf: bytes) -> Iterator[tuple[str, bytes]]:
    """What a PDF prints, in words and run together; its streams; links, titles and bookmarks."""
    with pypdfium2.PdfDocument(pdf) as document:
        printed = " ".join(page.get_textpage().get_text_range() for page in document)
    words = printed.translate(HYPHENS).split()
    yield "!text", f"{' '.join(words)}\n{''.join(words)}".encode()
    with pikepdf.open(io.BytesIO(pdf)) as file:
        streams = [
            it for it in file.objects if isinstance(it, pikepdf.Stream) and "/Length1" not in it
        ]  # those with it are fonts
        yield "!streams", b"\n".join(stream.read_bytes() for stream in streams)
        yield "!objects", "\n".join(it for one in file.objects for it in _texts(one)).encode()


def _texts(value: Any) -> Iterator[str]:
    """Every text within an object; those that it refers to are objects of the file themselves."""
    if isinstance(value, pikepdf.String):
        yield str(value)
    elif isinstance(value, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        inside = value if isinstance(value, pikepdf.Array) else [value[it] for it in value.keys()]  # noqa: SIM118
        for it in inside:
            if not getattr(it, "is_indirect", False):
                yield from _texts(it)


@pytest.mark.parametrize("slug", PUBLICATIONS)
def test_withheld_fields_are_in_no_file(contents: dict[str, bytes], slug: str) -> None:
    leaks = {
        f"{mark} in {name}"
        for mark in HIDDEN[slug]
        for name, content in contents.items()
        if f"mark-{slug}-{mark}".encode() in content
    }
    assert leaks == set()


@pytest.mark.parametrize("slug", ["gone", "refused", "lapsed"])
def test_withheld_organisation_is_not_even_named(contents: dict[str, bytes], slug: str) -> None:
    wanted = (f"invented body {slug}".encode(), f"invented-{slug}".encode())
    assert [n for n, content in contents.items() if any(it in content for it in wanted)] == []


def test_marks_that_may_be_shown_are_found(contents: dict[str, bytes]) -> None:
    """The search for marks would see them: those of the open record are all there."""
    for mark in CONTACT | PLACE | REST:
        wanted = f"mark-open-{mark}".encode()
        assert any(wanted in content for content in contents.values()), mark


def test_documents_are_read_as_their_readers_do(contents: dict[str, bytes]) -> None:
    """In the sheet of the open record the search sees what is printed, and where links lead."""
    sheet = "downloads/documents/organisations/eg-invented-open.en.pdf"
    for mark in ("alias", "activity", "project", "relation"):
        assert f"mark-open-{mark}".encode() in contents[f"{sheet}!text"], mark
    assert b"mark-open-website" in contents[f"{sheet}!objects"]
    words = contents["downloads/documents/country-file-eg.en.docx!word/document.xml"]
    assert b"mark-open-website" in words


def test_search_index_holds_the_open_record_only(contents: dict[str, bytes]) -> None:
    packed = [content for name, content in contents.items() if name.endswith("!gzip")]
    assert any(b"mark-open-activity" in content for content in packed)


def test_files_of_reduced_records_are_not_named(contents: dict[str, bytes]) -> None:
    """Their files hold more than may be shown, so no page leads to them."""
    path = b"data/organisations/eg/invented-name.yml"
    assert [name for name, content in contents.items() if path in content] == []
