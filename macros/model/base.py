"""The base of every record and every part of one."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict

_NO_FIELDS: set[str] = set()


class Model(BaseModel):
    """The base of every record: nothing unknown, nothing changed after reading."""

    # Validators are built for the kinds of record that are read, and only once for their parts.
    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True
    )

    def model_post_init(self, context: Any) -> None:
        """Forget which fields were typed: nobody asks, and it takes a fifth of all memory."""
        object.__setattr__(self, "__pydantic_fields_set__", _NO_FIELDS)
