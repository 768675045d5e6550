"""Problems in records: what was found, where, and the words for it in three languages.

The words live in `wording/problems.yml`, one entry per code; this module only fills them in.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from .text import DEFAULT, Localised, pick

Severity = Literal["error", "warning"]
Loc = tuple[str | int, ...]
"""The way to a value inside a record: keys and list positions."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: a code of the catalogue, its place and the values its message mentions."""

    path: str
    code: str
    loc: Loc = ()
    values: Mapping[str, str | Localised] = field(default_factory=dict)
    """What the message mentions: values as typed, and words in every language."""
    line: int = 0
    column: int = 0
    at_key: bool = False
    """Whether the place is the key of a mapping, not its value."""

    @property
    def severity(self) -> Severity:
        """`error` stops publication, `warning` is published with the record."""
        return _entry(self.code)["severity"]  # type: ignore[no-any-return]

    @property
    def is_error(self) -> bool:
        """Whether it stops publication."""
        return self.severity == "error"

    @property
    def safe_path(self) -> str:
        """The path as a terminal may show it."""
        return printable(self.path, limit=300)

    @property
    def where(self) -> str:
        """The place as an editor would say it: `projects[0].title`."""
        parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.loc]
        return printable("".join(parts).lstrip("."))

    def message(self, lang: str = DEFAULT) -> str:
        """What is wrong, in one sentence."""
        return self._fill("message", lang)

    def hint(self, lang: str = DEFAULT) -> str:
        """What to do about it; empty when the message says it all."""
        return self._fill("hint", lang)

    @property
    def suggestion(self) -> str:
        """What was probably meant; empty when nothing is near."""
        return str(self.values.get("suggestion", ""))

    def _fill(self, part: str, lang: str) -> str:
        template = pick(_entry(self.code).get(part, {DEFAULT: ""}), lang)
        if "{" not in template and "}" not in template:
            return template
        return template.format_map(
            {
                name: printable(value if isinstance(value, str) else pick(value, lang))
                for name, value in self.values.items()
            }
        )


@cache
def catalogue() -> dict[str, dict[str, Any]]:
    """Every kind of problem by code: severity, title, message, hint and explanation."""
    file = Path(__file__).parent / "wording" / "problems.yml"
    entries: dict[str, dict[str, Any]] = yaml.load(
        file.read_text(encoding="utf-8"), yaml.CSafeLoader
    )
    return entries


def _entry(code: str) -> dict[str, Any]:
    return catalogue()[code]


# Bidirectional controls could make a message read otherwise than it is; nothing invisible is shown.
_INVISIBLE = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)


def printable(text: str, limit: int = 120) -> str:
    """Untrusted text made safe for a terminal: no control characters, a bounded length."""
    text = _INVISIBLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def ordered(problems: list[Problem]) -> list[Problem]:
    """Problems by file, line and column, without exact repetitions."""
    seen: dict[tuple[object, ...], Problem] = {}
    for problem in problems:
        place = (problem.path, problem.line, problem.column, problem.loc)
        seen.setdefault((*place, problem.code, problem.message()), problem)
    return sorted(seen.values(), key=lambda p: (p.path, p.line, p.column, p.code, p.where))
