from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import polib
import pytest
from typer.testing import CliRunner

from macros.checks import check
from macros.interchange import exported, imported, written
from macros.publication import publish
from macros.register import Register, load
from macros.translations import fingerprint_of
from scripts.dalil import app

from .conftest import ROOT

RECORD = "organisations/xa/only-english.yml"
KEY = "organisations/xa-only-english"
TEXT = """\
names: {en: Only English}
status:
  - {value: active, source: s1}
themes: [victim-support]
activities:
  - {en: runs a "night" shelter}
  - {en: trains lawyers}
sources:
  s1: {kind: website, title: Own page, supports: [activities]}
collection: {stage: documented, last_verified: 2025-12-01}
"""


@pytest.fixture
def english(home: Path, write: Callable[[str, str], Path]) -> Path:
    write(RECORD, TEXT)
    return home


def _po(register: Register, lang: str = "fr", everything: bool = False) -> polib.POFile:
    return polib.pofile(exported(register, lang, everything=everything).decode())


def _translated(register: Register, **texts: str) -> bytes:
    po = _po(register)
    for entry in po:
        at = entry.msgctxt.split("#")[1]
        if entry.msgctxt.startswith(KEY) and at in texts:
            entry.msgstr = texts[at]
    return str(po).encode()


def test_file_is_read_by_an_independent_parser(english: Path) -> None:
    po = _po(load(str(english)))
    found = {entry.msgctxt: entry.msgid for entry in po}
    assert found[f"{KEY}#activities.0"] == 'runs a "night" shelter'
    assert po.metadata["Language"] == "fr"


def test_translator_sees_the_record_and_where_it_is(english: Path) -> None:
    entry = next(e for e in _po(load(str(english))) if e.msgctxt == f"{KEY}#activities.0")
    assert "Only English" in entry.comment
    assert entry.occurrences[0][0] == f"data/{RECORD}"


def test_same_register_makes_the_same_file(english: Path) -> None:
    register = load(str(english))
    assert exported(register, "ar") == exported(register, "ar")


def test_texts_come_back_without_loss(english: Path) -> None:
    texts = {
        "activities.0": "gère un abri « de nuit » : 24\u202fh",
        "activities.1": "forme des avocats",
    }
    register = load(str(english))
    found = imported(register, "fr", _translated(register, **texts))
    written(register, "fr", found, "translated", "2026-01-15")
    after = load(str(english))
    public = publish(after, check(after)).organisations["xa-only-english"]
    assert [it["fr"] for it in public.record.activities or ()] == list(texts.values())
    again = imported(after, "fr", exported(after, "fr", everything=True))
    assert written(after, "fr", again, "translated", "2026-01-15") == []


def test_translated_text_is_not_asked_for_again(english: Path) -> None:
    register = load(str(english))
    found = imported(register, "fr", _translated(register, **{"activities.0": "gère un abri"}))
    written(register, "fr", found, "translated", "2026-01-15")
    contexts = {entry.msgctxt for entry in _po(load(str(english)))}
    assert f"{KEY}#activities.0" not in contexts
    assert f"{KEY}#activities.1" in contexts


def test_changed_original_makes_the_translation_fuzzy(english: Path) -> None:
    register = load(str(english))
    found = imported(register, "fr", _translated(register, **{"activities.0": "gère un abri"}))
    written(register, "fr", found, "translated", "2026-01-15")
    (english / "data" / RECORD).write_text(TEXT.replace('runs a "night"', "closed its"))
    entry = next(e for e in _po(load(str(english))) if e.msgctxt == f"{KEY}#activities.0")
    assert entry.fuzzy
    assert entry.msgstr == "gère un abri"


def test_changed_original_is_not_translated_by_an_older_file(english: Path) -> None:
    register = load(str(english))
    content = _translated(register, **{"activities.0": "gère un abri"})
    (english / "data" / RECORD).write_text(TEXT.replace('runs a "night"', "closed its"))
    found = imported(load(str(english)), "fr", content)
    assert found.changed == [f"{KEY}#activities.0"]
    assert KEY not in found.texts


def test_outdated_translation_is_warned_of_and_not_shown(english: Path) -> None:
    register = load(str(english))
    found = imported(register, "fr", _translated(register, **{"activities.0": "gère un abri"}))
    written(register, "fr", found, "translated", "2026-01-15")
    (english / "data" / RECORD).write_text(TEXT.replace('runs a "night"', "closed its"))
    after = load(str(english))
    problems = check(after)
    assert [p.code for p in problems if "only-english" in p.path and "outdated" in p.code]
    record = publish(after, problems).organisations["xa-only-english"].record
    assert "fr" not in (record.activities or [])[0]


def test_review_marks_the_texts_and_keeps_the_others(english: Path) -> None:
    register = load(str(english))
    both = {"activities.0": "gère un abri", "activities.1": "forme des avocats"}
    written(
        register,
        "fr",
        imported(register, "fr", _translated(register, **both)),
        "translated",
        "2025",
    )
    register = load(str(english))
    po = _po(register, everything=True)
    for entry in [e for e in po if e.msgctxt != f"{KEY}#activities.0"]:
        po.remove(entry)
    found = imported(register, "fr", str(po).encode())
    written(register, "fr", found, "reviewed", "2026-01-15")
    texts = load(str(english)).translations[f"fr/{KEY}"].record.texts
    assert (texts["activities.0"].state, texts["activities.0"].date) == ("reviewed", "2026-01-15")
    assert texts["activities.1"].state is None


