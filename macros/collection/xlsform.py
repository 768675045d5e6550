"""The questionnaire as an XLSForm, for KoboToolbox and ODK. https://xlsform.org

Nothing is asked or recorded that could identify who answers or who interviews: no user name, no
device, no position, no times.
"""

from __future__ import annotations

import re
from typing import Any

from ..model.questionnaire import Asked, Condition
from ..text import LANGUAGES, Localised, pick
from ..words import phrase
from .form import Choice, Form
from .prefill import OnFile
from .sheets import Written, workbook

TYPES = {
    "note": "note", "short": "text", "text": "text", "lines": "text", "number": "integer",
    "year": "text", "date": "date", "website": "text", "email": "text", "phone": "text",
}  # fmt: skip
CONSTRAINTS = {
    "year": "regex(., '^(1[89]|20)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$')",
    "number": ". >= 0",
    "website": "regex(., '^https?://[^ ]+$')",
    "email": "regex(., '^[^@ ]+@[^@ ]+[.][^@ ]+$')",
    "phone": "regex(., '^[+]?[0-9 ()/-]{3,24}$')",
}
BY_COUNTRY = ("regions", "areas", "authorities", "organisations", "legislation")
LONG_LISTS = ("authorities", "organisations", "legislation")
COLUMNS = [
    "type", "name", *(f"label::{{{lang}}}" for lang in LANGUAGES),
    *(f"hint::{{{lang}}}" for lang in LANGUAGES), "required", "relevant", "choice_filter",
    "constraint", *(f"constraint_message::{{{lang}}}" for lang in LANGUAGES), "appearance",
    "default",
]  # fmt: skip
Row = dict[str, Any]


def xlsform(form: Form, lang: str, on_file: OnFile | None = None) -> bytes:
    """The XLSX file of the form, in all languages, opening in one; pre-filled where asked."""
    rows = _survey(form, on_file)
    settings = {
        "form_title": pick(form.entry.record.titles, lang),
        "form_id": f"dalil_{form.entry.key.replace('-', '_')}",
        "version": form.entry.record.version,
        "default_language": _language(lang),
        "style": "pages",
        "allow_choice_duplicates": "no",
    }
    used = [column for column in COLUMNS if any(row.get(column) for row in rows)]
    lists = _lists(form)
    head = ["list_name", "name", *(f"label::{{{code}}}" for code in LANGUAGES), "country", "kind"]
    rtl = LANGUAGES[lang].dir == "rtl"
    return workbook([
        Written("survey", [_heads(used), *([row.get(it, "") for it in used] for row in rows)], rtl),
        Written("choices", [_heads(head), *lists], rtl),
        Written("settings", [list(settings), list(settings.values())], rtl),
    ])  # fmt: skip


def _language(lang: str) -> str:
    return f"{LANGUAGES[lang].name} ({lang})"


def _heads(columns: list[str]) -> list[str]:
    """`label::{ar}` as XLSForm names it: with the language's own name and its code."""
    return [re.sub(r"\{(\w+)\}", lambda found: _language(found[1]), column) for column in columns]


def _survey(form: Form, on_file: OnFile | None) -> list[Row]:
    record = form.entry.record
    rows: list[Row] = [_note("introduction", record.introduction)]
    rows += [_note(f"ethics_{n}", text) for n, text in enumerate(record.ethics, 1)]
    section, group = "", ""
    for it in form.questions:
        if group and (it.group is None or it.group.id != group):
            rows.append(_end(form, group))
            group = ""
        if it.section.id != section:
            rows += [{"type": "end_group"}] if section else []
            rows += _section(it, form)
            section = it.section.id
        rows += _question(it, form, on_file)
        if it.item.type in ("group", "repeat"):
            group = it.item.id
    return [*rows, *([_end(form, group)] if group else []), {"type": "end_group"}]


def _section(it: Asked, form: Form) -> list[Row]:
    section = it.section
    rows = [
        {
            "type": "begin_group",
            "name": f"section_{section.id}",
            "relevant": _relevant(section.ask_if, form),
            "appearance": "field-list",
            **_texts("label", section.title),
        }
    ]
    return rows + ([_note(f"about_{section.id}", section.text)] if section.text else [])


