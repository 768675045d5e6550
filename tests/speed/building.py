"""Builds the site of a small register without MkDocs.

The moulds and the sitemap that MkDocs would write are made here; all else is the real build.
"""

from __future__ import annotations

from pathlib import Path

from macros.checks import check
from macros.door import _staging
from macros.pages.build import Build
from macros.publication import publish
from macros.register import load
from macros.text import DEFAULT, LANGUAGES

MOULD = """<html><head><title>zz-title</title><meta name="description" content="zz-description">
</head><a href="zz-kind/zz-key">zz-title</a><article>zz-body</article></html>"""


def build(root: Path, has_search: bool = False) -> Path:
    """The published site of the register in a folder."""
    register = load(str(root))
    public = publish(register, check(register))
    staged = Path(_staging(str(root)))
    made = Build(str(staged), str(root / "site"), public, str(root))
    made.has_downloads, made.has_search = False, has_search
    for lang in LANGUAGES:
        folder = staged if lang == DEFAULT else staged / lang
        mould = folder / "zz-kind" / "zz-key"
        mould.mkdir(parents=True)
        (mould / "index.html").write_text(MOULD, encoding="utf-8")
        (folder / "index.html").write_text(f"{len(public.organisations)}", encoding="utf-8")
        made.finish_language(lang)
    (staged / "sitemap.xml").write_text("<urlset></urlset>", encoding="utf-8")
    made.finish()
    return root / "site"


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site by its path."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }
