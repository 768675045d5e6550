"""An action plan's page: drafts, timeline, actions with grounds and decisions, comments."""

from __future__ import annotations

from ...derived import actions_of
from ...model import ActionPlan
from ...model.plan import Action, Comment, Draft, Indicator
from ...programme.progress import Stand, decided, reached, standing
from ...register import Entry
from .common import Context, Writer, number
from .gantt import gantt
from .grounds import country_of, grounds, link_to, texts
from .links import View, named

SECTIONS = ("drafts", "timeline", "objectives", "comparison", "comments", "plan_events", "sources")


def plan(entry: Entry[ActionPlan], context: Context) -> View:
    """What the template of an action plan prints."""
    record = entry.record
    context = context if entry.country else context.placed()
    writer = Writer(context, entry, record.sources or {})
    stage = record.drafts[-1].stage
    standing_now = [it for _, it in actions_of(entry) if not it.dropped]
    view: View = {
        "is_approved": stage == "approved",
        "states": [{"value": stage, "label": context.term("draft-stages", stage)}],
        "summary": writer.text(record.summary),
        "drafts": [_draft(it, writer) for it in record.drafts],
        "timeline": gantt(standing_now, writer),
        "objectives": [
            {
                "title": writer.text(it.title),
                "actions": [_action(a, writer) for a in it.actions if not a.dropped],
            }
            for it in record.objectives
        ],
        "comparison": _comparison(entry, writer),
        "comments": [_comment(it, entry, writer) for it in record.comments or ()],
        "plan_events": [
            context.links.to["events"][it.key]
            for it in context.links.ordered["events"]
            if it.record.plan == entry.key
        ],
    }
    facts = [
        writer.fact("country", country_of(writer)),
        writer.fact("actions", [{"text": number(len(standing_now), context.lang)}]),
        writer.fact("decisions", _decided(entry, context)),
    ]
    view |= writer.head(named(record.titles, context.lang), facts)
    shown = {"objectives": "actions"}
    view["contents"] = [
        {"id": it, "text": context.words[shown.get(it, it)]} for it in SECTIONS if view[it]
    ]
    return view


def _decided(entry: Entry[ActionPlan], context: Context) -> list[View]:
    colon = context.words["colon"]
    return [
        {"text": f"{context.term('decisions', kind)}{colon}{number(count, context.lang)}"}
        for kind, count in decided(entry).items()
    ]


def _draft(it: Draft, writer: Writer) -> View:
    context = writer.context
    return {
        "name": context.say("draft", number=it.version),
        "stage": context.term("draft-stages", it.stage),
        "when": context.date(it.date),
        "note": writer.text(it.note),
    }


def _action(it: Action, writer: Writer) -> View:
    context = writer.context
    months = (number(it.start, context.lang), number(it.end, context.lang))
    return {
        "id": it.id,
        "title": writer.text(it.title),
        "summary": writer.text(it.summary),
        "pillar": context.term("pillars", it.pillar),
        "status": context.term("action-statuses", it.status),
        "rests_on": grounds(it.rests_on, writer),
        "responsible": texts(it.responsible, writer),
        "bodies": link_to("authorities", it.authorities, context),
        "partners": link_to("organisations", it.partners, context),
        "modules": link_to("modules", it.modules, context),
        "months": context.say("period", **{"from": months[0], "until": months[1]}),
        "milestones": [
            {
                "month": context.say("month_n", number=number(step.month, context.lang)),
                "title": writer.text(step.title),
            }
            for step in it.milestones or ()
        ],
        "indicators": [_indicator(one, writer) for one in it.indicators],
        "resources": texts(it.resources, writer),
        "approvals": [
            {
                "authority": context.links.to["authorities"][one.authority],
                "value": one.decision,
                "label": context.term("decisions", one.decision),
                "when": context.date(one.date),
                "note": writer.text(one.note),
                "refs": writer.cite(one.source),
            }
            for one in it.approvals
        ],
    }


def _indicator(it: Indicator, writer: Writer) -> View:
    context = writer.context
    latest = max(it.actual, key=lambda one: one.as_of) if it.actual else None
    share = reached(it)
    return {
        "name": writer.text(it.name),
        "unit": writer.text(it.unit),
        "baseline": "" if it.baseline is None else number(it.baseline, context.lang),
        "target": number(it.target, context.lang),
        "actual": number(latest.value, context.lang) if latest else "",
        "when": context.date(latest.as_of) if latest else "",
        "refs": writer.cite(latest.source) if latest else [],
        "share": "" if share is None else str(share),
        "verification": writer.text(it.verification),
    }


def _comparison(entry: Entry[ActionPlan], writer: Writer) -> View:
    """Each action that was changed, added or dropped, as it stood in every draft."""
    context, record = writer.context, entry.record
    versions = [draft.version for draft in record.drafts]
    rows = []
    for _, action in actions_of(entry):
        stands = [standing(action, record, version) for version in versions]
        if len(set(map(repr, stands))) > 1:
            rows.append([_stand(it, writer) for it in stands])
    return {"heads": [context.say("draft", number=it) for it in versions], "rows": rows}


def _stand(it: Stand | None, writer: Writer) -> View | None:
    if it is None:
        return None
    lang = writer.context.lang
    return {
        "title": writer.text(it.title),
        "summary": writer.text(it.summary),
        "months": f"{number(it.start, lang)}–{number(it.end, lang)}",
    }


def _comment(it: Comment, entry: Entry[ActionPlan], writer: Writer) -> View:
    context = writer.context
    titles = {action.id: action.title for _, action in actions_of(entry)}
    about = writer.text(titles[it.action]) if it.action else None
    return {
        "draft": context.say("draft", number=it.version),
        "about": {**about, "href": f"#{it.action}"} if about else None,
        "author": writer.text(it.author),
        "event": context.links.to["events"][it.event] if it.event else None,
        "comment": writer.text(it.comment),
        "answer": writer.text(it.response),
        "change": writer.text(it.change),
    }
