"""What was read, as Markdown for a pull request: records, conflicts, and every cell not used.

Cells are named by their place only: what stands in them may be private.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..layout import one_line
from ..matching import Likeness
from ..model import Organisation
from ..model.fields import shape
from ..plain import in_words
from ..problems import Loc, printable
from ..register import Register
from ..text import join, number
from ..words import words
from .additions import Change
from .ledger import STATES, Ledger, Outcome
from .updates import Update

SHOWN: tuple[str, ...] = ("added", "similar", "changed", "conflict", "confirmed")
_MARKDOWN = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>|#"})


def summary(
    title: str, updates: list[Update], ledger: Ledger, register: Register, lang: str
) -> str:
    """The whole summary in one language; `title` names its phrase."""
    wording = words("summary", lang)
    lines = [f"## {wording[title]}", ""]
    lines += [f"- {line}" for line in _counts(updates, lang)]
    lines += ["", *_cells(ledger, lang)]
    lines += ["", f"### {wording['records']}"] if updates else []
    for update in updates:
        lines += _record(update, register, lang)
    lines += list(_unused(ledger, lang))
    return "\n".join(lines) + "\n"


def _counts(updates: list[Update], lang: str) -> Iterator[str]:
    wording = words("summary", lang)
    taken = [it for it in updates if not it.refused]
    for name, found in (
        ("submissions", updates),
        ("new_records", [it for it in taken if it.is_new]),
        ("changed_records", [it for it in taken if not it.is_new and it.changes]),
        ("refused_records", [it for it in updates if it.refused]),
    ):
        yield wording[name].format(n=number(len(found), lang))


def _cells(ledger: Ledger, lang: str) -> list[str]:
    wording, counts = words("summary", lang), ledger.counts()
    rows = [f"| {wording[f'state_{state}']} | {number(counts[state], lang)} |" for state in STATES]
    total = f"| {wording['total']} | {number(sum(counts.values()), lang)} |"
    head = f"| {wording['cells']} | {wording['number']} |"
    return [head, "| --- | ---: |", *rows, total]


def _record(update: Update, register: Register, lang: str) -> list[str]:
    wording = words("summary", lang)
    place = wording["from_place"].format(place=escaped(update.place))
    name = f"`{update.key}`" if update.key else "—"
    state = f" · {wording['new']}" if update.is_new and not update.refused else ""
    lines = ["", f"#### {name}{state} · {place}", ""]
    if update.refused:
        reason = wording[f"why_{update.refused}"]
        lines.append(f"- {wording['not_taken']}{wording['colon']}{reason}")
    for result in SHOWN:
        found = [change for change in update.changes if change.result == result]
        lines += [f"- {_change(change, register, lang)}" for change in found]
    return lines


def _change(change: Change, register: Register, lang: str) -> str:
    wording = words("summary", lang)
    loc = place_of(change.field)
    value = in_words(change.value, "organisations", loc, register, lang)
    text = f"{wording[change.result]}{wording['colon']}`{change.field}` {escaped(value)}"
    if change.before is not None and change.result in ("conflict", "changed", "similar"):
        at = loc[:1] if change.result == "similar" else loc
        before = in_words(change.before, "organisations", at, register, lang)
        text += f" ({wording['on_file_is'].format(before=escaped(before))})"
    return text


def place_of(field: str) -> Loc:
    """The place of a value of a field in a record: `founded` is a list, so one of its items."""
    head, *rest = field.split(".")
    if not rest and shape(Organisation, head) in ("items", "list", "texts"):
        return (head, 0)
    return (head, *rest)


def _unused(ledger: Ledger, lang: str) -> Iterator[str]:
    wording = words("summary", lang)
    found = [*ledger.of("unusable"), *ledger.of("conflict")]
    if found:
        yield from ("", f"### {wording['unusable_cells']}", "")
        yield f"| {wording['sheet']} | {wording['cell']} | {wording['reason']} |"
        yield "| --- | --- | --- |"
        yield from (_row(it, lang) for it in found)
    left_out = Counter(it.reason for it in ledger.of("left-out"))
    if left_out:
        yield from ("", f"### {wording['left_out_cells']}", "")
        for reason, count in left_out.most_common():
            yield f"- {wording[f'why_{reason}']}{wording['colon']}{number(count, lang)}"


def _row(it: Outcome, lang: str) -> str:
    reason = (
        words("summary", lang).get(f"why_{it.reason}") or words("summary", lang)["why_wrong-form"]
    )
    detail = escaped(it.detail)
    if it.reason == "unknown-choice" and detail:
        detail = words("summary", lang)["nearest"].format(value=detail)
    more = f" ({detail})" if detail else ""
    return f"| {escaped(it.cell.sheet)} | {it.cell.place} | {reason}{more} |"


def escaped(text: str) -> str:
    """Text from a file, so that it can neither format Markdown nor hide anything in a terminal."""
    return printable(" ".join(text.split()), limit=200).translate(_MARKDOWN)


def held_back(pairs: list[Likeness], lang: str) -> str:
    """Rows held back as likely duplicates, as decisions that can be put into the map."""
    wording = words("summary", lang)
    lines = [f"### {wording['duplicates']}", "", wording["duplicates_hint"], "", "```yaml"]
    lines.append("decisions:")
    for pair in pairs:
        row, other = sorted((pair.first.key, pair.second.key), key=lambda key: "!" not in key)
        reasons = [words("duplicates", lang)[reason] for reason in pair.reasons]
        lines.append(f"  {one_line(row)}: {other}  # {join(reasons, lang)}")
    return "\n".join([*lines, "```"])
