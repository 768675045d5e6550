"""What must not enter the register: signs that a text names a person or holds a private contact."""

from __future__ import annotations

import re

from ..checks.privacy import EMAIL, EUROPEAN, PHONE

_DIALLED = re.compile(r"(?<!\w)(?:\+|00?)\d(?:[ ().-]?\d){6,}(?!\w)")
"""What looks like a telephone number; in a form more is held for one than in a record."""
_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Mme|Mlle|M|Me)\.?\s+[A-ZÀ-Þ][\w’'-]+"
    r"|\b(?:السيد|السيدة|الأستاذ|الأستاذة|الدكتور|الدكتورة|الآنسة)\s+\w+"
    r"|(?<!\w)[دأ]\s?\.\s?\w{2,}"
)
"""A title with what seems to be a name behind it."""


def sign_of_person(text: str) -> str:
    """The reason why a text is not taken without a person having read it; empty if there is none.

    A name without a title cannot be told from other words: interviewers are asked for none, and
    reviewers read every text.
    """
    digits = text.translate(EUROPEAN)
    if EMAIL.search(text) or PHONE.search(digits) or _DIALLED.search(digits):
        return "private-contact"
    return "may-name-person" if _TITLE.search(text) else ""
