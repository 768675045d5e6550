"""JSON Schemas (2020-12) of what the API gives, made from the models of the records."""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel

from ..model import KINDS
from ..model.common import DATE
from ..model.template import field_words
from ..publication import PublicRegister
from ..text import DEFAULT, LANGUAGES, pick

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(model: type[BaseModel], public: PublicRegister) -> str:
    """The schema of a model as JSON; terms are those that the register's lists have."""
    schema = _refined(model.model_json_schema(by_alias=True), public)
    for kind in KINDS.values():
        _explain(schema.get("$defs", {}).get(kind.__name__, {}), kind)
    return json.dumps({"$schema": DIALECT} | schema, ensure_ascii=False, indent=1) + "\n"


def _explain(part: dict[str, Any], model: type[BaseModel]) -> None:
    """Say of each field of a kind of record what the data dictionary says of it."""
    for name, field in part.get("properties", {}).items():
        if entry := field_words(model, name):
            field["description"] = pick(entry["about"], DEFAULT)


def _refined(part: Any, public: PublicRegister) -> Any:
    """A part of a schema, with what the marks of values say put in the words of JSON Schema."""
    if isinstance(part, list):
        return [_refined(item, public) for item in part]
    if not isinstance(part, dict):
        return part
    refined = {name: _refined(value, public) for name, value in part.items() if name != "x-mark"}
    if "x-mark" in part:
        kind, of = part["x-mark"]
        refined |= _meaning(kind, of, public)
    return refined


def _meaning(kind: str, of: str, public: PublicRegister) -> dict[str, Any]:
    if kind == "term":
        return {"enum": list(public.vocabularies[of].record.terms)}
    if kind == "localised":
        return {"propertyNames": {"enum": list(LANGUAGES)}}
    if kind == "date":
        return {"pattern": f"^{DATE.pattern}$"}
    if kind == "url":
        return {"format": "uri", "pattern": "^https?://"}
    return {"format": "email"} if kind == "email" else {}
