"""Records in their canonical layout: fields in the order of the model, short values on one line.

Comments, texts and values stay as they are; what is written twice stays as it was the first time.
"""

from __future__ import annotations

from .layout import WIDTH, in_flow, lines_of, one_line
from .model import KINDS, Model
from .model.fields import in_order
from .problems import Loc
from .records import parse
from .text import LANGUAGES
from .tree import Branch, Tree, read


def formatted(content: bytes, kind: str, path: str = "") -> str:
    """The record in the bytes of a file, in canonical layout.

    Raises:
        RecordError: it cannot be read as a record.
        ValueError: the layout would change a value; the file is better left alone.
    """
    before = parse(content, path).data
    text = written(read(content, path), KINDS[kind])
    if parse(text.encode(), path).data != before:
        raise ValueError(f"{path}: the layout would change a value")
    return text


def grown_text(tree: Tree, model: type[Model]) -> str:
    """The YAML text of a record in which something was changed: what was not, stays as typed."""
    lines = []
    for key, value in _ordered(tree.root, (), model):
        lines += _spaced(value.above, 0)
        lines += value.as_typed() or _changed_field(key, value, model)
    return _joined(lines, tree)


def _changed_field(key: str, value: Branch, model: type[Model]) -> list[str]:
    if not any(item.typed for _, item in value.items):
        return _pair(key, value, 0, (key,), model)
    lines = _with([f"{one_line(key)}:"], value.beside)
    for index, (name, item) in enumerate(value.items):
        lines += _spaced(item.above, 2)
        if name:
            lines += item.as_typed() or _pair(name, item, 2, (key, name), model)
        else:
            lines += item.as_typed() or _item(item, 2, (key, index), model)
    return lines


def written(tree: Tree, model: type[Model]) -> str:
    """The YAML text of a record."""
    return _joined(_mapping(tree.root, 0, (), model), tree)


def _joined(lines: list[str], tree: Tree) -> str:
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join([*lines, *_spaced(tree.tail, 0)]).rstrip() + "\n"


def _mapping(branch: Branch, indent: int, loc: Loc, model: type[Model]) -> list[str]:
    return [
        line
        for key, value in _ordered(branch, loc, model)
        for line in [*_spaced(value.above, indent), *_pair(key, value, indent, (*loc, key), model)]
    ]


def _ordered(branch: Branch, loc: Loc, model: type[Model]) -> list[tuple[str, Branch]]:
    order = in_order(model, loc)
    if not order and all(key in LANGUAGES for key, _ in branch.items):
        order = list(LANGUAGES)
    places = {name: number for number, name in enumerate(order)}
    return sorted(branch.items, key=lambda item: places.get(item[0], len(places)))


def _pair(key: str, value: Branch, indent: int, loc: Loc, model: type[Model]) -> list[str]:
    name, margin = one_line(key), " " * indent
    if value.kind == "scalar":
        return _with(_scalar_pair(name, value, indent), value.beside)
    flow = _flow(value, loc, model)
    if flow and len(f"{margin}{name}: {flow}") <= WIDTH:
        return _with([f"{margin}{name}: {flow}"], value.beside)
    head = _with([f"{margin}{name}:"], value.beside)
    if value.kind == "mapping":
        return head + _mapping(value, indent + 2, loc, model)
    return head + _list(value, indent + 2, loc, model)


def _scalar_pair(name: str, value: Branch, indent: int) -> list[str]:
    if isinstance(value.value, str):
        return lines_of(name, value.value, indent)
    return [f"{' ' * indent}{name}: {_constant(value)}".rstrip()]


def _list(branch: Branch, indent: int, loc: Loc, model: type[Model]) -> list[str]:
    lines = []
    for index, (_, value) in enumerate(branch.items):
        lines += _spaced(value.above, indent)
        lines += _item(value, indent, (*loc, index), model)
    return lines


def _item(value: Branch, indent: int, loc: Loc, model: type[Model]) -> list[str]:
    margin = " " * indent
    flow = _flow(value, loc, model)
    if flow and len(f"{margin}- {flow}") <= WIDTH:
        return _with([f"{margin}- {flow}"], value.beside)
    if value.kind == "scalar":
        key, *rest = lines_of("-", str(value.value), indent)
        return _with([key.replace("-: ", "- ", 1), *rest], value.beside)
    inner = _mapping if value.kind == "mapping" else _list
    lines = inner(value, indent + 2, loc, model)
    # Comments above the first field stand above the whole item.
    first = next(n for n, line in enumerate(lines) if line.strip() and line.strip()[0] != "#")
    lines[first] = f"{margin}- {lines[first][indent + 2 :]}"
    above = [line[2:] if line.strip() else line for line in lines[:first]]
    return [*above, *_with(lines[first : first + 1], value.beside), *lines[first + 1 :]]


def _flow(value: Branch, loc: Loc, model: type[Model]) -> str:
    """The value on one line, or nothing: for lists and mappings of scalars without comments."""
    if value.kind == "scalar":
        return in_flow(value.value) if isinstance(value.value, str) else _constant(value)
    if (
        _is_entry(loc, model)
        or value.has_comments()
        or any(it.kind != "scalar" for _, it in value.items)
    ):
        return "" if value.items else {"mapping": "{}", "list": "[]"}[value.kind]
    parts = [
        (f"{in_flow(key)}: " if key else "") + _flow(it, (*loc, key), model)
        for key, it in _ordered(value, loc, model)
    ]
    return f"{{{', '.join(parts)}}}" if value.kind == "mapping" else f"[{', '.join(parts)}]"


def _is_entry(loc: Loc, model: type[Model]) -> bool:
    """Whether it stands under a name of its own, as sources do: such entries are always blocks."""
    is_named = bool(loc) and isinstance(loc[-1], str) and not in_order(model, loc[:-1])
    return is_named and bool(in_order(model, loc))


def _constant(value: Branch) -> str:
    return "" if value.value is None else str(value.value).lower()


def _with(lines: list[str], beside: str) -> list[str]:
    return [f"{lines[0]} {beside}", *lines[1:]] if beside else lines


def _spaced(above: list[str], indent: int) -> list[str]:
    """Comments at the depth of what they speak of; several empty lines become one."""
    lines: list[str] = []
    for text in above:
        if text or (lines[-1:] != [""]):
            lines.append(f"{' ' * indent}{text}" if text else "")
    return lines
