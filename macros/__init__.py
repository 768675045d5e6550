"""Dalil's library. mkdocs-macros finds its two functions here; everything else is below.

The imports are late on purpose, the only ones that are: `dalil check` imports modules of this
package and must load neither MkDocs nor pandas.
"""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Give authored pages their macros; see `door`."""
    from . import door  # noqa: PLC0415

    door.define_env(env)


def on_post_build(env: Any) -> None:
    """Strike the records of a language, and finish the site after the last; see `door`."""
    from . import door  # noqa: PLC0415

    door.on_post_build(env)
