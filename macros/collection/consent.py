"""What an organisation allows, and what follows for its record.

Consent can only be narrowed without a person: a wider one than that on file is listed for the
maintainers. Without consent to publish, nothing of the answers is taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..tree import Branch, grown
from .additions import Change

EXPOSURES = ("full", "no-contact", "region-only", "name-only", "withheld")
"""From everything to nothing."""
OWN_WORD = ("interview", "questionnaire")
"""Sources in which the organisation itself speaks, so that its consent is needed."""


def refusal(source_kind: str, agreed: Any, consent: str, on_file: Mapping[str, Any]) -> str:
    """Why the answers may not be taken, as a reason of `wording/summary.yml`, or nothing."""
    if agreed is not True:
        return "no-agreement"
    if source_kind not in OWN_WORD:
        return ""
    if on_file.get("consent") == "withheld" or on_file.get("exposure") == "withheld":
        return "withheld-on-file"
    return "" if consent == "granted" else "no-consent"


def published(root: Branch, answers: dict[str, Any], date: str) -> list[Change]:
    """Enter what the organisation allows; the changes made, and what is left to maintainers."""
    branch = root.get("publication")
    before = branch.data() if branch else {}
    wanted: dict[str, Any] = {}
    changes: list[Change] = []
    consent, exposure = answers.get("consent", ""), answers.get("exposure", "")
    if consent == "withheld":
        wanted["consent"] = consent
    elif consent == "granted":
        wanted |= {"consent": consent, "consent_date": date}
        if expires := answers.get("consent_expires"):
            wanted["consent_expires"] = expires
    if exposure:
        now = before.get("exposure", "full")
        if EXPOSURES.index(exposure) >= EXPOSURES.index(now):
            wanted["exposure"] = exposure
        else:
            changes.append(Change("conflict", "publication.exposure", exposure, now))
    new = {key: value for key, value in wanted.items() if before.get(key) != value}
    if new:
        target = branch or Branch("mapping")
        root.put("publication", target)
        for key, value in new.items():
            target.put(key, grown(value))
            name = f"publication.{key}"
            changes.append(
                Change("changed" if key in before else "added", name, value, before.get(key))
            )
    return changes
