"""`dalil new`: a template that explains itself and checks as it stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

from macros.checks import check
from macros.model import KINDS
from macros.model.template import field_words
from macros.register import load
from macros.text import LANGUAGES
from scripts.new import FOLDERS

LATER = ("report", "modules", "plan", "follows")
"""Fields of an event that come with other records, or once it was held."""
Dalil = Callable[..., Result]
Write = Callable[[str, str], Path]


@pytest.mark.parametrize("kind", list(FOLDERS))
def test_template_has_no_errors_as_it_stands(kind: str, home: Path, dalil: Dalil) -> None:
    result = dalil("new", kind, "xa", "fresh")
    path = f"data/{FOLDERS[kind]}/xa/fresh.yml"
    assert (result.exit_code, result.output) == (0, f"{path}\n")
    problems = [problem for problem in check(load(str(home))) if problem.path == path]
    assert not [(p.code, p.where) for p in problems if p.is_error]


@pytest.mark.parametrize("kind", list(FOLDERS))
def test_template_has_no_errors_with_every_field_in_use(
    kind: str, home: Path, write: Write
) -> None:
    model = KINDS[FOLDERS[kind]]
    examples = [
        field_words(model, info.alias or name)["example"]
        for name, info in model.model_fields.items()
        if name not in LATER
    ]
    write(f"{FOLDERS[kind]}/xa/fresh.yml", "".join(examples))
    errors = [problem for problem in check(load(str(home))) if problem.is_error]
    assert not [(problem.code, problem.where, problem.message()) for problem in errors]


@pytest.mark.parametrize("kind", list(FOLDERS))
def test_template_holds_every_field_with_its_meaning(kind: str, home: Path, dalil: Dalil) -> None:
    dalil("new", kind, "xa", "fresh")
    text = (home / "data" / FOLDERS[kind] / "xa" / "fresh.yml").read_text("utf-8")
    for name, info in KINDS[FOLDERS[kind]].model_fields.items():
        words = field_words(KINDS[FOLDERS[kind]], name)
        assert words["about"]["en"] in text
        mark = "" if info.is_required() else "# "
        assert f"\n{mark}{name}:" in text


@pytest.mark.parametrize("lang", list(LANGUAGES))
def test_template_is_explained_in_the_asked_language(lang: str, home: Path, dalil: Dalil) -> None:
    assert dalil("new", "law", "xa", "fresh", "--lang", lang).exit_code == 0
    text = (home / "data/legislation/xa/fresh.yml").read_text("utf-8")
    assert field_words(KINDS["legislation"], "subject")["about"][lang] in text


def test_existing_record_is_never_overwritten(home: Path, dalil: Dalil) -> None:
    before = (home / "data/organisations/xa/lantern-centre.yml").read_bytes()
    result = dalil("new", "organisation", "xa", "lantern-centre")
    assert result.exit_code == 2 and "exists already" in result.output
    assert (home / "data/organisations/xa/lantern-centre.yml").read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        ("organisation", "xc", "fresh"),
        ("organisation", "../countries/xa", "fresh"),
        ("organisation", "XA", "fresh"),
        ("organisation", "xa", "Fresh"),
        ("organisation", "xa", "../fresh"),
        ("organisation", "xa", "fresh--one"),
        ("organisation", "xa", "fresh.yml"),
        ("organisation", "xa", ""),
        ("society", "xa", "fresh"),
    ],
)
def test_wrong_kind_country_or_name_is_wrong_usage(
    arguments: tuple[str, ...], home: Path, dalil: Dalil
) -> None:
    before = sorted(home.rglob("*"))
    result = dalil("new", *arguments)
    assert result.exit_code == 2 and "Traceback" not in result.output
    assert sorted(home.rglob("*")) == before
