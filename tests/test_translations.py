"""How many texts exist in which state, by kind of record and language."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros.checks import check
from macros.model import OWN_KINDS
from macros.publication import publish
from macros.register import load
from macros.text import LANGUAGES
from macros.translations import TextCounts, fingerprint_of

from .conftest import ROOT

RECORD = "organisations/xa/counted.yml"
TEXT = """\
names: {en: Counted, ar: معدود, fr: Compté}
status:
  - {value: active, source: s1}
themes: [victim-support]
activities:
  - {en: keeps a shelter}
  - {en: trains lawyers}
  - {en: writes letters}
  - {en: gives advice}
sources:
  s1: {kind: website, title: Own page, supports: [activities]}
  s2: {kind: report, title: Another page, supports: [themes]}
collection: {stage: documented, last_verified: 2025-12-01}
"""
TRANSLATION = """\
state: translated
date: 2025-12-01
texts:
  activities.0: {{from: "{shelter}", text: tient un abri}}
  activities.1: {{from: "{lawyers}", text: forme des avocats, state: reviewed}}
  activities.2: {{from: "00000000", text: écrit}}
"""


def _counts(home: Path) -> TextCounts:
    register = load(str(home))
    return publish(register, check(register)).texts


def test_texts_are_counted_by_kind_language_and_state(
    home: Path, write: Callable[[str, str], Path]
) -> None:
    before = _counts(home)["organisations"]
    shelter, lawyers = (fingerprint_of({"en": it}) for it in ("keeps a shelter", "trains lawyers"))
    write(RECORD, TEXT)
    write(f"translations/fr/{RECORD}", TRANSLATION.format(shelter=shelter, lawyers=lawyers))
    after = _counts(home)["organisations"]
    assert after["fr"] - before["fr"] == dict.fromkeys(
        ("own", "translated", "reviewed", "outdated", "missing"), 1
    )
    assert after["en"] - before["en"] == {"own": 5}
    assert after["ar"] - before["ar"] == {"own": 1, "missing": 4}


def test_texts_of_withheld_organisations_are_not_counted(
    home: Path, write: Callable[[str, str], Path]
) -> None:
    before = _counts(home)
    write(RECORD, f"{TEXT}publication: {{consent: withheld}}\n")
    assert _counts(home) == before


def test_every_kind_of_the_shipped_register_is_counted_and_nothing_is_missing() -> None:
    register = load(str(ROOT))
    found = publish(register, []).texts
    assert set(found) == {kind for kind in OWN_KINDS if register.kinds[kind]}
    for by_lang in found.values():
        assert set(by_lang) == set(LANGUAGES)
        assert len({counted.total() for counted in by_lang.values()}) == 1
        assert all(not it["missing"] and not it["outdated"] for it in by_lang.values())
