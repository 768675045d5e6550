"""An event's page: concept paper, agenda, participants and, once held, its report."""

from __future__ import annotations

from ...model import Event
from ...model.event import EventReport, Recommendation
from ...programme.agendas import OWN, Sitting, agenda
from ...programme.participants import Proposal, authorities, participants
from ...programme.progress import taken_up
from ...programme.questions import questions
from ...register import Entry
from ...text import join, pick
from .common import Context, Writer, number
from .grounds import country_of, grounds, link_to, plan_link, texts
from .links import View, named

SECTIONS = (
    "background", "event_objectives", "questions", "expected_results", "rests_on", "agenda",
    "invited", "event_materials", "report", "sources",
)  # fmt: skip


def event(entry: Entry[Event], context: Context) -> View:
    """What the template of an event prints."""
    record = entry.record
    writer = Writer(context, entry, record.sources or {})
    asked = questions(entry, context.public)
    view: View = {
        "is_proposed": record.status == "proposed",
        "background": writer.text(record.concept.background),
        "event_objectives": texts(record.objectives, writer),
        "questions": texts(asked, writer),
        "expected_results": texts(record.concept.results, writer),
        "rests_on": grounds(record.rests_on, writer),
        "agenda": [_sitting(it, writer) for it in agenda(record, asked)],
        "is_usual_agenda": not record.agenda,
        "invited": invited(entry, writer),
        "bodies": _bodies(entry, writer),
        "is_proposed_list": not record.invited,
        "event_materials": [
            {"text": writer.text(it.title), "href": it.url or ""} for it in record.materials or ()
        ],
        "report": _report(entry.key, record.report, writer) if record.report else None,
        "states": [
            {"value": record.status, "label": context.term("event-statuses", record.status)}
        ],
    }
    view |= writer.head(named(record.titles, context.lang), _facts(entry, writer))
    view["contents"] = [{"id": it, "text": context.words[it]} for it in SECTIONS if view[it]]
    return view


def _facts(entry: Entry[Event], writer: Writer) -> list[View]:
    record, context, fact = entry.record, writer.context, writer.fact
    when = context.period(record.start, record.end or record.start)
    city = writer.text(record.city)
    return [
        fact("country", country_of(writer)),
        fact("kind", context.terms("event-kinds", [record.kind])),
        fact("event_dates", [{"text": when or context.words["no_date"]}]),
        fact("place", [city] if city else []),
        fact("themes", context.themes(record.themes)),
        fact("event_plan", link_to("action-plans", [record.plan] if record.plan else [], context)),
        fact("event_modules", link_to("modules", record.modules, context)),
        fact("follows", link_to("events", record.follows, context)),
    ]


def _sitting(it: Sitting, writer: Writer) -> View:
    return {
        "start": it.start,
        "minutes": number(it.minutes, writer.context.lang),
        "title": writer.text(it.title),
        "about": writer.text(it.about),
        "lead": writer.text(it.lead),
        "name": it.name,
        "is_own": it.name == OWN,
    }


def invited(entry: Entry[Event], writer: Writer) -> list[View]:
    """Organisations with their seats and the reason for each: the record's list, else proposed."""
    context = writer.context
    to = context.links.to["organisations"]
    if entry.record.invited:
        return [
            {
                "link": to[it.organisation],
                "seats": number(it.seats, context.lang),
                "why": writer.text(it.why),
            }
            for it in entry.record.invited
            if it.organisation
        ]
    return [
        {"link": to[it.key], "seats": number(1, context.lang), "why": {"text": _why(it, context)}}
        for it in participants(entry, context.public)
    ]


def _why(it: Proposal, context: Context) -> str:
    """The reasons for a proposed participant, in words."""
    said = [
        ("why_topic", [context.term("themes", term) for term in it.themes]),
        ("why_service", [context.term("services", term) for term in it.services[:3]]),
        ("why_relation", [context.term("relation-kinds", kind) for kind in it.relations]),
        ("why_region", [context.regions[it.region]] if it.region in context.regions else []),
    ]
    words, lang = context.words, context.lang
    return " · ".join(
        f"{words[name]}{words['colon']}{join(labels, lang)}" for name, labels in said if labels
    )


def _bodies(entry: Entry[Event], writer: Writer) -> list[View]:
    """Official bodies and the reason for each: those the record invites, else proposed."""
    context = writer.context
    to = context.links.to["authorities"]
    if entry.record.invited:
        return [
            {"link": to[it.authority], "why": writer.text(it.why)}
            for it in entry.record.invited
            if it.authority
        ]
    return [
        {
            "link": to[key],
            "why": {"text": " · ".join(context.words[f"body_{reason}"] for reason in reasons)},
        }
        for key, reasons in authorities(entry, context.public).items()
    ]


def _report(key: str, report: EventReport, writer: Writer) -> View:
    context = writer.context
    lang = context.lang
    return {
        "attendance": [
            {
                "group": context.term("participant-groups", it.group),
                "attended": number(it.attended, lang),
                "women": number(it.women, lang) if it.women is not None else "",
            }
            for it in report.attendance
        ],
        "points": [
            {"theme": context.term("themes", it.theme), "text": writer.text(it.summary)}
            for it in report.points or ()
        ],
        "recommendations": [_recommended(key, it, writer) for it in report.recommendations or ()],
        "results": [
            {
                "module": context.links.to["modules"][it.module],
                "took": number(it.took, lang),
                "passed": number(it.passed, lang),
            }
            for it in report.results or ()
        ],
        "ratings": [
            {
                "statement": context.term("evaluation-statements", it.statement),
                "counts": [number(n, lang) for n in (it.agree, it.partly, it.disagree)],
            }
            for it in report.evaluation or ()
        ],
    }


def _recommended(key: str, it: Recommendation, writer: Writer) -> View:
    context = writer.context
    actions = [
        plan_link(plan, action.id, pick(action.title, context.lang))
        for plan, action in taken_up(key, it.id, context.public)
    ]
    return {
        "id": it.id,
        "text": writer.text(it.text),
        "addressee": writer.text(it.addressee),
        "actions": actions,
        "not_taken_up": writer.text(it.not_taken_up),
    }
