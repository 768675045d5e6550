"""An action plan on paper, as it is discussed with organisations and brought to the prosecution."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import ActionPlan
from ..pages.views.links import View
from ..pages.views.plan import plan as plan_view
from ..publication import PublicRegister
from ..register import Entry
from ..tables import Tables
from .frame import volume
from .model import Block, Document, Facts, Heading, Items, Paragraph, Run, Table, Words
from .proposals import grounds
from .timeline import timeline
from .writing import Writing, dotted, in_lines, item, place_of, spaced, text


def keys(public: PublicRegister) -> Iterable[str]:
    """Every action plan."""
    return sorted(public.action_plans)


def action_plan(writing: Writing, tables: Tables, key: str) -> Document:
    """The plan in the language of `writing`, with its drafts, comments and decisions."""
    context = writing.context
    entry = context.public.action_plans[key]
    view, made = shown(writing, entry), _Plan(writing, place_of(entry))
    blocks = [
        _title(context.words["actions"]),
        *glance(writing, entry, view, grounded=False),
        *made.objectives(view),
        *made.drafts(view),
        *made.comments(view),
        *made.events(view),
    ]
    entries = [it for it in context.public.entries() if entry.country in ("", it.country)]
    stage = context.term("draft-stages", entry.record.drafts[-1].stage)
    subtitle = f"{writing.say('action-plan_subtitle')} · {view['drafts'][-1]['name']} · {stage}"
    name = f"action-plan-{key}"
    return volume(writing, "action-plan", name, text(view["title"]), subtitle, entries, blocks)


def shown(writing: Writing, entry: Entry[ActionPlan]) -> View:
    """What the plan's page prints, its sources made ready to be cited."""
    return writing.view(place_of(entry), plan_view(entry, writing.context))


def glance(writing: Writing, entry: Entry[ActionPlan], view: View, grounded: bool) -> list[Block]:
    """What it is, and every action with its months, indicators and decisions, drawn and in a table.

    With `grounded` no drawing, but what each rests on, where the actions do not follow one by one.
    """
    phrases = writing.context.words
    notice = (Run(phrases["plan_notice"]),)
    rows = tuple(
        _action_row(writing, place_of(entry), it, grounded)
        for objective in view["objectives"]
        for it in objective["actions"]
    )
    names = ("action", *(("rests_on",) if grounded else ()), "months", "indicators", "decisions")
    widths = (25, 28, 9, 22, 16) if grounded else (32, 10, 30, 28)
    return [
        *([] if view["is_approved"] else [Paragraph(notice, "notice")]),
        Paragraph(text(view["summary"])),
        *([] if grounded else timeline(writing, view)),
        Table("", tuple(phrases[it] for it in names), rows, widths, phrases["timeline_note"]),
    ]


def _action_row(writing: Writing, key: str, it: View, grounded: bool) -> tuple[Words, ...]:
    named = in_lines([text(it["title"], strong=True), (Run(it["pillar"], quiet=True),)])
    rests = in_lines(grounds(writing, it["rests_on"], noted=False))
    return (
        named,
        *((rests,) if grounded else ()),
        (Run(it["months"]),),
        in_lines([_measured(writing, key, one) for one in it["indicators"]]),
        in_lines([_decision(writing, key, one) for one in it["approvals"]]),
    )


def _measured(writing: Writing, key: str, it: View) -> Words:
    """An indicator from its baseline to its target, and what was measured."""
    phrases = writing.context.words
    way = dotted(
        f"{phrases['baseline']}{phrases['colon']}{it['baseline'] or phrases['to_be_measured']}",
        f"{phrases['target']}{phrases['colon']}{it['target']}",
        f"{phrases['actual']}{phrases['colon']}{it['actual'] or phrases['not_measured']}",
    )
    name = (*text(it["name"]), Run(phrases["colon"].rstrip()))
    return spaced(name, way) + writing.refs(key, it["refs"])


def _decision(writing: Writing, key: str, it: View) -> Words:
    decided = dotted((Run(it["label"], strong=True),), it["when"], text(it["note"], quiet=True))
    refs = writing.refs(key, it["refs"])
    return (*item(it["authority"]), Run(writing.context.words["colon"]), *decided, *refs)


