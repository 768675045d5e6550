"""Translations to translators' own tools (Poedit, Weblate) and back, as gettext PO files.

A message is a text of a record: its context says which (`organisations/eg-adew#activities.0`), its
original is the message's id. https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import datetime
import io
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from .layout import pair
from .model import OWN_KINDS
from .model.translation import Translation
from .records import parse
from .register import Entry, Register
from .terminology import GLOSSARY, about, beside, terms
from .text import DEFAULT, original, pick
from .translations import REVIEWED, fingerprint_of, key_of, lacking

SEPARATOR = "#"


@dataclass(slots=True)
class Imported:
    """What an interchange file brought: texts by record, and messages that were left out."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    """By the record's `<kind>/<key>`: translations by their place in it."""
    untranslated: int = 0
    changed: list[str] = field(default_factory=list)
    """Contexts of messages whose original is no longer what the record says."""
    unknown: list[str] = field(default_factory=list)
    """Contexts that lead to no text of the register that needs this language."""


def exported(register: Register, lang: str, country: str = "", everything: bool = False) -> bytes:
    """A PO file of the texts that lack a current translation, or of all that are translated here.

    Outdated translations are in it as fuzzy messages, so that translators see what there was.
    """
    catalog = _catalog(register, lang)
    for entry in _translatable(register, country):
        for at, text in lacking(entry, lang):
            known, is_current = _known(register, entry, lang, at, fingerprint_of(text))
            if everything or not is_current:
                source = original(text).text
                hints = beside(register, source, lang, entry.country)
                _add(catalog, entry, at, source, known, is_current, hints)
    return _po(catalog)


def exported_glossary(register: Register, lang: str) -> bytes:
    """The glossary as a PO file, for the glossary or translation memory of a translators' tool."""
    catalog = _catalog(register, lang)
    for key, term in terms(register).items():
        catalog.add(
            pick(term.labels, DEFAULT), pick(term.labels, lang), context=f"{GLOSSARY}/{key}",
            auto_comments=about(register, term, lang),
        )  # fmt: skip
    return _po(catalog)


def _catalog(register: Register, lang: str) -> Catalog:
    return Catalog(
        locale=lang, project="Dalil", version=register.today.isoformat(), charset="utf-8",
        header_comment=f"# Dalil: {lang}", msgid_bugs_address="-", last_translator="-",
        language_team=lang, creation_date=_noon(register), revision_date=_noon(register),
        fuzzy=False,
    )  # fmt: skip


def _po(catalog: Catalog) -> bytes:
    target = io.BytesIO()
    write_po(target, catalog, width=0, sort_output=False)
    return target.getvalue()


def imported(register: Register, lang: str, content: bytes) -> Imported:
    """The usable translations of a PO file.

    Raises:
        ValueError: it is not a PO file, or one for another language.
    """
    try:
        catalog = read_po(io.BytesIO(content), abort_invalid=True)
    except (PoFileError, UnicodeDecodeError, LookupError) as error:
        raise ValueError(f"not a PO file: {error}") from error
    if str(catalog.locale or "") != lang:
        raise ValueError(f"the file is for the language {catalog.locale or '(none)'}, not {lang}")
    wanted = {
        f"{entry.kind}/{entry.key}{SEPARATOR}{at}": text
        for entry in _translatable(register)
        for at, text in lacking(entry, lang)
    }
    found = Imported()
    for message in catalog:
        if message.id:
            _take(found, message, wanted)
    return found


def written(register: Register, lang: str, found: Imported, state: str, date: str) -> list[str]:
    """Write imported texts into the translation files; the paths of the files that changed.

    All new files are made aside first and renamed at the end, so that a failure changes nothing.
    """
    entries = {f"{entry.kind}/{entry.key}": entry for entry in _translatable(register)}
    aside: list[tuple[str, str]] = []
    for record, texts in found.texts.items():
        content = _file(register, entries[record], lang, texts, state, date)
        path = _path(entries[record], lang)
        target = os.path.join(register.root, *path.split("/"))
        if _typed(register, entries[record], lang) != Translation(
            **parse(content.encode(), path).data
        ):
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(f"{target}.part", "w", encoding="utf-8") as file:
                file.write(content)
            aside.append((path, target))
    for _, target in aside:
        os.replace(f"{target}.part", target)
    return [path for path, _ in aside]


