"""No private contact, nothing personal, nothing that passes for page markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..problems import Loc, Problem
from ..register import Entry

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
PHONE = re.compile(
    r"(?<![\w/.-])"
    r"(?:(?:\+|00)\d[\d ().-]{7,}\d|0\d{8,10}|0\d{1,2}[ .-]\d{3,4}[ .-]\d{3,4})"
    r"(?![\w/])"
)
may_be_phone = re.compile(r"[+0٠۰](?<![\w/.-].)[\d ().-]{8}").search
"""Found wherever `PHONE` is, in a fraction of its time."""
EUROPEAN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>?|\{[{%#]|\]\(\s*\w+:", re.ASCII)
_ADDRESS_WITH_PERSON = re.compile(
    r"(?:^|[/?&=_-])(?:user|users|profile|in|people|staff|author)[/=]", re.I
)
_MAY_BE_MARKUP = ("<", "{", "](")
PUBLIC_CHANNELS = ("contact", "contact_channels", "website")


def unfit_texts(entry: Entry[Any]) -> Iterator[Problem]:
    """No text holds a personal contact or markup; what may be one is first looked for in all."""
    words: list[str] = []
    _collect(entry.data, words)
    everything = "\n".join(words)
    if "@" in everything or may_be_phone(everything):
        yield from _personal_contacts(entry)
    if any(sign in everything for sign in _MAY_BE_MARKUP):
        yield from _markup(entry)


def _collect(value: Any, words: list[str]) -> None:
    for it in value.values() if isinstance(value, dict) else value:
        if isinstance(it, str):
            words.append(it)
        elif isinstance(it, dict | list):
            _collect(it, words)


def _personal_contacts(entry: Entry[Any]) -> Iterator[Problem]:
    """E-mail addresses and telephone numbers stand in `contact` only."""
    for loc, text in _texts(entry.data):
        if loc[0] in PUBLIC_CHANNELS or loc[-1] == "url" or loc[-1] == "number":
            continue
        found = EMAIL.search(text) if "@" in text else None
        if found := found or PHONE.search(text if text.isascii() else text.translate(EUROPEAN)):
            yield entry.problem("personal-contact", loc, value=text[slice(*found.span())])


def _markup(entry: Entry[Any]) -> Iterator[Problem]:
    """Texts are plain: tags and template marks would be shown as typed."""
    for loc, text in _texts(entry.data):
        if found := _MARKUP.search(text):
            yield entry.problem("markup", loc, value=found[0])


def personal_addresses(entry: Entry[Any]) -> Iterator[Problem]:
    """An address that seems to lead to one person's page is looked at again."""
    everything = "/".join(["", *entry.held("url").get("", ())])
    if "@" not in everything and not _ADDRESS_WITH_PERSON.search(everything):
        return
    for loc, value, _ in entry.at("url"):
        if found := _ADDRESS_WITH_PERSON.search(value) or EMAIL.search(value):
            yield entry.problem("personal-address", loc, value=found[0])


def _texts(data: Any) -> list[tuple[Loc, str]]:
    found: list[tuple[Loc, str]] = []
    _gather(data, (), found)
    return found


def _gather(data: Any, loc: Loc, found: list[tuple[Loc, str]]) -> None:
    if isinstance(data, str):
        found.append((loc, data))
    elif isinstance(data, dict):
        for key, value in data.items():
            _gather(value, (*loc, key), found)
    elif isinstance(data, list):
        for index, value in enumerate(data):
            _gather(value, (*loc, index), found)
