"""Questions of the network of organisations and official bodies.

Two are linked if a relation or a mechanism is on record between them, or a membership between two
organisations. A broker is an organisation that many shortest ways between others lead through
(betweenness; Freeman 1977, Sociometry 40(1)). Each country is a network of its own.
"""

from __future__ import annotations

import networkx as nx
import pandas as pd

from ..tables import Tables
from ..text import Localised, pick
from .answer import Answer, Labels, behind, counted, organisation_labels, said, selected

MOST = 12
"""How many bodies or organisations are shown by name."""
PARTS = ("part-largest", "part-others", "part-alone")
EXACT_UP_TO, SAMPLE = 500, 100
"""In networks with more members betweenness is estimated from ways that start at so many of them
(Brandes and Pich 2007, International Journal of Bifurcation and Chaos 17(7))."""


def linked_authorities(tables: Tables, country: str | None) -> Answer:
    """The official bodies that most organisations are linked to."""
    frame = _with_bodies(tables, country)
    table = counted(frame, "other").head(MOST)
    return _answer(
        tables, country, "linked-authorities", table,
        {key: _body(tables, key, country is None) for key in table["key"]},
        members={
            str(key): sorted(frame[frame["other"] == key]["organisation"]) for key in table["key"]
        },
    )  # fmt: skip


def linked_organisations(tables: Tables, country: str | None) -> Answer:
    """The organisations that are linked to most official bodies."""
    table = counted(_with_bodies(tables, country), "organisation").head(MOST)
    return _of_organisations(tables, country, "linked-organisations", table)


def brokers(tables: Tables, country: str | None) -> Answer:
    """The organisations that most shortest ways lead through, in per cent of the country's ways."""
    found: dict[str, float] = {}
    for code in _countries(tables, country):
        for node, share in _betweenness(_graph(tables, code)).items():
            if node in tables.public.organisations and round(100 * share):
                found[node] = round(100 * share)
    order = sorted(found, key=lambda key: (-found[key], key))[:MOST]
    table = pd.DataFrame({"key": order, "n": [int(found[key]) for key in order]})
    return _of_organisations(tables, country, "brokers", table)


def network_parts(tables: Tables, country: str | None) -> Answer:
    """How many organisations are in the largest connected part of their country, or alone."""
    members: dict[str, list[str]] = {name: [] for name in PARTS}
    for code in _countries(tables, country):
        for name, keys in _parts(tables, code).items():
            members[name] += keys
    table = pd.DataFrame({"key": PARTS, "n": [len(members[name]) for name in PARTS]})
    return _answer(tables, country, "network-parts", table, said(*PARTS), members)


def network(tables: Tables, country: str | None) -> Answer:
    """Every link between an organisation and an official body."""
    frame = _with_bodies(tables, country)
    pairs = frame.sort_values(["organisation", "other"])
    table = pd.DataFrame(
        {"key": list(pairs["organisation"]), "column": list(pairs["other"]), "n": 1}
    )
    bodies = tables.public.authorities
    return Answer(
        "network",
        table,
        int(frame["organisation"].nunique()),
        len(selected(tables["organisations"], country)) - int(frame["organisation"].nunique()),
        "network",
        organisation_labels(tables.public, dict.fromkeys(table["key"])),
        {key: bodies[key].record.names for key in dict.fromkeys(table["column"])},
        caveats=("links-of-record",),
        sources=behind(tables, country, "authority_relations"),
        members={key: [key] for key in table["key"]},
        country=country,
    )


def _body(tables: Tables, key: str, is_regional: bool) -> Localised:
    """The name of an official body; with its country among those of several, as names recur."""
    body = tables.public.authorities[key]
    if not is_regional:
        return body.record.names
    country = tables.public.countries[body.country].record.names
    return {lang: f"{name} ({pick(country, lang)})" for lang, name in body.record.names.items()}


def _with_bodies(tables: Tables, country: str | None) -> pd.DataFrame:
    """A row per organisation and official body that are linked, however often."""
    frame = selected(tables["links"], country)
    return frame[frame["kind"] != "membership"].drop_duplicates(["organisation", "other"])


def _countries(tables: Tables, country: str | None) -> list[str]:
    return [country] if country else sorted(tables.public.countries)


def _graph(tables: Tables, country: str) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(selected(tables["organisations"], country)["organisation"])
    frame = selected(tables["links"], country)
    graph.add_edges_from(zip(frame["organisation"], frame["other"], strict=True))
    return graph


def _betweenness(graph: nx.Graph) -> dict[str, float]:
    sample = SAMPLE if len(graph) > EXACT_UP_TO else None
    shares: dict[str, float] = nx.betweenness_centrality(graph, k=sample, seed=1)
    return shares


def _parts(tables: Tables, country: str) -> dict[str, list[str]]:
    organisations = tables.public.organisations
    parts = list(nx.connected_components(_graph(tables, country)))
    parts.sort(key=lambda part: (-len(part), min(part)))
    found: dict[str, list[str]] = {name: [] for name in PARTS}
    for index, part in enumerate(parts):
        name = PARTS[2] if len(part) == 1 else PARTS[min(index, 1)]
        found[name] += sorted(key for key in part if key in organisations)
    return found


def _of_organisations(
    tables: Tables, country: str | None, question: str, table: pd.DataFrame
) -> Answer:
    labels = organisation_labels(tables.public, table["key"])
    return _answer(tables, country, question, table, labels, {key: [key] for key in table["key"]})


def _answer(
    tables: Tables,
    country: str | None,
    question: str,
    table: pd.DataFrame,
    labels: Labels,
    members: dict[str, list[str]],
) -> Answer:
    organisations = selected(tables["organisations"], country)
    linked = set(selected(tables["links"], country)["organisation"])
    n_records = int(organisations["organisation"].isin(linked).sum())
    return Answer(
        question,
        table.reset_index(drop=True),
        n_records,
        len(organisations) - n_records,
        "bars",
        labels,
        caveats=("links-of-record",),
        sources=behind(tables, country, "authority_relations"),
        members=members,
        country=country,
    )