def _end(form: Form, group: str) -> Row:
    return {"type": f"end_{form.by_id()[group].item.type}"}


def _question(it: Asked, form: Form, on_file: OnFile | None) -> list[Row]:
    item = it.item
    row: Row = {
        "type": _type(it),
        "name": item.id,
        **_texts("label", item.text),
        **_texts("hint", item.hint),
        "required": "yes" if item.required else "",
        "relevant": _relevant(item.ask_if, form),
        "choice_filter": _filter(it),
        "appearance": _appearance(it),
    }
    if item.type in CONSTRAINTS:
        row["constraint"] = CONSTRAINTS[item.type]
        row |= _texts("constraint_message", phrase("collection", f"bad_{item.type}"))
    rows = [row]
    if item.type == "statement":
        rows.append(_evidence(item.id))
    if on_file:
        row["default"] = on_file.default(it)
        known = on_file.said(it)
        rows = [*([_note(f"known_{item.id}", known)] if known else []), *rows]
    return rows


def _evidence(statement: str) -> Row:
    return {
        "type": "text",
        "name": f"{statement}_evidence",
        "relevant": f"${{{statement}}} = 'yes' or ${{{statement}}} = 'partly'",
        "appearance": "multiline",
        **_texts("label", phrase("collection", "evidence")),
    }


def _type(it: Asked) -> str:
    if it.item.type in ("group", "repeat"):
        return f"begin_{it.item.type}"
    if it.item.type in ("one", "yes-no", "statement"):
        return f"select_one {list_name(it)}"
    if it.item.type == "many":
        return f"select_multiple {list_name(it)}"
    return TYPES[it.item.type]


def list_name(it: Asked) -> str:
    """The name of the list that a question chooses from."""
    item = it.item
    if item.type == "yes-no":
        return "yes_no"
    if item.type == "statement":
        return "answers"
    if item.options or (item.only and item.choices != "authorities"):
        return item.id
    return str(item.choices).replace("-", "_")


def _lists(form: Form) -> list[list[Any]]:
    rows: dict[tuple[str, str], list[Any]] = {}
    for it in form.questions:
        whole = it.item if it.item.choices != "authorities" else _all_of(it)
        for choice in form.choices(whole):
            labels = [pick(choice.label, lang) for lang in LANGUAGES]
            name = list_name(it)
            row = [name, choice.key, *labels, choice.country, choice.kind]
            rows.setdefault((name, choice.key), row)
    return sorted(rows.values(), key=lambda row: row[0])


def _all_of(it: Asked) -> Any:
    return it.item.model_copy(update={"only": None})


def _filter(it: Asked) -> str:
    if it.item.choices not in BY_COUNTRY:
        return ""
    wanted = " or ".join(f"kind='{kind}'" for kind in it.item.only or ())
    return f"country=${{country}} and ({wanted})" if wanted else "country=${country}"


def _appearance(it: Asked) -> str:
    if it.item.type in ("text", "lines"):
        return "multiline"
    if it.item.choices in LONG_LISTS:
        return "minimal autocomplete"
    return ""


def _relevant(rule: Condition | None, form: Form) -> str:
    if rule is None:
        return ""
    if form.by_id()[rule.question].item.type == "many":
        return " or ".join(f"selected(${{{rule.question}}}, '{it}')" for it in rule.answers)
    return " or ".join(f"${{{rule.question}}} = '{it}'" for it in rule.answers)


def _note(name: str, text: Localised) -> Row:
    return {"type": "note", "name": name, **_texts("label", text)}


def _texts(column: str, text: Localised | None) -> Row:
    """A text in every language's column; `$` and `{` would mean an answer, so they are parted."""
    if not text:
        return {}
    return {f"{column}::{{{lang}}}": pick(text, lang).replace("${", "$ {") for lang in LANGUAGES}


__all__ = ["Choice", "list_name", "xlsform"]
