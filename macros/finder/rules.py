"""The rules of "who can help?": which organisations answer a need in a place, and in which order.

The same rules are in `docs/assets/js/finder-rules.js`; whoever changes one changes both, and
`tests/finder/cases.json` holds what both must answer.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .facts import WIDE, Facts, Helper, Need, Rule
from .reasons import Item, Placed, Question, item

GONE = ("closed", "merged")
NOT_OFFERED = ("ask", "closed")
"""Groups that are shown, but not as help."""
UNKNOWN = 99
"""The distance of a region that is on no tile map."""


@dataclass(frozen=True, slots=True)
class Group:
    """Organisations that stand in the same relation to the place.

    `name` is one of `country` (no region was asked), `local`, `near` (the nearest regions, only
    where none is local), `national`, `elsewhere` (where nearness is not known), `unplaced`, `ask`
    (not known to be at work: to be asked first) and `closed` (not offered).
    """

    name: str
    regions: list[str]
    distance: int
    """How many squares away, for the nearest regions."""
    items: list[Item]


@dataclass(frozen=True, slots=True)
class Answer:
    """Groups in the order of the page, and what else applies to the need in the country."""

    groups: list[Group] = field(default_factory=list)
    n_elsewhere: int = 0
    """Organisations of the country that answer the need but work in other regions."""
    mechanisms: list[str] = field(default_factory=list)
    provisions: list[str] = field(default_factory=list)

    @property
    def n_offered(self) -> int:
        """How many organisations are offered: neither closed nor to be asked first."""
        return sum(len(it.items) for it in self.groups if it.name not in NOT_OFFERED)


def find(facts: Facts, question: Question) -> Answer:
    """The answer to a question; unknown keys find nothing."""
    need = next((it for it in facts.needs if it.key == question.need), None)
    if question.need and need is None:
        return Answer()
    placed = [
        _place(helper, question.region, facts.tiles)
        for helper in facts.helpers
        if _fits(helper, need, question)
    ]
    shown, n_elsewhere = _grouped(placed, question.region, facts.tiles)
    groups = [
        Group(name, regions, members[0].distance, _items(members, need, question))
        for name, regions, members in shown
    ]
    return Answer(
        groups, n_elsewhere, _meetings(facts, need, question), _rules(facts, need, question)
    )


def _fits(helper: Helper, need: Need | None, question: Question) -> bool:
    if question.country and helper.country != question.country:
        return False
    if question.service and question.service not in helper.services:
        return False
    if question.theme and question.theme not in helper.themes:
        return False
    if need is None:
        return True
    return _shared(helper.themes, need.themes) + _shared(helper.services, need.services) > 0


def _shared(there: list[str], wanted: list[str]) -> int:
    return sum(it in wanted for it in there)


def _place(helper: Helper, region: str, tiles: dict[str, list[int]]) -> Placed:
    """Where an organisation stands to the region asked for, and how many squares away."""
    if not region:
        return Placed(helper, "country", 0)
    if region in helper.places:
        return Placed(helper, "local", 0)
    if helper.scope in WIDE:
        return Placed(helper, "national", 0)
    if not helper.places:
        return Placed(helper, "unplaced", 0)
    distance = min(_distance(region, it, tiles) for it in helper.places)
    return Placed(helper, "elsewhere", distance)


def _distance(one: str, other: str, tiles: dict[str, list[int]]) -> int:
    """Steps from square to square, straight or across."""
    if one not in tiles or other not in tiles:
        return UNKNOWN
    (x, y), (u, v) = tiles[one], tiles[other]
    return max(abs(x - u), abs(y - v))


def _grouped(
    placed: list[Placed], region: str, tiles: dict[str, list[int]]
) -> tuple[list[tuple[str, list[str], list[Placed]]], int]:
    """The groups that are not empty, and how many work in other regions and are not shown."""
    active = [it for it in placed if it.helper.status == "active"]
    others = [it for it in placed if it.helper.status != "active" and it.tier != "elsewhere"]
    local, elsewhere = _at(active, "local"), _at(active, "elsewhere")
    reach = min((it.distance for it in elsewhere), default=UNKNOWN)
    next_best = [] if local else [it for it in elsewhere if it.distance == reach]
    near = next_best if reach < UNKNOWN else []
    groups = [
        ("country", [], _at(active, "country")),
        ("local", [region], local),
        ("near", _nearest(near, region, tiles), near),
        ("national", [], _at(active, "national")),
        ("elsewhere", [], [] if near else next_best),
        ("unplaced", [], _at(active, "unplaced")),
        ("ask", [], [it for it in others if it.helper.status not in GONE]),
        ("closed", [], [it for it in others if it.helper.status in GONE]),
    ]
    return [group for group in groups if group[2]], len(elsewhere) - len(next_best)


def _at(placed: list[Placed], tier: str) -> list[Placed]:
    return [it for it in placed if it.tier == tier]


def _nearest(near: list[Placed], region: str, tiles: dict[str, list[int]]) -> list[str]:
    """The regions that the nearest organisations work in, at their distance."""
    places = {(code, it.distance) for it in near for code in it.helper.places}
    return sorted(code for code, far in places if _distance(region, code, tiles) == far)


def _items(members: list[Placed], need: Need | None, question: Question) -> list[Item]:
    ordered = sorted(members, key=lambda it: _order(it.helper, need))
    return [item(it, need, question) for it in ordered]


def _order(helper: Helper, need: Need | None) -> tuple[bool, int, int, bool, bool, int, str]:
    """Fresh evidence first, then more of what is needed, then ties with authorities."""
    wanted = [*need.services, *need.helpful] if need else []
    themes = need.themes if need else []
    return (
        helper.is_old,
        -_shared(helper.services, wanted),
        -_shared(helper.themes, themes),
        not helper.with_prosecution,
        not helper.cooperates,
        -helper.evidence,
        helper.key,
    )


def _meetings(facts: Facts, need: Need | None, question: Question) -> list[str]:
    """Mechanisms of the country on the topics of the need, those with a prosecution first."""
    topics = need.topics if need else [question.theme]
    found = [
        it
        for it in facts.meetings
        if question.country in ("", it.country) and _shared(it.topics, topics)
    ]
    found.sort(key=lambda it: (not it.has_prosecution, -_shared(it.topics, topics), it.key))
    return [it.key for it in found]


def _rules(facts: Facts, need: Need | None, question: Question) -> list[str]:
    """Provisions of the country's laws on the need, by subject in the order that it names them."""
    if need is None:
        return []
    found = [
        (it.standing != "now", rank, it.id)
        for it in facts.rules
        if question.country in ("", it.country) and (rank := rank_of(it, need)) is not None
    ]
    found.sort(key=lambda placed: placed[:2])
    return [it for _, _, it in found]


def rank_of(rule: Rule, need: Need) -> int | None:
    """The place of a provision's subject among those of a need; none where it has no bearing."""
    for index, laws in enumerate(need.laws):
        is_on = not laws.concerns or rule.concern in laws.concerns
        if rule.subject == laws.subject and is_on:
            return index
    return None
