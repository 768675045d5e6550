"""Who is linked to whom: degree, brokers, and those without any link."""

from __future__ import annotations

from pathlib import Path

from macros.charts import drawing
from macros.questions import ask
from macros.tables import Tables, tables

from .invented import Record, organisation, register, relation

BODIES = ("xa-public-prosecution", "xa-harbour-prosecution", "xa-ministry-of-justice")


def linked(*bodies: str) -> Record:
    return organisation(1, authority_relations=[relation("agreement", "s1", it) for it in bodies])


def chain(home: Path) -> Tables:
    """Two bodies that only one organisation is linked to both of, and one outside."""
    found = {
        "xa-left": linked(BODIES[0]),
        "xa-bridge": linked(BODIES[0], BODIES[1]),
        "xa-right": linked(BODIES[1]),
        "xa-apart": linked(BODIES[2]),
        "xa-alone": organisation(1),
        "xb-other": organisation(1, region=None),
    }
    return tables(register(home, found))


def test_degree_counts_bodies_and_organisations_once(tmp_path: Path) -> None:
    twice = organisation(1, authority_relations=[relation("agreement"), relation("dispute")])
    found = tables(register(tmp_path, {"xa-twice": twice, "xa-once": linked(BODIES[0])}))
    assert ask(found, "linked-authorities", "xa").counts() == {BODIES[0]: 2}
    assert ask(found, "linked-organisations", "xa").counts() == {"xa-once": 1, "xa-twice": 1}


def test_broker_is_who_stands_between(tmp_path: Path) -> None:
    found = ask(chain(tmp_path), "brokers", "xa").counts()
    assert list(found) == ["xa-bridge"]
    # 8 nodes, 21 pairs of others; 2 x 2 of them lead through the bridge.
    assert found["xa-bridge"] == round(100 * 4 / 21)


def test_unconnected_organisations_are_named(tmp_path: Path) -> None:
    answer = ask(chain(tmp_path), "network-parts", "xa")
    assert answer.counts() == {"part-largest": 3, "part-others": 1, "part-alone": 1}
    assert answer.members["part-alone"] == ["xa-alone"]


def test_each_country_is_a_network_of_its_own(tmp_path: Path) -> None:
    found = chain(tmp_path)
    whole = ask(found, "network-parts", None).counts()
    parts = [ask(found, "network-parts", code).counts() for code in ("xa", "xb")]
    assert whole == {key: sum(part[key] for part in parts) for key in whole}


def test_membership_links_two_organisations(tmp_path: Path) -> None:
    found = {"xa-union": organisation(1), "xa-member": organisation(1, member_of=["xa-union"])}
    answer = ask(tables(register(tmp_path, found)), "network-parts", "xa")
    assert answer.value("part-alone") == 0


def test_picture_is_the_same_each_time(tmp_path: Path) -> None:
    answer = ask(chain(tmp_path), "network", "xa")
    first, again = (drawing.draw(answer, "ar", str(tmp_path)) for _ in range(2))
    assert first == again
    assert first.count("<circle") == 3
    assert first.count("<rect") == 2
