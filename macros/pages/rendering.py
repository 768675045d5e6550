"""Templates to HTML: one environment that escapes everything it prints."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from minijinja import Environment

TEMPLATES = Path(__file__).parents[1] / "templates"


@cache
def environment() -> Environment:
    """The templates; printing a value that was not given is an error, asking for it is not."""
    made = Environment(
        loader=_template,
        auto_escape_callback=lambda name: "html",
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.undefined_behavior = "semi_strict"  # type: ignore[assignment]  # missing in its types
    return made


def render(template: str, context: Mapping[str, Any]) -> str:
    """The HTML of a template, with the names of the context filled in."""
    return environment().render_template(template, **context)


def _template(name: str) -> str:
    """A template without the indentation, which is for its editors only."""
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    return "\n".join(line.strip() for line in source.splitlines() if line.strip())
