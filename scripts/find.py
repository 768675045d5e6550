"""`dalil find`: who can help, on the command line."""

from __future__ import annotations

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from macros.checks import check
from macros.finder import Question, facts, find
from macros.finder.sheet import sheet
from macros.model.faults import nearest
from macros.publication import PublicRegister, publish
from macros.register import load
from macros.text import DEFAULT, LANGUAGES

from .root import find_root, stop

Language = StrEnum("Language", list(LANGUAGES))  # type: ignore[misc]
ENGLISH = Language(DEFAULT)


class Format(StrEnum):
    """Forms of the answer."""

    text = "text"
    json = "json"


LISTS = {"need": "needs", "service": "services", "theme": "themes"}


def command(
    need: Annotated[str, typer.Option(help="What is needed: a term of needs.")] = "",
    service: Annotated[str, typer.Option(help="A service: a term of services.")] = "",
    theme: Annotated[str, typer.Option(help="A theme: a term of themes.")] = "",
    country: Annotated[str, typer.Option(help="Two-letter country code.")] = "",
    region: Annotated[str, typer.Option(help="ISO 3166-2 code, such as MA-04.")] = "",
    format_: Annotated[Format, typer.Option("--format", help="Form of the answer.")] = Format.text,
    lang: Annotated[Language, typer.Option(help="Language of the answer.")] = ENGLISH,
    root: Annotated[Path | None, typer.Option(help="Folder of the register.")] = None,
) -> None:
    """Say which organisations can help with a need, where, and why each is listed.

    The same rules answer the page "Who can help?". Exit code: 0 if organisations are offered, 1 if
    none is, 2 for wrong usage.

    Example: dalil find --need trafficking --region MA-07 --lang fr
    """
    public = _public(find_root(root))
    asked = {"need": need, "service": service, "theme": theme}
    if not any(asked.values()):
        stop("say what is needed: --need, --service or --theme")
    for name, value in asked.items():
        _known(value, name, _terms(public, LISTS[name]))
    country = country or region[:2].lower()
    _known(country, "country", list(public.countries))
    _known(region, "region", list(public.countries[country].record.regions) if country else [])
    question = Question(need, service, theme, country, region)
    answer = find(facts(public), question)
    if format_ is Format.json:
        typer.echo(json.dumps(asdict(answer), ensure_ascii=False, indent=2))
    else:
        typer.echo(sheet(public, question, answer, lang))
    raise typer.Exit(0 if answer.n_offered else 1)


def _public(home: Path) -> PublicRegister:
    register = load(str(home))
    problems = check(register)
    if any(problem.is_error for problem in problems):
        stop("the register has errors; see dalil check")
    return publish(register, problems)


def _terms(public: PublicRegister, name: str) -> list[str]:
    entry = public.vocabularies.get(name)
    return list(entry.record.terms) if entry else []


def _known(value: str, name: str, allowed: list[str]) -> None:
    """Stop where a value is not one of those allowed, with the nearest of them."""
    if value and value not in allowed:
        _unknown(value, name, allowed)


def _unknown(value: str, name: str, allowed: list[str]) -> NoReturn:
    near = nearest(value, allowed)
    meant = f"; did you mean {near}?" if near else ""
    stop(f"{value} is not a {name}{meant}\nallowed: {', '.join(allowed)}")
