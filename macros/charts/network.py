"""A network as a picture: who is linked to whom in the largest connected group, laid out by springs."""

from __future__ import annotations

import altair as alt
import networkx as nx
import pandas as pd

from ..questions import Answer
from ..text import pick
from .canvas import BAR, INK, WIDTH
from .specification import Spec, finished

HEIGHT = 560
MOST = 400
"""Larger networks are no picture any more; their table remains."""
NAMED = 6
"""How many official bodies are named in the picture, those with most links."""


def network(answer: Answer, lang: str) -> Spec:
    """Dots for organisations, squares for official bodies, the most linked of them by name."""
    table = answer.table
    graph = nx.Graph(list(zip("o" + table["key"], "a" + table["column"], strict=True)))
    graph = graph.subgraph(max(nx.connected_components(graph), key=len)).copy()
    if len(graph) > MOST:
        graph = graph.subgraph(sorted(graph, key=lambda node: -graph.degree(node))[:MOST]).copy()
    place = _places(graph)
    named = sorted((it for it in graph if it[0] == "a"), key=lambda it: (-graph.degree(it), it))
    nodes = pd.DataFrame(
        [
            {
                "x": x,
                "y": y,
                "body": node[0] == "a",
                "links": graph.degree(node),
                "name": pick(answer.column_labels[node[1:]], lang) if node in named[:NAMED] else "",
            }
            for node, (x, y) in sorted(place.items())
        ]
    )
    lines = pd.DataFrame(
        [(*place[first], *place[second]) for first, second in sorted(graph.edges)],
        columns=["x", "y", "x2", "y2"],
    )
    return _drawn(nodes, lines)


def _places(graph: nx.Graph) -> dict[str, tuple[float, float]]:
    found = nx.spring_layout(graph, seed=7, iterations=500, k=2.2 / max(1, len(graph)) ** 0.5)
    return {node: (round(float(x), 4), round(float(y), 4)) for node, (x, y) in found.items()}


def _drawn(nodes: pd.DataFrame, lines: pd.DataFrame) -> Spec:
    scale = alt.Scale(nice=False, zero=False, padding=40)
    x, y = alt.X("x:Q", axis=None, scale=scale), alt.Y("y:Q", axis=None, scale=scale)
    edges = alt.Chart(lines).mark_rule(color=INK, opacity=0.25)
    edges = edges.encode(x=x, y=y, x2="x2:Q", y2="y2:Q")
    size = alt.Size("links:Q", scale=alt.Scale(range=[30, 420]), legend=None)
    base = alt.Chart(nodes).encode(x=x, y=y)
    dots = base.transform_filter("!datum.body").mark_circle(color=BAR, opacity=0.85)
    squares = base.transform_filter("datum.body").mark_square(color=INK, opacity=0.8)
    names = base.transform_filter("datum.name != ''").mark_text(
        color=INK, dy=-14, fontWeight="bold", limit=260
    )
    chart = edges + dots.encode(size=size) + squares.encode(size=size) + names.encode(text="name:N")
    return finished(chart.properties(width=WIDTH - 40, height=HEIGHT))