def _translatable(register: Register, country: str = "") -> Iterator[Entry[Any]]:
    for kind in OWN_KINDS:
        for entry in register.kinds[kind].values():
            if not country or entry.country == country:
                yield entry


def _known(
    register: Register, entry: Entry[Any], lang: str, at: str, fingerprint: str
) -> tuple[str, bool]:
    """The translation on file, and whether it was made from the present original."""
    file = register.translations.get(key_of(lang, entry))
    text = file.record.texts.get(at) if file else None
    return (text.text, text.original == fingerprint) if text else ("", False)


def _add(
    catalog: Catalog, entry: Entry[Any], at: str, source: str, known: str, is_current: bool,
    hints: Iterable[str],
) -> None:  # fmt: skip
    names = getattr(entry.record, "names", None) or getattr(entry.record, "titles", None) or {}
    context = f"{entry.kind}/{entry.key}{SEPARATOR}{at}"
    flags = {"fuzzy"} if known and not is_current else set()
    comments = [*([" | ".join(names.values())] if names else []), *hints]
    catalog.add(
        source, known, locations=[(entry.path, 1)], flags=flags, auto_comments=comments,
        context=context,
    )  # fmt: skip


def _take(found: Imported, message: Message, wanted: dict[str, Any]) -> None:
    context, text = str(message.context or ""), str(message.string or "").strip()
    record, _, at = context.partition(SEPARATOR)
    if not text or message.fuzzy:
        found.untranslated += 1
    elif context not in wanted:
        found.unknown.append(context)
    elif original(wanted[context]).text.split() != str(message.id).split():
        found.changed.append(context)
    else:
        found.texts.setdefault(record, {})[at] = text


def _file(
    register: Register, entry: Entry[Any], lang: str, new: dict[str, str], state: str, date: str
) -> str:
    """A translation file with the new texts in it; others, and reviewed ones, stay as they are."""
    file = register.translations.get(key_of(lang, entry))
    old = file.record.texts if file else {}
    base = (file.record.state, file.record.date) if file else (state, date)
    lines = [f"state: {base[0]}", f"date: {base[1]}", "texts:"]
    for at, text in lacking(entry, lang):
        kept, fingerprint = old.get(at), fingerprint_of(text)
        own = (kept.state or base[0], kept.date or base[1]) if kept else base
        same = kept and (kept.text, kept.original) == (new.get(at), fingerprint)
        if at in new and not (same and own[0] in (state, REVIEWED)):
            lines += _lines(at, fingerprint, new[at], _own((state, date), base))
        elif kept:
            lines += _lines(at, kept.original, kept.text, _own(own, base))
    return "\n".join(lines) + "\n"


def _own(stand: tuple[str, str], base: tuple[str, str]) -> list[str]:
    fields = zip(("state", "date"), stand, base, strict=True)
    return [f"    {name}: {value}" for name, value, usual in fields if value != usual]


def _lines(at: str, fingerprint: str, text: str, own: list[str]) -> list[str]:
    return [f"  {at}:", pair("from", fingerprint, 4), pair("text", text, 4), *own]


def _path(entry: Entry[Any], lang: str) -> str:
    data, inside = entry.path.split("/", 1)
    return f"{data}/translations/{lang}/{inside}"


def _typed(register: Register, entry: Entry[Any], lang: str) -> Translation | None:
    """What the file says now, however its values are quoted."""
    file = register.translations.get(key_of(lang, entry))
    return file.record if file else None


def _noon(register: Register) -> Any:
    """The register's day as a time, so that one register always makes the same file."""
    return datetime.datetime.combine(register.today, datetime.time(12), datetime.UTC)
