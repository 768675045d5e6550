"""Only the record pages of a project and the files of its directory, as Hugo is given them.

For `dalil bench`: records are read, published and struck as in any build, but not checked, and
there are no authored pages. The mould is made of pages that the site has.
"""

from __future__ import annotations

import re
import sys
from functools import partial
from pathlib import Path

from macros import store
from macros.pages import data_files, mould, origins, site, striking
from macros.parallel import Helper, cores, many_objects
from macros.publication import PublicRegister, publish
from macros.register import load
from macros.text import DEFAULT, LANGUAGES

RECORD, END = '<div class="dalil-record">', "</article>"
"""Where the body of a record page begins, and what comes after it."""


def write(project: str, out: str) -> None:
    """Write the pages of a project, whose site must have been built, below the folder `out`."""
    register = load(project)
    with many_objects():
        public = publish(register, [])
    said = origins.content(public)
    data_files.prepare(public)
    languages = [_language(Path(project), out, lang, public) for lang in LANGUAGES]
    helpers = [Helper(partial(striking.write_data, it, public)) for it in languages]
    striking.strike(languages, public, said, cores())
    for helper in helpers:
        helper.result()


def _language(project: Path, out: str, lang: str, public: PublicRegister) -> striking.Language:
    folder = "" if lang == DEFAULT else lang
    key = next(iter(public.organisations))
    page = project / "site" / folder / "organisations" / key / "index.html"
    form = mould.cut(_marked(page.read_text(encoding="utf-8"), f"organisations/{key}"))
    published = site.Published(out, out, is_kept=False)
    return striking.Language(lang, form, store.code_version(""), out, folder, published, "", {})


def _marked(page: str, address: str) -> str:
    """A record page with the marks of the mould in the place of what is the record's own."""
    before, _, rest = page.partition(RECORD)
    title = re.findall("<h1[^>]*>([^<]*)", rest)[0].strip()
    text = f"{before}zz-body{rest[rest.rindex(END) :]}".replace(address, mould.ADDRESS)
    text = text.replace(title, "zz-title")
    return re.sub('(name="description" content=")[^"]*', r"\1zz-description", text, count=1)


if __name__ == "__main__":
    write(*sys.argv[1:])
