"""Questions of law: what provisions do to contact, and where authorities and organisations meet."""

from __future__ import annotations

from ..tables import Tables
from .answer import Answer, counted, crossed, grouped, selected, term_labels


def law_effects(tables: Tables, country: str | None) -> Answer:
    """How many provisions of laws in force enable, regulate, restrain or prevent contact."""
    every = selected(tables["provisions"], country)
    frame = every[every["standing"] == "now"]
    labels = term_labels(tables.public, "concerns")
    order = list(counted(frame, "concerns")["key"])
    effects = term_labels(tables.public, "effects")
    return Answer(
        "law-effects",
        crossed(frame, order, effects, ("concerns", "effect")),
        len(frame),
        0,
        "matrix",
        labels,
        effects,
        caveats=("provisions-read",),
        unit="provisions",
        members=grouped(frame, "concerns", "law"),
        member_kind="legislation",
        country=country,
    )


def mechanism_kinds(tables: Tables, country: str | None) -> Answer:
    """How many mechanisms of each kind are on record, and how many name an organisation."""
    frame = selected(tables["mechanisms"], country)
    named = set(selected(tables["mechanism_organisations"], country)["mechanism"])
    labels = term_labels(tables.public, "mechanism-kinds")
    return Answer(
        "mechanism-kinds",
        counted(frame, "kind"),
        int(frame["mechanism"].isin(named).sum()),
        int((~frame["mechanism"].isin(named)).sum()),
        "bars",
        labels,
        unit="mechanisms",
        members=grouped(frame, "kind", "mechanism"),
        member_kind="mechanisms",
        country=country,
    )
