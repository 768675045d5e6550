"""The words of problems and fields: complete in every language, and in step with the code."""

from __future__ import annotations

import ast
import re
import string
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from macros.model import KINDS
from macros.model.template import field_words
from macros.problems import catalogue
from macros.text import LANGUAGES, script_fits

from .conftest import ROOT

MACROS = ROOT / "macros"
PARTS = ("title", "message", "hint", "explanation")
CODES = sorted(catalogue())
WORDING = sorted((MACROS / "wording").glob("*.yml"))
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
CODE_PLACES = [
    *MACROS.glob("*.py"),
    *(MACROS / "checks").glob("*.py"),
    *(MACROS / "model").glob("*.py"),
]


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def strings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def models() -> list[type[BaseModel]]:
    found: dict[type[BaseModel], None] = {}

    def walk(annotation: Any) -> None:
        is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
        if is_model and annotation not in found:
            found[annotation] = None
            for info in annotation.model_fields.values():
                walk(info.annotation)
        for inner in typing.get_args(annotation):
            walk(inner)

    for model in KINDS.values():
        walk(model)
    return list(found)


@pytest.mark.parametrize("code", CODES)
def test_code_has_all_words_in_every_language(code: str) -> None:
    entry = catalogue()[code]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)
    assert entry["severity"] in ("error", "warning")
    assert set(entry) <= {"severity", *PARTS, "example"}
    for part in PARTS:
        assert set(entry[part]) == set(LANGUAGES), part
        for lang, text in entry[part].items():
            assert text.strip() == text and text
            assert script_fits(re.sub(r"\{\w+\}|\"[^\"]*\"", "", text), lang) or len(text) < 40, (
                text
            )


@pytest.mark.parametrize("code", CODES)
def test_message_mentions_the_same_values_in_every_language(code: str) -> None:
    for part in ("message", "hint"):
        found = {lang: placeholders(text) for lang, text in catalogue()[code][part].items()}
        assert len({frozenset(names) for names in found.values()}) == 1, found


@pytest.mark.parametrize("code", CODES)
def test_example_shows_what_is_wrong_and_what_is_right(code: str) -> None:
    example = catalogue()[code].get("example")
    if example is not None:
        assert set(example) == {"wrong", "right"}
        assert example["wrong"] != example["right"]
        if not example["right"].startswith(("data/", "lantern-centre.yml")):
            assert isinstance(yaml.load(example["right"], yaml.BaseLoader), dict)


def test_every_code_used_is_in_the_catalogue_and_every_code_there_is_used() -> None:
    used = {text for path in CODE_PLACES for text in strings(path)}
    assert not [code for code in CODES if code not in used]
    named = set()
    for path in CODE_PLACES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                named |= {
                    argument.value
                    for argument in node.args[:2]
                    if isinstance(argument, ast.Constant)
                    and called(node) in ("problem", "Problem", "_at", "fault", "_note")
                    and isinstance(argument.value, str)
                    and "-" in argument.value
                }
    assert named and named <= set(CODES)


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


@pytest.mark.parametrize("model", models(), ids=lambda model: str(model.__name__))
def test_every_field_says_in_every_language_what_it_holds(model: type[BaseModel]) -> None:
    for name, info in model.model_fields.items():
        about = field_words(model, info.alias or name).get("about", {})
        assert set(about) == set(LANGUAGES), f"{model.__name__}.{name}"


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_field_of_a_record_has_an_example_of_its_own_name(kind: str) -> None:
    for name, info in KINDS[kind].model_fields.items():
        key = info.alias or name
        example = yaml.load(field_words(KINDS[kind], key)["example"], yaml.BaseLoader)
        assert list(example) == [key]


def test_every_meaning_belongs_to_a_field() -> None:
    words = yaml.safe_load((MACROS / "wording" / "examples.yml").read_text("utf-8"))["fields"]
    wanted = set()
    for model in models():
        for name, info in model.model_fields.items():
            key = info.alias or name
            precise = f"{model.__name__.lower()}.{key}"
            wanted.add(precise if precise in words else key)
    assert set(words) - wanted == set()


@pytest.mark.parametrize("path", WORDING, ids=lambda path: str(path.name))
def test_words_of_the_site_are_in_every_language(path: Path) -> None:
    for text in texts(yaml.safe_load(path.read_text("utf-8"))):
        assert set(text) == set(LANGUAGES), text


@pytest.mark.parametrize("path", WORDING, ids=lambda path: str(path.name))
def test_words_of_the_site_hold_no_invisible_marks(path: Path) -> None:
    assert not BIDI_CONTROLS.search(path.read_text("utf-8"))


@pytest.mark.parametrize("path", WORDING, ids=lambda path: str(path.name))
def test_french_signs_have_their_narrow_spaces(path: Path) -> None:
    for text in texts(yaml.safe_load(path.read_text("utf-8"))):
        french = re.sub(r"https?://\S+", "", text.get("fr", ""))
        assert not re.search(r" [;?!:»]|« |\w'\w", french), french


def texts(data: Any) -> Iterator[dict[str, str]]:
    """Every mapping of languages to text in a file of words; examples are no words."""
    if isinstance(data, dict):
        if data and set(data) <= set(LANGUAGES):
            yield data
            return
        for key, value in data.items():
            if key != "example":
                yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)


@pytest.mark.parametrize("path", WORDING, ids=lambda path: str(path.name))
def test_no_key_of_the_words_stands_twice(path: Path) -> None:
    waiting = [yaml.compose(path.read_text("utf-8"), yaml.SafeLoader)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [key.value for key, _ in node.value]
            assert not [key for key in keys if keys.count(key) > 1]
            waiting += [value for _, value in node.value]