def test_unknown_place_is_told_and_not_written(english: Path) -> None:
    register = load(str(english))
    content = _translated(register, **{"activities.0": "x"}).replace(b"only-english#", b"no-such#")
    found = imported(register, "fr", content)
    assert f"{KEY.replace('only-english', 'no-such')}#activities.0" in found.unknown
    assert found.texts == {}


@pytest.mark.parametrize("content", [b"\xff\xfe", b"msgid", b"%PDF-1.4", b'msgid "a"\nmsgstr'])
def test_file_that_is_no_po_file_is_refused(english: Path, content: bytes) -> None:
    with pytest.raises(ValueError):
        imported(load(str(english)), "fr", content)


def test_file_for_another_language_is_refused(english: Path) -> None:
    register = load(str(english))
    with pytest.raises(ValueError, match="fr"):
        imported(register, "ar", exported(register, "fr"))


def test_failure_half_way_changes_no_file(
    english: Path, write: Callable[[str, str], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    write("organisations/xa/also-only-english.yml", TEXT.replace("Only", "Also only"))
    register = load(str(english))
    po = _po(register)
    for entry in po:
        entry.msgstr = f"texte {entry.msgctxt}"
    found = imported(register, "fr", str(po).encode())
    assert len(found.texts) > 1
    real, calls = open, []

    def failing(path, *args, **kwargs):  # type: ignore[no-untyped-def]
        calls.append(path)
        if str(path).endswith(".part") and len([c for c in calls if str(c).endswith(".part")]) > 1:
            raise OSError("disk full")
        return real(path, *args, **kwargs)

    before = _snapshot(english)
    monkeypatch.setattr("builtins.open", failing)
    with pytest.raises(OSError):
        written(register, "fr", found, "translated", "2026-01-15")
    monkeypatch.undo()
    assert _snapshot(english) == before


def _snapshot(home: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(home)): path.read_bytes() for path in (home / "data").rglob("*.yml")
    }


def test_fingerprint_ignores_how_lines_are_broken() -> None:
    assert fingerprint_of({"en": "two  words"}) == fingerprint_of({"en": "two\nwords"})


def test_commands_export_and_import(english: Path, tmp_path: Path) -> None:
    out = tmp_path / "texts.po"
    run = CliRunner().invoke
    done = run(app, ["translate", "export", str(out), "--lang", "fr", "--root", str(english)])
    assert done.exit_code == 0, done.output
    po = polib.pofile(str(out))
    for entry in po:
        entry.msgstr = "traduit"
    po.save()
    done = run(app, ["translate", "import", str(out), "--lang", "fr", "--root", str(english)])
    assert done.exit_code == 0, done.output
    assert os.path.exists(english / "data/translations/fr" / RECORD)
    done = run(app, ["translate", "import", "none.po", "--lang", "fr", "--root", str(english)])
    assert done.exit_code == 2


def test_glossary_stands_beside_the_text_it_is_for(home: Path, write: Callable[..., Path]) -> None:
    write(RECORD, TEXT.replace("trains lawyers", "writes complaints"))
    write(RECORD.replace("xa", "xb"), TEXT.replace("trains lawyers", "writes complaints"))
    po = polib.pofile(exported(load(str(home)), "ar").decode())
    comments = {entry.msgctxt: entry.comment for entry in po}
    assert "complaint = شكوى" in comments[f"{KEY}#activities.1"]
    assert "complaint = شكاية" in comments[f"{KEY.replace('xa', 'xb')}#activities.1"]
    assert "=" not in comments[f"{KEY}#activities.0"]


def test_glossary_is_a_file_for_the_same_tools(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "glossary.po"
    done = CliRunner().invoke(
        app, ["translate", "glossary", str(out), "--lang", "ar", "--root", str(home)]
    )
    assert done.exit_code == 0, done.output
    (term,) = polib.pofile(str(out))
    assert (term.msgid, term.msgstr) == ("complaint", "شكوى")
    for said in ("بلاغ إلى النيابة العامة.", "شكاية", "تظلم"):
        assert said in term.comment


def test_fingerprint_of_digits_alone_is_read_back(english: Path) -> None:
    text = next(
        text for n in range(10**6) if fingerprint_of({"en": (text := f"text {n}")}).isdigit()
    )
    (english / "data" / RECORD).write_text(TEXT.replace("trains lawyers", text), encoding="utf-8")
    register = load(str(english))
    found = imported(register, "fr", _translated(register, **{"activities.1": "texte"}))
    assert len(written(register, "fr", found, "translated", "2026-01-15")) == 1
    assert [p.code for p in check(load(str(english))) if "translation" in p.code] == []


@pytest.mark.parametrize("lang", ["ar", "fr", "en"])
def test_shipped_register_goes_through_another_parser_and_comes_back_unchanged(lang: str) -> None:
    register = load(str(ROOT))
    po = polib.pofile(exported(register, lang, everything=True).decode())
    translated = [entry for entry in register.translations if entry.startswith(f"{lang}/")]
    kinds = {entry.msgctxt.split("/")[0] for entry in po}
    assert kinds == {key.split("/")[1] for key in translated}
    found = imported(register, lang, str(po).encode())
    assert (found.untranslated, found.changed, found.unknown) == (0, [], [])
    assert written(register, lang, found, "translated", "2026-01-15") == []
