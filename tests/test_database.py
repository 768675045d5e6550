"""The register as related tables: nothing lost, everything related, everything explained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import BaseModel

from macros.checks import check
from macros.database import Column, Table, schema
from macros.database.columns import fields, plain, table_name
from macros.database.dictionary import describe_base, describe_column, describe_table
from macros.database.kinds import KEYS, NOT_PUBLISHED
from macros.database.listings import LISTINGS
from macros.model import KINDS, OWN_KINDS, SINGLE_KINDS
from macros.publication import PublicRegister, publish
from macros.register import load
from macros.text import LANGUAGES, script_fits
from macros.words import words

from .samples import Sample, marker, values

SPECIAL = {("names",), ("titles",), ("also_known_as",), ("acronym",), ("sources",)}
"""Fields with tables of their own: names and sources."""
PLACES = {("countries", "regions"), ("countries", "areas"), ("countries", "tiles")}


def rows(public: PublicRegister, name: str) -> list[dict[str, Any]]:
    table = next(table for table in schema(public) if table.name == name)
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(public)]


def lists(model: type[BaseModel], way: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The way to every list inside a kind of record."""
    found = []
    single = {field.attribute for field in fields(model)}
    for name, info in model.model_fields.items():
        if name in single or name in NOT_PUBLISHED:
            continue
        found.append((*way, name))
        kind, _ = plain(info.annotation, tuple(info.metadata))
        item, _ = plain(kind.__args__[-1])
        if isinstance(item, type) and issubclass(item, BaseModel):
            found += lists(item, (*way, name))
    return found


def test_every_published_kind_has_a_table() -> None:
    # The questionnaire asks for facts and holds none.
    tools = {*SINGLE_KINDS, "questionnaire"}
    assert set(OWN_KINDS) - tools == {*KEYS, "vocabularies"}


@pytest.mark.parametrize("kind", KEYS)
def test_every_list_of_a_record_has_a_table(kind: str) -> None:
    listed = {(each.kind, each.way) for each in LISTINGS}
    listed |= {(each.kind, (*each.way[:-1], name)) for each in LISTINGS for name in each.also}
    missing = [
        way
        for way in lists(KINDS[kind])
        if (kind, way) not in listed and way[:1] not in SPECIAL and (kind, *way) not in PLACES
    ]
    assert missing == []


@pytest.mark.parametrize("kind", ["organisations", "authorities", "legislation", "mechanisms"])
def test_every_value_of_a_record_is_in_some_table(
    home: Path, write: Callable[[str, str], Path], kind: str
) -> None:
    filled = Sample(load(str(home))).record(kind)
    if kind == "organisations":
        filled["publication"] = {"consent": "granted", "exposure": "full"}
    write(f"{kind}/xa/filled.yml", yaml.safe_dump(filled, allow_unicode=True))
    register = load(str(home))
    assert not register.problems
    public = publish(register, [it for it in check(register) if not it.is_error])
    cells = {str(cell) for table in schema(public) for row in table.rows(public) for cell in row}
    hidden = {marker(("notes",)), *values(filled.get("participation", []))}
    wanted = {value for value in values(filled) if "marker" in value or value.isdigit()}
    assert wanted - cells == {value for value in hidden if "marker" in value}


@pytest.mark.parametrize("kind", KEYS)
def test_kind_has_a_row_per_published_record(public: PublicRegister, kind: str) -> None:
    assert [row[KEYS[kind]] for row in rows(public, table_name(kind))] == sorted(public.of(kind))


def test_lists_have_a_row_per_item(public: PublicRegister) -> None:
    records = [entry.record for entry in public.organisations.values()]
    for name, field in {
        "organisation_themes": "themes", "projects": "projects", "relations": "authority_relations",
        "sponsors": "sponsors", "founding_claims": "founded", "organisation_statuses": "status",
    }.items():  # fmt: skip
        assert len(rows(public, name)) == sum(len(getattr(it, field) or ()) for it in records)
    counts = Counter(row["quantity"] for row in rows(public, "figures"))
    for field in ("members", "staff", "volunteers", "branches", "people_reached"):
        assert counts[field] == sum(len(getattr(it, field) or ()) for it in records)


