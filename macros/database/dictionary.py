"""What tables and columns mean, in every language, as `wording/database.yml` says it."""

from __future__ import annotations

from ..publication import PublicRegister
from ..text import LANGUAGES, Localised, pick
from ..words import words
from .table import Column, Table


def describe_table(table: Table, public: PublicRegister) -> Localised:
    """What the rows of a table are; a list of terms is described by its own definition."""
    if table.vocabulary:
        definition: Localised = public.vocabularies[table.vocabulary].record.definition
        return {lang: pick(definition, lang) for lang in LANGUAGES}
    return {lang: words("database", lang)[f"table.{table.name}"] for lang in LANGUAGES}


def describe_column(table: Table, column: Column) -> Localised:
    """What a column holds, and in which language where there is one per language."""
    return {lang: _described(table, column, lang) for lang in LANGUAGES}


def describe_base(table: Table, column: Column, lang: str) -> str:
    """What a column holds, whatever the language of its texts, said in `lang`."""
    phrases = words("database", lang)
    for name in (f"column.{table.name}.{column.base}", f"column.{column.base}"):
        if name in phrases:
            return phrases[name]
    raise LookupError(f"wording/database.yml does not say what {table.name}.{column.base} holds")


def _described(table: Table, column: Column, lang: str) -> str:
    text = describe_base(table, column, lang)
    if not column.lang:
        return text
    phrases = words("database", lang)
    language = phrases[f"in_{column.lang}"]
    return phrases["with_language"].format(text=text.rstrip("."), language=language) + "."