def _title(title: str, level: int = 1) -> Heading:
    return Heading((Run(title),), level)


class _Plan:
    """The sections of one plan from its view."""

    def __init__(self, writing: Writing, key: str) -> None:
        self.writing, self.key, self.words = writing, key, writing.context.words

    def objectives(self, view: View) -> list[Block]:
        """Every action under its objective."""
        blocks: list[Block] = []
        for objective in view["objectives"]:
            if objective["actions"]:
                blocks.append(Heading(text(objective["title"])))
            for it in objective["actions"]:
                blocks += [Heading(text(it["title"]), 2), Paragraph(text(it["summary"]))]
                blocks.append(Facts(self._facts(it)))
        return blocks

    def _facts(self, it: View) -> tuple[tuple[str, Words], ...]:
        words, items = self.words, self.writing.items
        steps = [
            self.writing.labelled(step["month"], text(step["title"])) for step in it["milestones"]
        ]
        rows = [
            (words["rests_on"], in_lines(grounds(self.writing, it["rests_on"]))),
            (words["pillar"], (Run(it["pillar"]),)),
            (words["months"], dotted((Run(it["months"]),), it["status"])),
            (words["responsible"], items(it["responsible"])),
            (words["action_bodies"], items(it["bodies"])),
            (words["action_partners"], items(it["partners"])),
            (words["modules"], items(it["modules"])),
            (words["milestones"], in_lines(steps)),
            (words["indicators"], in_lines([self._indicator(one) for one in it["indicators"]])),
            (words["resources"], items(it["resources"])),
            (
                words["decisions"],
                in_lines([_decision(self.writing, self.key, one) for one in it["approvals"]]),
            ),
        ]
        return tuple((label, value) for label, value in rows if value)

    def _indicator(self, it: View) -> Words:
        unit = (Run("("), *text(it["unit"]), Run(")"))
        read = self.writing.labelled(self.words["verification"], text(it["verification"]))
        return spaced(_measured(self.writing, self.key, it), unit, read)

    def drafts(self, view: View) -> list[Block]:
        """The drafts, and the actions that differ between them side by side."""
        lines = tuple(
            dotted((Run(it["name"], strong=True),), it["stage"], it["when"], text(it["note"]))
            for it in view["drafts"]
        )
        blocks: list[Block] = [_title(self.words["drafts"]), Items(lines)]
        heads, rows = view["comparison"]["heads"], view["comparison"]["rows"]
        if not rows:
            note = Paragraph((Run(self.words["comparison_one"]),), "note")
            return [*blocks, note]
        stands = tuple(tuple(self._stand(it) for it in row) for row in rows)
        table = Table("", tuple(heads), stands, (1,) * len(heads))
        return [*blocks, _title(self.words["comparison"], 2), table]

    def _stand(self, it: View | None) -> Words:
        if it is None:
            return (Run(self.words["not_in_draft"], quiet=True),)
        months = self.writing.labelled(self.words["months"], (Run(it["months"]),))
        return in_lines([text(it["title"], strong=True), text(it["summary"]), months])

    def comments(self, view: View) -> list[Block]:
        """Every comment with its answer and what was changed."""
        title = _title(self.words["comments"])
        if not view["comments"]:
            return [title, Paragraph((Run(self.words["no_comments"]),), "note")]
        head = (self.words["comment"], self.words["answer"], self.words["change"])
        rows = tuple(
            (self._comment(it), text(it["answer"]), text(it["change"])) for it in view["comments"]
        )
        return [title, Table("", head, rows, (46, 27, 27))]

    def _comment(self, it: View) -> Words:
        about = item(it["about"]) if it["about"] else (Run(self.words["whole_plan"]),)
        where = item(it["event"]) if it["event"] else ()
        lead = dotted(it["draft"], about, text(it["author"]), where)
        return in_lines([tuple(Run(run.text, run.lang, quiet=True) for run in lead),
                         text(it["comment"])])  # fmt: skip

    def events(self, view: View) -> list[Block]:
        """The events at which it is discussed."""
        lines = tuple(item(it) for it in view["plan_events"])
        return [_title(self.words["plan_events"]), Items(lines)] if lines else []
