"""Whatever file a filled form comes back in, every answer is in the record and on its page."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from macros.changes import write_all
from macros.checks import check
from macros.collection.form import Form
from macros.collection.reading import Reading, read_answers
from macros.model import values_at
from macros.model.questionnaire import Asked
from macros.pages.record_pages import pages
from macros.publication import publish
from macros.register import Register, load

from . import exports

KEY = "xa-spring-house"


def kobo_codes(form: Form, tmp_path: Path) -> Path:
    return exports.save(tmp_path / "kobo.xlsx", exports.kobo(form, [exports.filled(form)]))


def kobo_split(form: Form, tmp_path: Path) -> Path:
    sheets = exports.kobo(form, [exports.filled(form)], split=True)
    return exports.save(tmp_path / "split.xlsx", sheets)


def odk_archive(form: Form, tmp_path: Path) -> Path:
    return exports.save_zip(tmp_path / "odk.zip", exports.odk(form, [exports.filled(form)]))


def labels_in(lang: str) -> Callable[[Form, Path], Path]:
    def made(form: Form, tmp_path: Path) -> Path:
        sheets = exports.kobo(form, [exports.filled(form)], lang=lang)
        return exports.save(tmp_path / f"labels-{lang}.xlsx", sheets)

    return made


def own_sheet_in(lang: str) -> Callable[[Form, Path], Path]:
    def made(form: Form, tmp_path: Path) -> Path:
        return exports.sheet(form, exports.filled(form), tmp_path / f"own-{lang}.xlsx", lang)

    return made


FILES = {
    "kobo with codes": kobo_codes,
    "kobo with split choices": kobo_split,
    "odk archive": odk_archive,
    "kobo with english labels": labels_in("en"),
    "kobo with arabic labels": labels_in("ar"),
    "kobo with french labels": labels_in("fr"),
    "own sheet in english": own_sheet_in("en"),
    "own sheet in arabic": own_sheet_in("ar"),
    "own sheet in french": own_sheet_in("fr"),
}


@pytest.fixture(params=FILES, ids=list(FILES))
def reading(
    request: pytest.FixtureRequest, form: Form, register_asked: Register, tmp_path: Path
) -> Reading:
    return read_answers(register_asked, [FILES[request.param](form, tmp_path)])


def written(reading: Reading, home: Path) -> Register:
    assert not reading.trees.errors()
    write_all(str(home), reading.trees.texts())
    return load(str(home))


def answered(form: Form) -> Iterator[tuple[Asked, Any]]:
    """Every question with every answer that was given to it."""
    answers, by_id = exports.filled(form), form.by_id()
    for name, answer in answers.items():
        if isinstance(answer, list) and answer and isinstance(answer[0], dict):
            for item in answer:
                yield from ((by_id[inner], each) for inner, each in item.items())
        elif name in by_id:
            yield by_id[name], answer


def held(it: Asked, data: dict[str, Any]) -> list[Any]:
    """What a record holds where a question fills it, without regard to how it got there."""
    way = it.fills
    if not it.group and isinstance(data.get(str(way[0])), list) and len(way) == 2:
        way = (way[0], "*", way[1])
    return [value for _, value in values_at(data, way)]


def flat(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from flat(each)
    elif isinstance(value, list):
        for each in value:
            yield from flat(each)
    else:
        yield str(value).lower()


def test_every_answer_is_in_the_record(reading: Reading, form: Form, asking: Path) -> None:
    data = written(reading, asking).organisations[KEY].data
    source = next(iter(data["sources"].values()))
    missing = []
    for it, answer in answered(form):
        if it.item.type == "statement" or it.fills[0] in (
            "key",
            "country",
            "language",
            "agreement",
        ):
            continue
        found = source if it.fills[0] == "source" else data
        held_ = [source[str(it.fills[1])]] if found is source else held(it, data)
        said = {text for value in held_ for text in flat(value)}
        wanted = answer if isinstance(answer, list) else str(answer).split("\n")
        names = {"yes": "true", "no": "false"} if it.item.type == "yes-no" else {}
        if not all(names.get(str(each), str(each)).lower() in said for each in wanted):
            missing.append((it.item.id, answer, held_))
    assert missing == []


def test_every_statement_keeps_its_answer_and_evidence(
    reading: Reading, form: Form, asking: Path
) -> None:
    data = written(reading, asking).organisations[KEY].data
    given = {it["statement"]: it for it in data["assessments"][0]["answers"]}
    answers = exports.filled(form)
    statements = [it.item.id for it in form.questions if it.item.type == "statement"]
    assert set(given) == set(statements) and len(statements) >= 28
    for name in statements:
        assert given[name]["value"] == answers[name]
        assert given[name]["evidence"] == {"en": answers[f"{name}_evidence"]}


def test_every_cell_is_used_or_left_out_on_purpose(reading: Reading) -> None:
    assert [(it.cell.place, it.reason, it.detail) for it in reading.ledger.of("unusable")] == []
    assert {it.reason for it in reading.ledger.of("left-out")} <= {"metadata", "other-sheet"}


def test_answers_are_on_the_page(reading: Reading, form: Form, asking: Path) -> None:
    register = written(reading, asking)
    public = publish(register, check(register))
    page = next(it for it in pages(public, "en") if it.key == KEY)
    body = html.unescape(re.sub(r"<[^>]+>", " ", page.body))
    for it, answer in answered(form):
        if it.item.type in ("text", "lines", "statement") and it.fills[:1] != ("participation",):
            label = {c.key: c.label["en"] for c in form.choices(it.item)}.get(str(answer), answer)
            for part in str(label).split("\n"):
                assert part in body, it.item.id


def test_readiness_to_take_part_is_kept_and_not_published(reading: Reading, asking: Path) -> None:
    register = written(reading, asking)
    assert register.organisations[KEY].record.participation
    assert publish(register, check(register)).organisations[KEY].record.participation is None


def test_same_file_again_changes_nothing(
    reading: Reading, form: Form, asking: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    register = written(reading, asking)
    answers = exports.filled(form) | {"record": KEY}
    path = exports.save(tmp_path / "again.xlsx", exports.kobo(form, [answers]))
    again = read_answers(register, [path])
    assert write_all(str(asking), again.trees.texts()) == []
    assert {change.result for update in again.updates for change in update.changes} == {"confirmed"}
