"""Who can help: which organisations, mechanisms and provisions answer a need in a place, and why.

`facts.py` reads off the public register what the question needs, without any language; `rules.py`
answers from that alone. `docs/assets/js/finder-rules.js` holds the same rules for the page, and
both are tested against the same cases (`tests/finder/cases.json`).
"""

from .facts import Facts, Helper, Need, facts
from .reasons import Item, Question
from .rules import Answer, Group, find

__all__ = ["Answer", "Facts", "Group", "Helper", "Item", "Need", "Question", "facts", "find"]
