"""Faults of form that pydantic finds, as problems of Dalil's own catalogue."""

from __future__ import annotations

from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from ..problems import Loc, Problem, catalogue
from . import places
from .common import Model
from .fields import fields_at

_CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "string_type": "not-text",
    "int_type": "not-a-number",
    "int_parsing": "not-a-number",
    "int_parsing_size": "not-a-number",
    "greater_than_equal": "not-a-number",
    "less_than_equal": "not-a-number",
    "bool_type": "not-yes-or-no",
    "bool_parsing": "not-yes-or-no",
    "list_type": "not-a-list",
    "dict_type": "not-fields",
    "model_type": "not-fields",
}
"""Pydantic's types of error and our codes; Dalil's own types, such as `bad-date`, are codes."""


def shape_problem(path: str, detail: Any, model: type[Model], data: Any) -> Problem:
    """The problem that one detail of a `ValidationError` stands for."""
    code = _CODES.get(detail["type"], detail["type"])
    code = code if code in catalogue() else "wrong-form"
    loc = _typed_loc(detail["loc"], data, keep_last=code == "missing-field")
    values = {name: str(value) for name, value in detail.get("ctx", {}).items()}
    if code == "not-fields" and _holds_text(model, loc):
        code = "not-language-text"
    if code == "unknown-field":
        values |= {"value": str(loc[-1])} | near(str(loc[-1]), fields_at(model, loc[:-1]))
    elif code == "missing-field":
        values |= {"value": str(loc[-1])}
    elif "value" not in values:
        values |= {"value": _as_typed(detail["input"])}
    return Problem(path, code, loc, values, at_key=code in ("unknown-field", "unknown-language"))


def _as_typed(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "…" if isinstance(value, dict | list) else str(value)


def _holds_text(model: type[Model], loc: Loc) -> bool:
    """Whether a text with its languages belongs at a place."""
    return any(
        len(pattern) == len(loc) and all(a in ("*", b) for a, b in zip(pattern, loc, strict=True))
        for pattern, _ in places(model, "localised")
    )


def _typed_loc(loc: Loc, data: Any, keep_last: bool) -> Loc:
    """The place without the steps that only the model has (branches of a union)."""
    typed: Loc = ()
    for index, part in enumerate(loc):
        inside = isinstance(data, dict) and part in data
        inside = inside or (isinstance(data, list) and isinstance(part, int) and part < len(data))
        if inside:
            data = data[part]
        if inside or (keep_last and index == len(loc) - 1):
            typed = (*typed, part)
    return typed


def near(value: str, allowed: list[str]) -> dict[str, str]:
    """The value of a problem's `suggestion`, where something is near."""
    found = nearest(value, allowed)
    return {"suggestion": found} if found else {}


def nearest(value: str, allowed: list[str]) -> str:
    """The allowed value most like the one typed; empty when none is near (Damerau-Levenshtein)."""
    wanted = value.strip().lower().replace("_", "-").replace(" ", "-")
    forms = {name: name.lower().replace("_", "-") for name in allowed}
    hit = process.extractOne(
        wanted, forms, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6
    )
    return hit[2] if hit else ""
