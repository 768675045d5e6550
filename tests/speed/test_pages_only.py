"""What the benchmark measures as record pages alone are the pages of the site."""

from __future__ import annotations

from pathlib import Path

from macros.text import DEFAULT, LANGUAGES
from scripts import pages_only

from .building import build, contents

WARNED = b'<h2 id="problems">'
"""Pages that tell of warnings, which records have that were checked."""


def test_pages_alone_are_the_record_pages_of_the_site(home: Path, tmp_path: Path) -> None:
    whole = contents(build(home))
    pages_only.write(str(home), str(tmp_path / "only"))
    alone = contents(tmp_path / "only")
    pages = [path for path in alone if path.endswith("/index.html")]
    assert all(alone[path] == whole[path] for path in pages if WARNED not in whole[path])
    for lang in LANGUAGES:
        folder = "" if lang == DEFAULT else f"{lang}/"
        assert alone[f"{folder}organisations/xa-lantern-centre/index.html"]
    homes = {f"{lang}/index.html" for lang in LANGUAGES} | {"index.html"}
    assert {path for path in whole if path.endswith("index.html")} - homes == set(pages)
