"""An authority's page: what it is for, and which organisations deal with it."""

from __future__ import annotations

from ...model import Authority
from ...model.organisation import Relation
from ...register import Entry
from .common import Context, Writer, number
from .links import View, named
from .organisation_facts import phone, web

LISTED = 100
"""Relations of a kind on the page; registers in which a body has more are rare."""

SECTIONS = (
    "mandate", "against_crime", "cso_relations", "its_mechanisms", "children", "sources",
)  # fmt: skip


def authority(entry: Entry[Authority], context: Context) -> View:
    """What the template of an authority prints."""
    record, links = entry.record, context.links
    writer = Writer(context, entry, record.sources or {})
    view: View = {
        "also_known_as": [writer.name(it) for it in record.also_known_as or ()],
        "mandate": writer.text(record.mandate),
        "mandate_rests_on": writer.rests("mandate"),
        "against_crime": writer.text(record.what_it_does_against_crime),
        "crime_rests_on": writer.rests("what_it_does_against_crime"),
        "cso_relations": _relations(links.relations.get(entry.key, []), writer),
        "its_mechanisms": [
            {
                **links.to["mechanisms"][it.key],
                "about": context.term("mechanism-kinds", it.record.kind),
            }
            for it in links.taking_part.get(entry.key, ())
        ],
        "children": links.children.get(entry.key, []),
    }
    view |= writer.head(named(record.names, context.lang), _facts(entry, writer))
    view["contents"] = [{"id": it, "text": context.words[it]} for it in SECTIONS if view[it]]
    return view


def _facts(entry: Entry[Authority], writer: Writer) -> list[View]:
    record, context, fact = entry.record, writer.context, writer.fact
    level = [record.level] if record.level else []
    parent = [context.links.to["authorities"][record.parent]] if record.parent else []
    region = [{"text": context.regions[record.region]}] if record.region else []
    return [
        fact("country", [context.countries[entry.country]]),
        fact("kind", context.terms("authority-kinds", [record.kind]), "kind"),
        fact("level", context.terms("levels", level), "level"),
        fact("region", region, "region"),
        fact("parent", parent, "parent"),
        fact("channels", _channels(record, writer), "contact_channels"),
    ]


def _channels(record: Authority, writer: Writer) -> list[View]:
    found = []
    for channel in record.contact_channels or ():
        if label := writer.text(channel.label):
            found.append(label)
        if channel.phone:
            found.append(phone(channel.phone))
        if channel.email:
            found.append({"text": channel.email, "href": f"mailto:{channel.email}", "ltr": True})
        if channel.url:
            found.append(web(channel.url))
    return found


def _relations(relations: list[tuple[str, Relation]], writer: Writer) -> list[View]:
    """The organisations' relations with it by kind, in the vocabulary's order.

    A relation's source is one of the organisation's own, so the line leads to that page's list.
    """
    context, groups = writer.context, dict[str, list[tuple[str, Relation]]]()
    for kind in context.labels["relation-kinds"]:
        for key, it in relations:
            if it.kind == kind:
                groups.setdefault(kind, []).append((key, it))
    return [
        {
            "title": context.term("relation-kinds", kind),
            "items": [_relation(key, it, writer) for key, it in items[:LISTED]],
            "more": context.say("more", number=number(len(items) - LISTED, context.lang))
            if len(items) > LISTED
            else "",
        }
        for kind, items in groups.items()
    ]


def _relation(key: str, it: Relation, writer: Writer) -> View:
    context = writer.context
    sources = list(context.public.organisations[key].record.sources)
    return {
        "organisation": context.links.to["organisations"][key],
        "named": writer.text(context.links.new_name(it)),
        "when": context.period(it.since, it.until, it.year),
        "text": writer.text(it.summary),
        "source": sources.index(it.source) + 1 if it.source in sources else 0,
    }
