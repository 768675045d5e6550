"""References of authored texts to records: a link under the record's name or under words given."""

from __future__ import annotations

from typing import Any

from ...model.faults import near
from ...register import Entry
from ..views.links import LISTED
from .common import Place

_LITERAL = str.maketrans({sign: f"&#{ord(sign)};" for sign in "*_[]{}`\\!~^"})
"""Signs that Markdown would read in the middle of a sentence, as the characters they are."""


def ref(place: Place, key: str, shown: str = "") -> str:
    """A link to a record's page: `xa-lantern-centre`, or `mechanisms/xa-...` where kinds share it.

    Raises:
        ValueError: no published record has the key, or records of several kinds have it.
    """
    entry = _record(place, key)
    link = place.link(entry)
    if shown:
        link |= {"text": shown, "lang": place.lang, "gloss": ""}
    elif link["gloss"]:  # a sentence takes the rendering in its own language; the name stands by
        acronym = getattr(entry.record, "acronym", None) or ""
        known = "" if acronym in link["gloss"] else acronym
        link |= {"text": link["gloss"], "lang": place.lang, "name": link["text"], "acronym": known}
        link["gloss"] = ""
    return inline(place, "reference", link=link)


def inline(place: Place, template: str, **context: Any) -> str:
    """A block's HTML for the middle of a sentence, where Markdown would still read signs."""
    return place.block(template, **context).translate(_LITERAL)


def _record(place: Place, key: str) -> Entry[Any]:
    wanted, _, bare = key.rpartition("/")
    kinds = [kind for kind in LISTED if wanted in ("", kind)]
    found = [entry for kind in kinds if (entry := place.public.of(kind).get(bare))]
    if len(found) == 1:
        return found[0]
    if found:
        ways = ", ".join(f"{entry.kind}/{bare}" for entry in found)
        raise ValueError(f'"{key}" could be any of: {ways}')
    known = [name for kind in kinds for name in place.public.of(kind)]
    hint = near(bare, known).get("suggestion", "")
    raise ValueError(f'no published record "{key}"' + (f", did you mean {hint}?" if hint else ""))
