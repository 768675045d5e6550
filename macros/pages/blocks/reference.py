"""Reference for contributors: fields of records, vocabularies, and the tasks of the programme."""

from __future__ import annotations

import types
import typing
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from ...model import KINDS, Mark
from ...model.template import field_words
from ...text import Localised, pick, slug
from ...words import words
from .common import Place


def fields(place: Place) -> str:
    """Every field of every kind of record, with what it holds."""
    phrases = words("blocks", place.lang)
    kinds = [
        {
            "kind": kind,
            "rows": [
                {
                    "name": info.alias or name,
                    "required": info.is_required(),
                    "holds": holds(phrases, info.annotation, tuple(info.metadata)),
                    "description": pick(
                        field_words(model, info.alias or name)["about"], place.lang
                    ),
                }
                for name, info in model.model_fields.items()
            ],
        }
        for kind, model in KINDS.items()
    ]
    return place.block("fields", kinds=kinds, words=phrases)


def holds(phrases: dict[str, str], annotation: Any, metadata: tuple[Any, ...] = ()) -> str:
    """What a field holds, in a few technical words: `list of term (themes)`."""
    marks = [item for item in metadata if isinstance(item, Mark) and item.kind != "source-ids"]
    if marks:
        kind = phrases[f"holds_{marks[0].kind}"]
        return f"{kind} ({marks[0].of})" if marks[0].of else kind
    origin, args = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated:
        return holds(phrases, args[0], args[1:])
    if origin in (typing.Union, types.UnionType):
        kinds = [holds(phrases, arg) for arg in args if arg is not type(None)]
        return " / ".join(dict.fromkeys(kinds))
    if origin is list:
        return phrases["holds_list"].format(what=holds(phrases, args[0]))
    if origin is dict:
        return phrases["holds_mapping"].format(what=holds(phrases, args[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        inner = ", ".join(info.alias or name for name, info in annotation.model_fields.items())
        return f"{{{inner}}}"
    return phrases.get(f"holds_{getattr(annotation, '__name__', '')}", "")


def vocabularies(place: Place) -> str:
    """Every controlled list with its terms, labels and definitions."""
    lists = [
        {
            "key": key,
            "label": pick(entry.record.labels, place.lang),
            "definition": pick(entry.record.definition, place.lang),
            "terms": [
                {
                    "key": term,
                    "label": pick(value.labels, place.lang),
                    "definition": pick(value.definition, place.lang),
                }
                for term, value in entry.record.terms.items()
            ],
        }
        for key, entry in place.public.vocabularies.items()
    ]
    return place.block("vocabularies", lists=lists, words=words("blocks", place.lang))


@cache
def _programme() -> list[dict[str, Any]]:
    file = Path(__file__).parents[2] / "wording" / "programme.yml"
    rows: list[dict[str, Any]] = yaml.load(file.read_text(encoding="utf-8"), yaml.CSafeLoader)
    return rows


def programme(place: Place) -> str:
    """The programme's tasks, where each has its place, and how far it is."""
    phrases = words("blocks", place.lang)

    def shown(row: dict[str, Any]) -> dict[str, str]:
        task: Localised = row["task"]
        where = pick(row["where"], place.lang)
        href = place.base + row["page"] if "page" in row else ""
        return {
            "task": pick(task, place.lang),
            "where": where,
            "href": href,
            "state": phrases[row["state"]],
        }

    return place.block("programme", rows=[shown(row) for row in _programme()], words=phrases)


def publications(place: Place, code: str) -> str:
    """What has been published on a country, and where."""
    return place.block(
        "publications",
        report=slug(place.public.countries[code].record.names),
        words=words("blocks", place.lang),
    )
