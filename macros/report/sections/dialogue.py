"""Points and issues for dialogue: each stands only if the record gives cause for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...questions.relations import PROSECUTION
from ..content import Section, Sentence
from ..writer import Writer, paragraph
from .law import effects
from .proposals import elsewhere, plans, safeguards

FOR_VICTIMS = {
    "victim-accompaniment", "shelter", "hotline", "psychological-support", "medical-documentation",
    "child-interview-support",
}  # fmt: skip
"""Services that a prosecution office may refer a victim or witness to."""


@dataclass(frozen=True, slots=True)
class Point:
    """A point for dialogue and the numbers it rests on."""

    id: str
    numbers: dict[str, int]
    stands: bool
    practices: tuple[str, ...] = ()
    """Forms of cooperation that its instrument is one of."""


def dialogue(writer: Writer) -> Section:
    """A part for each point that stands."""
    lead = (
        paragraph(writer.say("dialogue-lead"), safeguards(writer)),
        *([paragraph(found)] if (found := plans(writer)) else []),
    )
    parts = tuple(_part(writer, point) for point in points(writer))
    return Section("dialogue", writer.word("dialogue"), lead, parts)


def points(writer: Writer) -> list[Point]:
    """The points that the record gives cause for."""
    return [point for point in (make(writer) for make in POINTS) if point.stands]


def _part(writer: Writer, point: Point) -> Section:
    said = [
        ("rests-on", _evidence(writer, point)),
        ("question", writer.say(f"{point.id}-question")),
        ("instrument", writer.say(f"{point.id}-instrument")),
    ]
    if found := elsewhere(writer, point.practices):
        said.append(("elsewhere", found))
    blocks = tuple(paragraph(it, label=writer.word(label)) for label, it in said)
    return Section(f"point-{point.id}", writer.word(f"{point.id}-title"), blocks)


def _evidence(writer: Writer, point: Point) -> Sentence:
    if point.id == "framework" and not point.numbers["agreements"]:
        return writer.say("framework-none")
    return writer.say(f"{point.id}-evidence", **point.numbers)


def _framework(writer: Writer) -> Point:
    numbers = {
        "agreements": writer.n_relations(kind="agreement"),
        "prosecution": writer.n_relations(kind="agreement", authority_kind=PROSECUTION),
    }
    return Point("framework", numbers, bool(writer.organisations()), ("memorandum",))


def _referral(writer: Writer) -> Point:
    organisations = writer.n_with("services", *FOR_VICTIMS)
    referrals = writer.n_relations(kind="referral")
    numbers = {"organisations": organisations, "referrals": referrals}
    forms = ("referral", "one-stop-centre", "victim-accompaniment")
    return Point("referral", numbers, organisations > 0, forms)


def _complaints(writer: Writer) -> Point:
    numbers = {
        "complaints": writer.n_relations(kind="complaint"),
        "prosecution": writer.n_relations(kind="complaint", authority_kind=PROSECUTION),
    }
    return Point("complaints", numbers, numbers["complaints"] > 0, ("complaint-channel",))


def _documentation(writer: Writer) -> Point:
    n = writer.n_with("services", "evidence-documentation")
    return Point("documentation", {"organisations": n}, n > 0, ("evidence-submission",))


def _detention(writer: Writer) -> Point:
    n = writer.n_with("themes", "prisons-detention")
    numbers = {"organisations": n, "oversight": writer.n_relations(stance="oversight")}
    return Point("detention", numbers, n > 0, ("monitoring",))


def _disputes(writer: Writer) -> Point:
    disputes = writer.n_relations(stance="adversarial")
    organisations = writer.n_in_relations(stance="adversarial")
    return Point("disputes", {"disputes": disputes, "organisations": organisations}, disputes > 0)


def _rules(writer: Writer) -> Point:
    counts = effects(writer)
    numbers = {name: counts[name] for name in ("restrains", "prevents")}
    return Point("rules", numbers, any(numbers.values()))


def _openings(writer: Writer) -> Point:
    enables = effects(writer)["enables"]
    prosecution = writer.n_relations(authority_kind=PROSECUTION)
    return Point("openings", {"enables": enables, "prosecution": prosecution}, enables > 0)


def _training(writer: Writer) -> Point:
    numbers = {
        "trainings": writer.n_relations(kind="joint-training"),
        "organisations": writer.n_with("services", "official-training"),
    }
    return Point("training", numbers, any(numbers.values()), ("joint-training",))


def _seats(writer: Writer) -> Point:
    answer = writer.ask("mechanism-kinds")
    total = answer.n_records + answer.n_without
    numbers = {"mechanisms": total, "named": answer.n_records}
    return Point("seats", numbers, total > 0, ("joint-committee",))


def _drugs(writer: Writer) -> Point:
    numbers = {
        "organisations": writer.n_with("themes", "drugs"),
        "treatment": writer.n_with("services", "treatment-rehabilitation"),
    }
    return Point("drugs", numbers, any(numbers.values()))


def _regions(writer: Writer) -> Point:
    counts = writer.ask("presence").counts()
    empty = sum(n == 0 for n in counts.values())
    return Point("regions", {"empty": empty, "total": len(counts)}, empty > 0)


POINTS: tuple[Callable[[Writer], Point], ...] = (
    _framework, _referral, _complaints, _documentation, _detention, _disputes, _rules, _openings,
    _training, _seats, _drugs, _regions,
)  # fmt: skip
"""In the order of the report; a new point is one function here and its words."""
