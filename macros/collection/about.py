"""What a submission says about itself: of which organisation, how, and with what consent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..model.questionnaire import ABOUT_THE_ANSWERS, Asked
from .answers import Given, Reader
from .form import Form
from .ledger import Ledger, Unusable
from .submissions import Submission


@dataclass(slots=True)
class About:
    """The answers about the interview itself; `agreed` is `None` where nobody was asked."""

    key: str = ""
    country: str = ""
    lang: str = ""
    agreed: Any = None
    source: dict[str, Any] = field(default_factory=dict)
    publication: dict[str, Any] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)
    """What was answered and not understood."""

    @property
    def missing(self) -> str:
        """Why nothing of the submission can be taken; empty if that is not so."""
        if "key" in self.failed:
            return "unknown-record"
        if "publication" in self.failed:
            return "consent-unclear"
        if not self.country:
            return "no-country"
        if not self.lang:
            return "no-language"
        return "" if {"kind", "date"} <= set(self.source) else "no-date-or-kind"


def read_about(form: Form, submission: Submission, ledger: Ledger) -> About:
    """What a submission says about itself; key and country first, since choices rest on them."""
    about = About()
    by_head: dict[str, list[tuple[Asked, Given]]] = {}
    by_id = form.by_id()
    for name, given in submission.answers.items():
        it = by_id[name]
        if it.fills and it.fills[0] in ABOUT_THE_ANSWERS and not it.group:
            by_head.setdefault(str(it.fills[0]), []).append((it, given))
    for head in ABOUT_THE_ANSWERS:
        for it, given in by_head.get(head, ()):
            _tell(form, about, head, it, given, ledger)
    return about


def _tell(form: Form, about: About, head: str, it: Asked, given: Given, ledger: Ledger) -> None:
    try:
        value = Reader(form.records, about.lang, about.country).value(it, given)
    except Unusable as error:
        ledger.mark(given.cells, "unusable", error.reason, error.detail)
        about.failed.append(head)
        return
    ledger.mark(given.cells, "used")
    if head in ("source", "publication"):
        getattr(about, head)[str(it.fills[1])] = value
    elif head == "key":
        about.key, about.country = value, value.split("-")[0]
    elif head == "country" and about.country and about.country != value:
        ledger.mark(given.cells, "conflict", "conflict", "country")
    else:
        setattr(about, {"language": "lang", "agreement": "agreed"}.get(head, head), value)
