"""What a first visit to a record page costs, and that light fonts set text as whole ones do."""

from __future__ import annotations

import base64
import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page

from macros.documents.fonts import WEB_FONTS

from .building import ROOT
from .conftest import BASE

LANGUAGES = {"en": "", "ar": "ar/", "fr": "fr/"}
BAR = 150_000
"""Bytes, compressed as servers do."""
SAME = """async ([words, family, weight, whole]) => {
  const face = new FontFace("Whole", `url(data:font/woff2;base64,${whole})`);
  document.fonts.add(await face.load());
  await document.fonts.load(`${weight} 1000px "${family}"`, words.join(""));
  const pen = document.createElement("canvas").getContext("2d");
  const shape = (font, word) => {
    pen.font = `${font.weight} 1000px "${font.family}"`;
    const box = pen.measureText(word);
    return ["width", "actualBoundingBoxLeft", "actualBoundingBoxRight", "actualBoundingBoxAscent",
      "actualBoundingBoxDescent"].map((side) => Math.round(box[side])).join();
  };
  return words.filter((word) =>
    shape({family, weight}, word) !== shape({family: "Whole", weight: "normal"}, word));
}"""


def heaviest_record(site: Path, prefix: str) -> str:
    """The address of the longest record page of a language."""
    pages = (site / prefix).glob("*/*/index.html")
    records = [page for page in pages if 'class="dalil-record' in page.read_text("utf-8")]
    longest = max(records, key=lambda page: page.stat().st_size)
    return longest.parent.relative_to(site).as_posix() + "/"


def compressed(site: Path, address: str) -> int:
    """Bytes on the way of what an address of the site gives; fonts are packed already."""
    path = site / urlsplit(address).path.removeprefix(BASE)
    file = path / "index.html" if path.is_dir() else path
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(gzip.compress(content, 6))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_record_page_with_everything_is_light_on_a_first_visit(
    context: BrowserContext, address: str, site: Path, lang: str
) -> None:
    page = context.new_page()
    asked = {f"{address}assets/favicon.svg"}  # which Playwright does not tell
    page.on("request", lambda request: asked.add(request.url))
    page.goto(address + heaviest_record(site, LANGUAGES[lang]), wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    weights = {it: compressed(site, it) for it in asked if it.startswith(address)}
    assert sum(it.endswith(".woff2") for it in weights) >= 2
    assert sum(weights.values()) <= BAR, weights


@pytest.mark.parametrize(("weight", "name"), [("400", "Regular"), ("700", "Bold")])
@pytest.mark.parametrize(
    ("family", "script", "first"),
    [("Dalil Sans", "latin", "\0"), ("Dalil Sans Arabic", "arabic-arabic", "\u0600")],
)
def test_parts_of_fonts_set_words_as_the_whole_ones_do(
    page: Page, address: str, weight: str, name: str, family: str, script: str, first: str
) -> None:
    last = "\u06ff" if first > "\0" else "\u00ff"
    words = sorted(
        {
            word
            for path in (ROOT / "data").rglob("*.yml")
            for word in path.read_text("utf-8").split()
            if all(first <= char <= last for char in word)
        }
    )
    whole = WEB_FONTS / f"ibm-plex-sans-{script}-{weight}-normal.woff2"
    page.goto(f"{address}ar/")
    packed = base64.b64encode(whole.read_bytes()).decode()
    assert len(words) > 1000
    assert page.evaluate(SAME, [words, family, weight, packed]) == []
