"""The answer as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from ..publication import PublicRegister
from ..text import date, number, pick
from .facts import Facts, Helper, facts
from .reasons import Item, Question
from .rules import Answer, Group
from .texts import Text, Texts

MOST = 5
"""Mechanisms and provisions that are printed; the site has all."""


def sheet(public: PublicRegister, question: Question, answer: Answer, lang: str) -> str:
    """The answer in words, with reasons, cautions, contacts, mechanisms and provisions."""
    texts, known = Texts(public, lang), facts(public)
    lines = [*_head(texts, question, answer)]
    for group in answer.groups:
        lines += ["", *_group(texts, known, group)]
    if answer.n_elsewhere:
        lines += ["", texts.words["elsewhere"].format(n=number(answer.n_elsewhere, lang))]
    lines += ["", texts.words["mechanisms"], *_mechanisms(texts, answer)]
    lines += ["", texts.words["provisions"], *_provisions(texts, answer)]
    return "\n".join(lines)


def _head(texts: Texts, question: Question, answer: Answer) -> Iterator[str]:
    said, regions = texts.words, texts.regions()
    lists = (("needs", question.need), ("themes", question.theme), ("services", question.service))
    asked = [texts.label(name, term) for name, term in lists if term]
    where = [regions[question.region]] if question.region else []
    if question.country:
        where.append(pick(texts.public.countries[question.country].record.names, texts.lang))
    yield " - ".join([said["title"], *asked, texts.join(where)])
    yield said["as_of"].format(date=date(texts.public.today.isoformat(), texts.lang))
    yield said["count"].format(n=number(answer.n_offered, texts.lang))
    if question.region and all(group.name != "local" for group in answer.groups):
        yield said["not_local"].format(region=regions[question.region])
    if not answer.n_offered:
        yield said["nothing"]
    yield said["no_endorsement"]


def _group(texts: Texts, known: Facts, group: Group) -> Iterator[str]:
    regions = texts.join(texts.regions()[code] for code in group.regions)
    yield texts.words[f"in_{group.name}"].format(regions=regions)
    if group.name == "near":
        yield f"  {texts.words['squares'].format(n=number(group.distance, texts.lang))}"
    helpers = {helper.key: helper for helper in known.helpers}
    for item in group.items:
        yield from _item(texts, helpers[item.key], item)


def _item(texts: Texts, helper: Helper, item: Item) -> Iterator[str]:
    said = texts.words
    about = texts.organisation(texts.public.organisations[item.key], helper.newest)
    acronym = f" ({about['acronym']})" if about["acronym"] else ""
    yield f"  * {about['text']}{acronym}  [{item.key}]"
    for reason in item.reasons:
        yield f"    + {texts.say('reason', reason)}"
    for caution in item.cautions:
        yield f"    ! {texts.say('caution', caution)}"
    colon = said["colon"]
    contact = texts.join(f"{said[it['kind']]}{colon}{it['text']}" for it in about["contact"])
    yield f"    {said['contact']}{colon}{contact or said['no_contact']}"
    age = [f"{said['newest']}{colon}{about['newest']}"] if about["newest"] else []
    yield f"    {said['evidence']}{colon}{texts.join([about['evidence'], *age])}"


def _mechanisms(texts: Texts, answer: Answer) -> Iterator[str]:
    for key in answer.mechanisms[:MOST]:
        about = texts.mechanism(key)
        rules = f" ({about['rules']})" if about["rules"] else ""
        yield f"  * {about['text']}{rules}: {about['role']['text']}"
    yield from _rest(texts, len(answer.mechanisms), "no_mechanisms")


def _provisions(texts: Texts, answer: Answer) -> Iterator[str]:
    placed = texts.provisions()
    for key in answer.provisions[:MOST]:
        about: Text = texts.provision(placed[key])
        where = [part for part in (about["law"]["text"], about["article"], about["where"]) if part]
        yield f"  * {about['effect_label']}: {about['text']} ({texts.join(where)})"
    yield from _rest(texts, len(answer.provisions), "no_provisions")


def _rest(texts: Texts, n: int, none: str) -> Iterator[str]:
    if not n:
        yield f"  {texts.words[none]}"
    elif n > MOST:
        yield f"  {texts.words['more_on_site'].format(n=number(n - MOST, texts.lang))}"