def test_keys_are_unique_and_references_lead_somewhere(public: PublicRegister) -> None:
    tables = {table.name: rows(public, table.name) for table in schema(public)}
    keys = {table.name: table.key for table in schema(public)}
    for table in schema(public):
        found = [tuple(row[name] for name in table.key) for row in tables[table.name]]
        assert len(set(found)) == len(found), table.name
        for column in (column for column in table.columns if column.references):
            target = keys[column.references]
            assert len(target) == 1
            known = {row[target[0]] for row in tables[column.references]} | {None}
            assert {row[column.name] for row in tables[table.name]} <= known, column


def test_required_columns_are_always_filled(public: PublicRegister) -> None:
    for table in schema(public):
        for row in rows(public, table.name):
            empty = [it.name for it in table.columns if it.is_required and row[it.name] is None]
            assert not empty, (table.name, row)


def test_year_typed_alone_stays_a_year(public: PublicRegister) -> None:
    claims = {row["value"] for row in rows(public, "founding_claims")}
    assert {"1998", "2003-06-24", "1990-05"} <= claims


def test_figure_is_a_number_or_words_never_both(public: PublicRegister) -> None:
    figures = rows(public, "figures")
    for row in figures:
        assert (row["value_number"] is None) == any(row[f"value_{lang}"] for lang in LANGUAGES)
    assert {row["value_number"] for row in figures if row["quantity"] == "members"} == {120}


def test_what_is_not_recorded_is_empty_not_no(public: PublicRegister) -> None:
    umbrellas = {row["organisation"]: row["is_umbrella"] for row in rows(public, "organisations")}
    assert umbrellas["xa-lantern-union"] is True
    assert umbrellas["xa-lantern-centre"] is None


def test_rendering_of_a_name_is_told_from_a_recorded_one(public: PublicRegister) -> None:
    record = "organisations/xa-name-in-arabic-only"
    found = {
        row["language"]: row["role"] for row in rows(public, "names") if row["record"] == record
    }
    assert found == {"ar": "recorded", "en": "rendering", "fr": "rendering"}
    named = next(it for it in rows(public, "organisations") if it["record"] == record)
    assert named["name_en"] is None


def test_translations_without_review_are_told(public: PublicRegister) -> None:
    told = {(row["record"], row["language"]) for row in rows(public, "unreviewed_translations")}
    expected = {
        (f"{entry.kind}/{entry.key}", lang)
        for entry in public.entries()
        for lang in entry.unreviewed
    }
    assert told == expected


def test_every_table_and_column_is_explained_in_every_language(public: PublicRegister) -> None:
    for table in schema(public):
        assert set(describe_table(table, public)) == set(LANGUAGES)
        for column in table.columns:
            texts = describe_column(table, column)
            for lang in LANGUAGES:
                assert texts[lang] and script_fits(texts[lang], lang), (table.name, column.name)


def test_no_explanation_is_left_over(public: PublicRegister) -> None:
    used = {"with_language", *(f"in_{lang}" for lang in LANGUAGES)}
    for table in schema(public):
        used |= {f"table.{table.name}", *(f"column.{table.name}.{it.base}" for it in table.columns)}
        used |= {f"column.{column.base}" for column in table.columns}
    left = {name for name in words("database", "en") if not name.startswith("view.")} - used
    assert left == set()


def test_column_without_explanation_is_named() -> None:
    table = Table("lanterns", (Column("glow"),), lambda public: iter(()), ("glow",))
    with pytest.raises(LookupError, match=r"lanterns\.glow"):
        describe_base(table, table.columns[0], "en")
