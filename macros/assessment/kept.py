"""Estimates kept on the disk: two processes of a build need them, and so does the next build."""

from __future__ import annotations

import os
from dataclasses import astuple
from importlib.metadata import version

from .. import store
from ..publication import PublicRegister
from .estimate import Estimate, Standing, assess
from .uncertainty import Share

PATH = os.path.join(store.FOLDER, "estimates")


def read(public: PublicRegister) -> dict[str, Estimate] | None:
    """The estimates made from the same records by the same code."""
    rows = store.read(PATH, _made_by(public)) if public.made_from else None
    return None if rows is None else {name: _estimate(*row) for name, row in rows.items()}


def keep(public: PublicRegister) -> dict[str, Estimate]:
    """The estimates made anew, and kept where it is known what they are made from."""
    made = assess(public)
    if public.made_from:
        store.write(PATH, _made_by(public), {name: astuple(it) for name, it in made.items()})
    return made


def _made_by(public: PublicRegister) -> str:
    return " ".join([public.made_from, store.code_version(""), version("numpy")])


def _estimate(
    standings: dict[str, tuple[float, float, float, bool, float, tuple[int, ...], int, int]],
    not_assessable: dict[str, str],
    before: float,
    after: float,
    sensitivity: dict[str, tuple[float, float]],
) -> Estimate:
    return Estimate(
        {key: Standing(*row) for key, row in standings.items()},
        not_assessable,
        before,
        after,
        {factor: Share(*row) for factor, row in sensitivity.items()},
    )
