"""How many of the labelled pairs the matching finds, and how many synthetic variants of records."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from macros.matching import Named, likely_pairs, named
from macros.register import Register, load
from macros.text import fold
from macros.transliteration import latin

LABELLED = Path(__file__).with_name("labelled.yml")
SEED = 20260115


@dataclass(frozen=True)
class Measured:
    """Counts of pairs: those that are one and were found, found wrongly, missed."""

    found: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of the pairs found, the share that is right."""
        return self.found / (self.found + self.wrong)

    @property
    def recall(self) -> float:
        """Of the pairs that are one, the share that was found."""
        return self.found / (self.found + self.missed)


def labelled(register: Register) -> Measured:
    """Each labelled pair among all organisations of its country that it does not repeat."""
    data: dict[str, list[dict[str, Any]]] = yaml.safe_load(LABELLED.read_text("utf-8"))
    counts = {True: [0, 0], False: [0, 0]}
    for label, pairs in data.items():
        for pair in pairs:
            counts[label == "same"][_is_found(pair, register)] += 1
    return Measured(counts[True][1], counts[False][1], counts[True][0])


def mistaken(register: Register) -> list[str]:
    """The labelled pairs that are judged wrongly, by their names."""
    data: dict[str, list[dict[str, Any]]] = yaml.safe_load(LABELLED.read_text("utf-8"))
    return [
        f"{label}: {pair['first']['names'][0]} | {pair['second']['names'][0]}"
        for label, pairs in data.items()
        for pair in pairs
        if _is_found(pair, register) != (label == "same")
    ]


def _is_found(pair: dict[str, Any], register: Register) -> bool:
    first, second = (_made(pair, name) for name in ("first", "second"))
    around = [
        it
        for entry in register.organisations.values()
        if (it := named(entry)).country == pair["country"]
        and not _folded(it) & (_folded(first) | _folded(second))
    ]
    found = likely_pairs([first, second, *around])
    return any({it.first.key, it.second.key} == {"first", "second"} for it in found)


def _folded(it: Named) -> set[str]:
    return {fold(name) for name in it.names} | set(it.acronyms)


def _made(pair: dict[str, Any], name: str) -> Named:
    given = dict(pair[name])
    given["names"] = tuple(given["names"])
    given["years"] = frozenset(given.get("years", ()))
    return Named(name, pair["country"], **given)


def synthetic(register: Register, per_record: int = 2) -> Measured:
    """Variants of every record's name, looked for in the whole register."""
    chance = random.Random(SEED)
    everything = [named(entry) for entry in register.organisations.values()]
    found = wrong = missed = 0
    for it in everything:
        for variant in list(variants(it, chance))[:per_record]:
            pairs = likely_pairs([*everything, variant])
            hits = [p for p in pairs if "" in (p.first.key, p.second.key)]
            keys = {p.first.key or p.second.key for p in hits}
            found += it.key in keys
            missed += it.key not in keys
            wrong += len(keys - {it.key})
    return Measured(found, wrong, missed)


def variants(it: Named, chance: random.Random) -> Iterator[Named]:
    """One name, spelt or cut otherwise, with nothing else known but the country."""
    name = chance.choice(it.names[:1])
    makers = [_typo, _swapped, _without_kind, _latin, _marks]
    chance.shuffle(makers)
    for make in makers:
        changed = make(name, chance)
        if changed and fold(changed) != fold(name):
            yield replace(
                Named("", it.country, (changed,)), city=it.city if chance.random() < 0.5 else ""
            )


def _typo(name: str, chance: random.Random) -> str:
    at = chance.randrange(1, max(2, len(name) - 1))
    return name[:at] + name[at + 1 :]


def _swapped(name: str, chance: random.Random) -> str:
    words = name.split()
    return " ".join([*words[1:], words[0]]) if len(words) > 2 else ""


def _without_kind(name: str, chance: random.Random) -> str:
    for kind in ("Association ", "Center ", "Foundation ", "جمعية ", "مركز ", "منظمة "):
        if kind in name and len(name.split()) > 2:
            return name.replace(kind, "", 1)
    return ""


def _latin(name: str, chance: random.Random) -> str:
    return latin(name).title() if any("\u0600" <= letter <= "\u06ff" for letter in name) else ""


def _marks(name: str, chance: random.Random) -> str:
    return name.replace("e", "é", 1).replace("ة", "ه").replace("Center", "Centre") + "."


if __name__ == "__main__":
    whole = load(".")
    for title, it in (("labelled", labelled(whole)), ("synthetic", synthetic(whole))):
        print(title, it, f"precision {it.precision:.3f} recall {it.recall:.3f}")
    print("\n".join(mistaken(whole)))
