"""A network as a picture: who is linked to whom in the largest connected group."""

from __future__ import annotations

from functools import lru_cache

import networkx as nx

from ..questions import Answer
from ..text import pick
from .canvas import BAR, INK, WIDTH, Canvas, wrapped

HEIGHT, EDGE = 560, 40
MOST = 400
"""Larger networks are no picture any more; their table remains."""
NAMED = 6
"""How many official bodies are named in the picture, those with most links."""

Edges = tuple[tuple[str, str], ...]
Places = dict[str, tuple[float, float]]


def network(answer: Answer, lang: str) -> str:
    """Dots for organisations, squares for official bodies, the most linked of them by name."""
    keys = zip(answer.table["key"], answer.table["column"], strict=True)
    edges = _largest(tuple((f"o{key}", f"a{other}") for key, other in keys))
    graph, places, canvas = nx.Graph(list(edges)), _places(edges), Canvas(lang)
    for first, second in edges:
        canvas.line(places[first], places[second], 'opacity="0.25"')
    bodies = [node for node in graph if node[0] == "a"]
    for node in sorted(graph):
        size = 6 + 3 * graph.degree(node) ** 0.5
        x, y = places[node]
        if node in bodies:
            canvas.box(x - size / 2, y - size / 2, size, size, INK, 0.8)
        else:
            canvas.dot(x, y, size / 2, BAR, 0.85)
    for node in sorted(bodies, key=lambda it: (-graph.degree(it), it))[:NAMED]:
        x, y = places[node]
        name = wrapped(pick(answer.column_labels[node[1:]], lang), 170)
        lift = 10 + 3 * graph.degree(node) ** 0.5 / 2 + 7 * name.count("\n")
        canvas.words(min(max(x, 90), WIDTH - 90), y - lift, name, "middle")
    return canvas.svg(HEIGHT)


def _largest(edges: Edges) -> Edges:
    """The links inside the largest connected group, of its most linked members at most."""
    graph = nx.Graph(list(edges))
    group = max(nx.connected_components(graph), key=lambda it: (len(it), min(it)))
    members = set(sorted(group, key=lambda node: (-graph.degree(node), node))[:MOST])
    return tuple(edge for edge in edges if members.issuperset(edge))


@lru_cache(maxsize=64)
def _places(edges: Edges) -> Places:
    """Places found by springs between the linked (Fruchterman and Reingold 1991)."""
    graph = nx.Graph(list(edges))
    spread = 2.2 / len(graph) ** 0.5
    found = nx.spring_layout(graph, seed=7, iterations=300, k=spread)
    xs, ys = ([float(place[axis]) for place in found.values()] for axis in (0, 1))
    width = (WIDTH - 2 * EDGE) / ((max(xs) - min(xs)) or 1)
    height = (HEIGHT - 2 * EDGE) / ((max(ys) - min(ys)) or 1)
    return {
        node: (round(EDGE + (x - min(xs)) * width, 1), round(EDGE + (y - min(ys)) * height, 1))
        for node, x, y in zip(found, xs, ys, strict=True)
    }
