"""Who can help with a need in a region: one answer of the finder on paper, with its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..finder import Group, Item, Question, facts, find
from ..finder.texts import Texts
from ..publication import PublicRegister
from ..register import Entry
from ..tables import Tables
from . import directory
from .frame import sheet
from .model import Block, Document, Heading, Items, Paragraph, Run, Words
from .writing import Writing, in_lines, text

SEPARATOR = "."
"""Between region and need in the key of a sheet: `xa-n.shelter`."""
MOST_LAWS = 8
"""Provisions on a sheet; the law summary has all."""


def keys(public: PublicRegister) -> Iterator[str]:
    """Every region with every need."""
    needs = public.vocabularies.get("needs")
    for region in regions(public):
        for need in needs.record.terms if needs else ():
            yield f"{region.lower()}{SEPARATOR}{need}"


def regions(public: PublicRegister) -> Iterator[str]:
    """The codes of all regions, country by country."""
    for country in public.countries.values():
        yield from country.record.regions


def help_sheet(writing: Writing, tables: Tables, key: str) -> Document:
    """The sheet of a region and a need in the language of `writing`."""
    region, _, need = key.partition(SEPARATOR)
    public = writing.context.public
    question = Question(need=need, region=region.upper(), country=region[:2])
    known, texts = facts(public), Texts(public, writing.lang)
    answer = find(known, question)
    title = f"{texts.label('needs', need)} · {writing.context.regions[question.region]}"
    blocks: list[Block] = [Paragraph((Run(texts.words["no_endorsement"]),), "notice")]
    if not answer.n_offered:
        blocks.append(Paragraph((Run(texts.words["nothing"]),), "lead"))
    for group in answer.groups:
        blocks += _group(writing, texts, group)
    blocks += _meetings(writing, texts, answer.mechanisms)
    blocks += _law(writing, texts, answer.provisions)
    entries: list[Entry[Any]] = [
        public.organisations[it.key] for group in answer.groups for it in group.items
    ]
    entries += [public.mechanisms[it] for it in answer.mechanisms]
    name = f"help-{key.replace(SEPARATOR, '-')}"
    country = str(writing.context.countries[question.country]["text"])
    return sheet(writing, "help-sheet", name, (Run(title),), entries, blocks, country)


def _group(writing: Writing, texts: Texts, group: Group) -> list[Block]:
    names = texts.join(writing.context.regions[code] for code in group.regions)
    heading = Heading((Run(texts.words[f"in_{group.name}"].format(regions=names)),))
    near: list[Block] = []
    if group.name == "near":
        near.append(Paragraph((Run(texts.words["near_note"]),), "note"))
    return [heading, *near, Items(tuple(_item(writing, texts, it) for it in group.items))]


def _item(writing: Writing, texts: Texts, it: Item) -> Words:
    """An organisation with how to reach it, why it is listed, and what to be careful about."""
    entry = writing.context.public.organisations[it.key]
    reasons = texts.words["semicolon"].join(texts.say("reason", reason) for reason in it.reasons)
    cautions = texts.words["semicolon"].join(
        texts.say("caution", one).rstrip(".") for one in it.cautions
    )
    lines = [directory.who(writing, entry), (Run(reasons),)]
    if cautions:
        lines.append((Run(cautions, strong=True),))
    return in_lines(lines)


def _meetings(writing: Writing, texts: Texts, found: list[str]) -> list[Block]:
    heading = Heading((Run(texts.words["mechanisms"]),))
    if not found:
        return [heading, Paragraph((Run(texts.words["no_mechanisms"]),))]
    lines = []
    for key in found:
        about = texts.mechanism(key)
        lines.append(in_lines([text(about, strong=True), text(about["role"])]))
    return [heading, Items(tuple(lines))]


def _law(writing: Writing, texts: Texts, found: list[str]) -> list[Block]:
    heading = Heading((Run(texts.words["provisions"]),))
    if not found:
        return [heading, Paragraph((Run(texts.words["no_provisions"]),))]
    placed = texts.provisions()
    lines = []
    for key in found[:MOST_LAWS]:
        about = texts.provision(placed[key])
        law = [part for part in (about["law"]["text"], about["article"], about["where"]) if part]
        effect = Run(f"{about['effect_label']}{texts.words['colon']}", strong=True)
        lines.append((effect, *text(about), Run(f" ({texts.join(law)})", quiet=True)))
    return [heading, Items(tuple(lines))]
