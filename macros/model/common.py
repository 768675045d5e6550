"""Pieces that several kinds of record share: texts, dates, addresses, terms, keys and sources."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, StringConstraints, Tag
from pydantic_core import CoreSchema, PydanticCustomError

from ..text import LANGUAGES
from .addresses import is_web_address
from .base import Model as Model  # records import it from here

TEXT_LIMIT = 4000
LARGEST = 10**10
"""No count of people, members or money in a record is larger."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a value is beyond its type, so that checks find all such values in any record.

    `kind` is one of term, key, region, area, source, source-id, date, localised, text, url, email.
    `of` names the vocabulary of a term, or the kind of record that a key must lead to.
    """

    kind: str
    of: str = ""

    def __get_pydantic_json_schema__(self, core: CoreSchema, schema: Any) -> dict[str, Any]:
        """The JSON Schema of the value, with this mark in it for whoever completes the schema."""
        return {**schema(core), "x-mark": [self.kind, self.of]}


def fault(code: str, **values: str) -> PydanticCustomError:
    """A fault of form with a code of the catalogue, for a validator to raise."""
    # The code of Dalil's own catalogue travels as pydantic's error type.
    return PydanticCustomError(code, code, dict(values))


_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)


def _clean(text: str) -> str:
    if text.isascii() and text.isprintable() and len(text) <= TEXT_LIMIT:
        return text
    if hidden := _HIDDEN.search(text):
        raise fault("hidden-character", found=f"U+{ord(hidden[0]):04X}")
    if len(text) > TEXT_LIMIT:
        raise fault("text-too-long", length=str(len(text)), limit=str(TEXT_LIMIT))
    return text


def _text(value: Any) -> Any:
    # Done here, a text with nothing to strip stays the very object that was read, and not a copy.
    return _clean(value.strip()) if isinstance(value, str) else _number_to_text(value)


def _number_to_text(value: Any) -> Any:
    # A whole number typed without quotes keeps its digits: `number: 5220` is the text "5220".
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


# The length stands next to `str`, where pydantic's core checks it; further out it would be Python.
Str = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=False),
    BeforeValidator(_text),
]


def _known_language(code: str) -> str:
    if code not in LANGUAGES:
        raise fault("unknown-language", value=code, allowed=", ".join(LANGUAGES))
    return code


Text = Annotated[
    dict[Annotated[str, AfterValidator(_known_language)], Str],
    Field(min_length=1),
    Mark("localised"),
]
"""A text in one to three languages."""

DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@lru_cache(maxsize=2**14)  # records repeat their dates
def _real_date(value: str) -> str:
    match = DATE.fullmatch(value)
    if not match:
        raise fault("bad-date", value=value)
    year, month, day = (int(part) if part else 1 for part in match.groups())
    try:
        datetime.date(year, month, day)
    except ValueError:
        raise fault("bad-date", value=value) from None
    return value


Date = Annotated[str, BeforeValidator(_number_to_text), AfterValidator(_real_date), Mark("date")]
"""A year, a year and month, or a full date (ISO 8601): 2003, 2003-06, 2003-06-24."""


def _web_address(value: str) -> str:
    if not is_web_address(value):
        raise fault("bad-url", value=value)
    return value


Url = Annotated[str, AfterValidator(_web_address), Mark("url")]
"""An address on the public web: http or https, a host name, no user name."""


def _public_email(value: str) -> str:
    if not re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", value):
        raise fault("bad-email", value=value)
    return value


Email = Annotated[str, AfterValidator(_public_email), Mark("email")]


def _phone(value: str) -> str:
    if not re.fullmatch(r"\+?[\d ()/-]{3,24}", value):
        raise fault("bad-phone", value=value)
    return value


Phone = Annotated[str, BeforeValidator(_number_to_text), AfterValidator(_phone)]

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def Term(vocabulary: str) -> Any:
    """A term of the vocabulary in `data/vocabularies/<vocabulary>.yml`."""
    return Annotated[str, Mark("term", vocabulary)]


def Key(kind: str) -> Any:
    """The key of another record, such as `ma-bayti`."""
    return Annotated[str, Mark("key", kind)]


Region = Annotated[str, Mark("region")]
"""An ISO 3166-2 code that the country's record lists."""

Area = Annotated[str, Mark("area")]
"""A part of a country under one authority, as the country's record lists them."""

SourceRef = Annotated[str, Mark("source")]
"""The id of one of the record's own sources."""


class Source(Model):
    """Where a fact was seen."""

    kind: Term("source-kinds")  # type: ignore[valid-type]
    title: Str = Field(
        description="Title as published, in its own language; for interviews, a neutral label."
    )
    publisher: Str | None = Field(None, description="Who published it.")
    url: Url | None = Field(None, description="Address where it was seen.")
    date: Date | None = Field(None, description="Date of publication, or of the interview.")
    accessed: Date | None = Field(None, description="When it was seen.")
    language: Str | None = Field(None, description="Language of the source, as an ISO 639 code.")
    mode: Str | None = Field(
        None, description="Interviews and questionnaires: in person, by phone, form."
    )
    roles: list[Str] | None = Field(
        None, description="Interviews: roles of those who answered, never names."
    )
    seen: Term("reading-extents") | None = Field(  # type: ignore[valid-type]
        None, description="How much of it was read."
    )
    supports: list[Str] | None = Field(None, description="Fields of the record that rest on it.")


Sources = Annotated[dict[Str, Source], Mark("source-ids")]


class Claim(Model):
    """A value with the source it was seen in and the date it speaks of."""

    as_of: Date | None = Field(None, description="Date that the value speaks of.")
    source: SourceRef | None = Field(None, description="Id of the source.")
    note: Text | None = Field(None, description="What a reader must know about this value.")


def figure_form(value: Any) -> str:
    """Whether a quantity is typed as a number or as a text."""
    return "text" if isinstance(value, dict) else "number"


class Figure(Claim):
    """A number or a short description of a quantity, as the source gives it."""

    value: Annotated[
        Annotated[int, Field(strict=True, ge=0, le=LARGEST), Tag("number")]
        | Annotated[Text, Tag("text")],
        Discriminator(figure_form),
    ]


class NextStep(Model):
    """Who asks whom next, by role."""

    by: Str = Field(description="Role of who asks, never a name.")
    asks: Str = Field(description="Whom: a role, never a name.")
    due: Date | None = None


class Collection(Model):
    """How far the record has come, and when it was last verified."""

    stage: Term("collection-stages")  # type: ignore[valid-type]
    last_verified: Date | None = Field(None, description="When the facts were last checked.")
    verified_by: Str | None = Field(None, description="Role of who checked, never a name.")
    next: NextStep | None = Field(None, description="If not the usual next step of its stage.")


class Publication(Model):
    """What may be published of the record: consent, and how much is shown."""

    consent: Term("consents") = "public-sources"  # type: ignore[valid-type]
    consent_date: Date | None = None
    consent_expires: Date | None = None
    exposure: Term("exposures") = "full"  # type: ignore[valid-type]


class Record(Model):
    """What every kind of record may hold."""

    notes: Str | None = Field(None, description="For maintainers only; never published.")
