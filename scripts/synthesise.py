"""`dalil synthesise`: a project with an invented register, as large as wanted, to measure with."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from macros.layout import one_line
from macros.register import load
from macros.text import LANGUAGES

from .root import find_root
from .synthetic import CODES, WORDS, records

PAGES = (
    "organisations/index", "countries/index", "themes/index", "legislation/index",
    "mechanisms/index", "authorities/index", "about/data-quality", "about/contributing",
    "about/problems", "zz-kind/zz-key",
)  # fmt: skip
"""Authored pages that suit any register, without language and ending."""
FRONT = "---\ntitle: {name}\ndescription: {name}, an invented country.\n---\n\n# {name}\n\n"
BLOCKS = (
    "country_facts({0})", "country_directory({0})", "chart('themes', {0})", "chart('regions', {0})",
    "law_summary({0})", "mechanism_list({0})", "authority_list({0})",
)  # fmt: skip
"""What the page of a country holds."""
HOME = """---
title: Register
description: An invented register.
---

# An invented register

{{ dalil.glance() }}

{{ dalil.chart("themes-by-country") }}

{{ dalil.chart("founding-timeline") }}
"""


def command(
    out: Annotated[Path, typer.Argument(help="Folder to make; what is in it is replaced.")],
    size: Annotated[int, typer.Option(help="Number of organisations.")] = 1000,
    seed: Annotated[int, typer.Option(help="Another seed gives other records.")] = 1,
    root: Annotated[Path | None, typer.Option(help="Folder of the project.")] = None,
) -> None:
    """Write a project with an invented register, to measure and try the build with.

    Example: dalil synthesise /tmp/large --size 10000
    """
    typer.echo(f"{out}: {synthesise(find_root(root), out, size, seed)}")


def synthesise(project: Path, out: Path, size: int, seed: int = 1) -> int:
    """A project in `out` with `size` invented organisations; how many files of records it has."""
    shutil.rmtree(out, ignore_errors=True)
    vocabularies = load(str(project)).vocabularies
    terms = {name: list(it.record.terms) for name, it in vocabularies.items()}
    shutil.copytree(project / "data" / "vocabularies", out / "data" / "vocabularies")
    count = len(terms)
    for path, record in records(terms, size, seed):
        target = os.path.join(out, "data", f"{path}.yml")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "w", encoding="utf-8") as file:
            file.write("".join(lines(record)))
        count += 1
    _site(project, out)
    return count


def lines(data: Any, indent: str = "") -> Iterator[str]:
    """The data as lines of YAML: a field or an item a line, texts by language too."""
    dash = isinstance(data, list)
    for key, value in enumerate(data) if dash else data.items():
        head = f"{indent}-" if dash else f"{indent}{key}:"
        if isinstance(value, dict) and dash:
            first, *rest = lines(value, indent + "  ")
            yield f"{head} {first.lstrip()}"
            yield from rest
        elif isinstance(value, dict | list):
            yield head + "\n"
            yield from lines(value, indent + "  ")
        else:
            yield f"{head} {one_line(value)}\n"


def _site(project: Path, out: Path) -> None:
    """What MkDocs needs beside the records: the project's own library, and pages for them."""
    (out / "macros").symlink_to(project / "macros")
    shutil.copytree(project / "docs" / "assets", out / "docs" / "assets")
    for page in PAGES:
        for ending in (".md", *(f".{lang}.md" for lang in LANGUAGES)):
            source = project / "docs" / f"{page}{ending}"
            if source.is_file():
                target = out / "docs" / f"{page}{ending}"
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(source, target)
    (out / "docs" / "index.md").write_text(HOME, encoding="utf-8")
    (out / "docs" / "stocktaking.md").write_text(HOME, encoding="utf-8")
    names = [(code, WORDS["countries"][index][0]) for index, code in enumerate(CODES)]
    for code, name in names:
        blocks = [f"{{{{ dalil.{block.format(repr(code))} }}}}\n" for block in BLOCKS]
        page = FRONT.format(name=name) + "\n".join(blocks)
        (out / "docs" / "countries" / f"{name.lower()}.md").write_text(page, encoding="utf-8")
    settings = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (out / "mkdocs.yml").write_text(_with_nav(settings, [name for _, name in names]), "utf-8")


def _with_nav(settings: str, countries: list[str]) -> str:
    """The settings with a navigation of the pages that are there, and without strict anchors."""
    nav = "nav:\n  - index.md\n  - organisations/index.md\n"
    nav += "  - Countries:\n      - countries/index.md\n"
    nav += "".join(f"      - countries/{name.lower()}.md\n" for name in countries)
    nav += "".join(f"  - {page}.md\n" for page in PAGES[2:-1])
    nav = re.sub(r"^nav:\n(?:  .*\n|\n)+", nav + "\n", settings, count=1, flags=re.M)
    return re.sub(r"warn\b", "info", nav)
