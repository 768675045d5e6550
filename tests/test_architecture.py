"""The shape of the house, as `docs/about/architecture.md` draws it, read from the code itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from macros.text import LANGUAGES

from .conftest import ROOT

MACROS = ROOT / "macros"
MODULES = sorted([*MACROS.rglob("*.py"), *(ROOT / "scripts").glob("*.py")])
BESIDE = (
    "text", "words", "progress", "parallel", "store", "problems", "layout", "transliteration",
)  # fmt: skip
"""Modules beside the flow, in their own order: each may use those before it."""
READS_YAML = {
    "quick.py",  # records
    "records.py",
    "tree.py",  # records with their comments
    "words.py",  # words of the site, as are the files of the others
    "problems.py",
    "model/template.py",
    "pages/blocks/reference.py",
}
LATE = {"__init__.py"}
"""May import inside a function: mkdocs-macros calls any failing import of it a missing module."""
LONG = {"records.py", "register.py"}
"""Above 250 lines, and why: one reads everything that can be wrong in a file, one is the waist."""


def name(path: Path) -> str:
    return path.relative_to(MACROS if path.is_relative_to(MACROS) else ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def flow() -> list[str]:
    """Rooms in the order of the drawing: `records`, `model`, `register`, ..."""
    text = (ROOT / "docs" / "about" / "architecture.md").read_text("utf-8")
    drawing = text.split("```")[1]
    names = re.findall(r"(?<![\w*/.])(\w+)(?:\.py|/)(?!\*)", drawing)
    return [
        room for room in dict.fromkeys(names) if (MACROS / room).exists() or file(room).exists()
    ]


def file(room: str) -> Path:
    return MACROS / f"{room}.py"


def room(parts: tuple[str, ...]) -> str:
    return parts[0].removesuffix(".py") if parts else "__init__"


def imports(path: Path) -> Iterator[tuple[ast.stmt, tuple[str, ...]]]:
    """Every import of a module, at its head or inside a function, as a path from the root."""
    package = path.relative_to(ROOT).with_suffix("").parts[:-1]
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node, tuple(alias.name.split("."))) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = (*base, *(node.module.split(".") if node.module else ()))
            for alias in node.names:
                yield node, (*module, alias.name)


def own_imports(path: Path) -> set[Path]:
    """The modules of the project that a module imports."""
    found = set()
    for _, parts in imports(path):
        for length in (len(parts), len(parts) - 1):
            target = ROOT.joinpath(*parts[:length])
            for candidate in (target.with_suffix(".py"), target / "__init__.py"):
                if length and parts[0] in ("macros", "scripts") and candidate.is_file():
                    found.add(candidate)
                    break
            else:
                continue
            break
    return found - {path}


def floor(path: Path) -> int:
    """How far up a module stands; what stands higher may use it."""
    parts = path.relative_to(MACROS).parts if path.is_relative_to(MACROS) else ("scripts",)
    own = room(parts)
    if own in BESIDE:
        return BESIDE.index(own) - len(BESIDE)
    order = [step for step in flow() if step not in ("__init__", "door")] + [
        "door",
        "__init__",
        "scripts",
    ]
    assert own in order, f"macros/{own} is missing in the drawing of docs/about/architecture.md"
    return order.index(own)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_go_downward_only(path: Path) -> None:
    upward = [name(used) for used in own_imports(path) if floor(used) > floor(path)]
    assert not upward


def test_drawing_holds_every_room_of_the_flow() -> None:
    for step in ("records", "model", "register", "checks", "publication", "pages", "bindings"):
        assert step in flow()
    order = [flow().index(step) for step in ("records", "register", "publication", "bindings")]
    assert order == sorted(order)


def test_imports_make_no_circle() -> None:
    uses = {path: own_imports(path) for path in MODULES}
    done: set[Path] = set()

    def visit(path: Path, way: tuple[Path, ...]) -> None:
        assert path not in way, " -> ".join(name(step) for step in (*way, path))
        if path not in done:
            for used in uses.get(path, ()):
                visit(used, (*way, path))
            done.add(path)

    for path in MODULES:
        visit(path, ())


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_imports_stand_at_the_head_of_a_module(path: Path) -> None:
    late = [node.lineno for node, _ in imports(path) if node.col_offset > 0]
    assert not late or name(path) in LATE


@pytest.mark.parametrize(
    ("package", "rooms"),
    [
        ("pandas", {"tables", "questions", "charts", "exports"}),
        ("altair", {"charts"}),
        ("networkx", {"questions", "charts"}),
        ("numpy", {"assessment"}),
        ("mkdocs", {"door"}),
        ("vl_convert", {"charts"}),
        ("yaml", {module.split("/")[0].removesuffix(".py") for module in READS_YAML}),
    ],
)
def test_package_stays_in_its_rooms(package: str, rooms: set[str]) -> None:
    found = {
        room(path.relative_to(MACROS).parts)
        for path in MODULES
        if path.is_relative_to(MACROS) and any(parts[0] == package for _, parts in imports(path))
    }
    assert found <= rooms


def test_yaml_is_read_only_where_stated() -> None:
    found = {
        name(path) for path in MODULES if any(parts[0] == "yaml" for _, parts in imports(path))
    }
    assert found == READS_YAML


def test_checking_loads_neither_pandas_nor_altair_nor_mkdocs() -> None:
    reached: set[Path] = set()
    waiting = [MACROS / "checks" / "__init__.py", ROOT / "scripts" / "check.py"]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += own_imports(path)
    packages = {parts[0] for path in reached for _, parts in imports(path)}
    assert not packages & {"pandas", "altair", "mkdocs", "vl_convert", "minijinja"}


def test_no_language_or_country_code_stands_in_python() -> None:
    countries = {path.stem for path in (ROOT / "data" / "countries").glob("*.yml")}
    codes = set(LANGUAGES) | countries
    found = {
        f"{name(path)}:{node.lineno}: {node.value}"
        for path in MODULES
        if path != MACROS / "text.py"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in codes
    }
    assert not found


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_files_are_short(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    assert lines <= (300 if name(path) in LONG else 250)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_functions_are_short(path: Path) -> None:
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 50, node.name


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_every_public_thing_says_what_it_is(path: Path) -> None:
    module = tree(path)
    assert ast.get_docstring(module) or not module.body, "module"
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), node.name


def test_every_check_is_listed() -> None:
    listed = re.findall(
        r"^    (\w+)\.(\w+),$", (MACROS / "checks" / "__init__.py").read_text("utf-8"), re.M
    )
    written = {
        (path.stem, node.name)
        for path in (MACROS / "checks").glob("*.py")
        if path.stem not in ("__init__", "report")
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    }
    assert set(listed) == written


def test_data_folders_are_those_of_the_model() -> None:
    vocabulary = yaml.safe_load((ROOT / "data/vocabularies/themes.yml").read_text("utf-8"))
    assert set(vocabulary["labels"]) == set(LANGUAGES)
