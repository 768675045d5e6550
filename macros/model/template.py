"""A template for a new record: each field with its meaning, optional ones as comments."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from ..text import DEFAULT, pick

_EXAMPLES = Path(__file__).parents[1] / "wording" / "examples.yml"


@cache
def _examples() -> dict[str, Any]:
    examples: dict[str, Any] = yaml.load(_EXAMPLES.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return examples


def field_words(model: type[BaseModel], name: str) -> dict[str, Any]:
    """What a field holds (`about`, in each language) and an `example`; may be empty."""
    fields: dict[str, dict[str, Any]] = _examples()["fields"]
    return fields.get(f"{model.__name__.lower()}.{name}") or fields.get(name) or {}


def template(model: type[BaseModel], lang: str = DEFAULT) -> str:
    """The YAML text of an empty record of this kind, explained in a language."""
    lines = [f"# {line}" for line in pick(_examples()["head"], lang).splitlines()]
    for name, info in model.model_fields.items():
        if entry := field_words(model, info.alias or name):
            about = pick(entry["about"], lang)
            lines += ["", f"# {about}", *_example(entry["example"], info.is_required())]
    return "\n".join(lines) + "\n"


def _example(text: str, is_required: bool) -> list[str]:
    lines = text.rstrip().splitlines()
    return lines if is_required else [f"# {line}" for line in lines]
