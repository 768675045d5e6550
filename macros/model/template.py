"""A template for a new record: every field with its meaning, required ones open, others as comments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

_EXAMPLES = Path(__file__).parents[1] / "wording" / "examples.yml"


def template(model: type[BaseModel]) -> str:
    """The YAML text of an empty record of this kind."""
    examples: dict[str, Any] = yaml.load(_EXAMPLES.read_text(encoding="utf-8"), yaml.CSafeLoader)
    kind = model.__name__.lower()
    lines = [f"# {line}" for line in examples["head"].splitlines()]
    for name, info in model.model_fields.items():
        entry = examples["fields"].get(f"{kind}.{name}") or examples["fields"].get(name)
        if entry:
            lines += ["", f"# {entry['about']}", *_example(entry["example"], info.is_required())]
    return "\n".join(lines) + "\n"


def _example(text: str, is_required: bool) -> list[str]:
    lines = text.rstrip().splitlines()
    return lines if is_required else [f"# {line}" for line in lines]
