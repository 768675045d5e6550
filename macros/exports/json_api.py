"""The JSON API: static files in `api/v1/`, a list per kind, a file per record, and their schemas.

A record is given as it was typed, as far as it may be published, in the names that its file has.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, create_model

from ..database.columns import address
from ..database.kinds import KEYS, ordered
from ..database.whole import names_of
from ..derived import evidence_level, founding_years, latest_status
from ..model import KINDS
from ..register import Entry
from .edition import LICENCE_URL
from .exporter import Exporter
from .json_schema import schema_of
from .output import API

PAGED = tuple(kind for kind in KEYS if kind != "countries")
"""Kinds of which every record has a page at its address."""


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Summary(_Part):
    """A record in short. What is not recorded is left out."""

    key: str
    kind: str
    country: str | None = Field(None, description="Two-letter code.")
    names: dict[str, str] = Field(description="As sources give them, by language.")
    renderings: dict[str, str] | None = Field(
        None, description="The register's own wording, in languages in which no source names it."
    )
    url: str = Field(description="Where the whole record is, as JSON.")
    page: str | None = Field(None, description="Where its page is.")
    themes: list[str] | None = None
    status_latest: str | None = Field(None, description="Status by the newest claim.")
    evidence_level: str | None = Field(None, description="How well the record is founded.")
    founded_earliest: int | None = Field(None, description="Earliest year that a source gives.")


class Listing(_Part):
    """All records of a kind."""

    licence: str
    date: str = Field(description="Day of this edition.")
    kind: str
    schema_url: str
    count: int
    records: list[Summary]


class Whole(_Part):
    """A record, with what is computed from it."""

    licence: str
    date: str = Field(description="Day of this edition.")
    schema_url: str
    summary: Summary
    unreviewed: list[str] = Field(
        description="Languages in which it holds translations that nobody has reviewed."
    )
    record: Any


class Index(_Part):
    """What the API has."""

    title: str
    licence: str
    attribution: str
    date: str
    version: str
    revision: str | None = Field(None, description="The commit that the records are of.")
    kinds: dict[str, Listed]


class Listed(_Part):
    """One kind of record."""

    count: int
    url: str
    schema_url: str


def _whole_of(model: type[BaseModel]) -> type[BaseModel]:
    """What the file of a kind of record holds."""
    return create_model(f"{model.__name__}File", __base__=Whole, record=(model, ...))


class JsonApi(Exporter):
    """Lists, records, schemas, and an index of them."""

    def finish(self) -> None:
        """Write the files."""
        kinds = (*KEYS, "vocabularies")
        for kind in kinds:
            self._kind(kind)
        self._write("schema/index.json", schema_of(Index, self.public))
        self._write("schema/list.json", schema_of(Listing, self.public))
        self._dump("index.json", self._index(kinds))
        for kind in kinds:
            path = f"{API}/{kind}.json"
            self.output.add(path, f"api-{kind}", "application/json", rows=len(self.public.of(kind)))
        self.output.add(f"{API}/index.json", "api", "application/json")

    def _kind(self, kind: str) -> None:
        """The list of a kind, its records, and their schema."""
        self._write(f"schema/{kind}.json", schema_of(_whole_of(KINDS[kind]), self.public))
        for entry in ordered(self.public, kind):
            self._dump(f"{kind}/{entry.key}.json", self._whole(entry))
        summaries = [self._summary(entry, "") for entry in ordered(self.public, kind)]
        self._dump(
            f"{kind}.json",
            {
                "licence": LICENCE_URL,
                "date": self.edition.date,
                "kind": kind,
                "schema_url": self._url("schema/list.json"),
                "count": len(summaries),
                "records": summaries,
            },
        )

    def _whole(self, entry: Entry[Any]) -> dict[str, Any]:
        return {
            "licence": LICENCE_URL,
            "date": self.edition.date,
            "schema_url": self._url(f"schema/{entry.kind}.json", "../"),
            "summary": self._summary(entry, "../"),
            "unreviewed": sorted(entry.unreviewed),
            "record": entry.record.model_dump(mode="json", by_alias=True, exclude_none=True),
        }

    def _summary(self, entry: Entry[Any], up: str) -> dict[str, Any]:
        found: dict[str, Any] = {
            "key": entry.key,
            "kind": entry.kind,
            "country": entry.country,
            "names": _names(entry, "recorded") or _words(entry.record),
            "renderings": _names(entry, "rendering"),
            "url": self._url(f"{address(entry)}.json", up),
            "page": self._page(f"{address(entry)}/", up) if entry.kind in PAGED else None,
        }
        if entry.kind == "organisations":
            found |= {
                "themes": list(entry.record.themes),
                "status_latest": latest_status(entry),
                "evidence_level": evidence_level(entry),
                "founded_earliest": next(iter(founding_years(entry)), None),
            }
        return {name: value for name, value in found.items() if value}

    def _index(self, kinds: tuple[str, ...]) -> dict[str, Any]:
        words = self.edition.words()
        return {
            "title": words["title"],
            "licence": LICENCE_URL,
            "attribution": words["attribution"],
            "date": self.edition.date,
            "version": self.edition.version,
            **({"revision": self.edition.revision} if self.edition.revision else {}),
            "kinds": {
                kind: {
                    "count": len(self.public.of(kind)),
                    "url": self._url(f"{kind}.json"),
                    "schema_url": self._url(f"schema/{kind}.json"),
                }
                for kind in kinds
            },
        }

    def _url(self, path: str, up: str = "") -> str:
        """Where a file of the API is: a whole address if the site's is known, else the way to it.

        `up` leads from the file that names it to the folder of the API.
        """
        return f"{self.edition.site}{API}/{path}" if self.edition.site else up + path

    def _page(self, path: str, up: str) -> str:
        return self.edition.site + path if self.edition.site else f"{up}../../{path}"

    def _dump(self, path: str, content: dict[str, Any]) -> None:
        self._write(path, json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")

    def _write(self, path: str, content: str) -> None:
        self.output.write(f"{API}/{path}", content)


def _names(entry: Entry[Any], wanted: str) -> dict[str, str]:
    return {lang: words for role, lang, words in names_of(entry) if lang and role == wanted}


def _words(record: Any) -> dict[str, str]:
    """What a record without a name goes by: its label, title, or the sentence that it holds."""
    found = (getattr(record, name, None) for name in ("labels", "title", "statement"))
    return next((dict(words) for words in found if words), {})
