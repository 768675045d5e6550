"""An action plan: objectives and actions, its drafts, comments, decisions and progress."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .common import LARGEST, Date, Key, Model, Record, SourceRef, Sources, Str, Term, Text
from .ground import Ground

Month = Annotated[int, Field(strict=True, ge=1, le=60)]
"""A month of the plan; the first begins when the plan starts."""
Count = Annotated[int, Field(strict=True, ge=0, le=LARGEST)]


class Draft(Model):
    """A version of the plan, in the order in which they were written."""

    version: Str
    stage: Term("draft-stages")
    date: Date
    note: Text | None = Field(None, description="What changed, or what it was made from.")


class Milestone(Model):
    """Something to be reached by the end of a month."""

    month: Month
    title: Text


class Measurement(Model):
    """What an indicator was found to be."""

    value: Count
    as_of: Date
    source: SourceRef


class Indicator(Model):
    """How progress is told. Without a baseline it has still to be measured."""

    name: Text
    unit: Text
    baseline: Count | None = None
    target: Count
    actual: list[Measurement] | None = None
    verification: Text | None = Field(None, description="Where the value will be read.")


class Approval(Model):
    """What an official body decided on an action; pending until its decision is in hand."""

    authority: Key("authorities")
    decision: Term("decisions")
    date: Date | None = None
    source: SourceRef | None = None
    note: Text | None = None


class Wording(Model):
    """How an action stood in a draft, where it has changed since."""

    version: Str = Field(description="The last draft in which it stood so.")
    title: Text | None = None
    summary: Text | None = None
    start: Month | None = None
    end: Month | None = None


class Action(Model):
    """Something to be done, as the latest draft has it, and what it rests on."""

    id: Str
    title: Text
    pillar: Term("pillars")
    summary: Text
    rests_on: list[Ground] | None = None
    responsible: list[Text] = Field(min_length=1, description="Roles, never names.")
    authorities: list[Key("authorities")] | None = None
    partners: list[Key("organisations")] | None = None
    modules: list[Key("modules")] | None = None
    start: Month
    end: Month
    milestones: list[Milestone] | None = None
    indicators: list[Indicator] = Field(min_length=1)
    resources: list[Text] | None = None
    status: Term("action-statuses")
    approvals: list[Approval] = Field(min_length=1)
    added: Str | None = Field(None, description="Draft in which it first stood.")
    dropped: Str | None = Field(None, description="Draft from which it was taken out.")
    earlier: list[Wording] | None = None


class Objective(Model):
    """What several actions are for."""

    title: Text
    actions: list[Action] = Field(min_length=1)


class Comment(Model):
    """A comment on a draft, the answer to it, and what was changed."""

    version: Str
    action: Str | None = None
    event: Key("events") | None = None
    author: Text = Field(description="Role or group, never a name.")
    comment: Text
    response: Text | None = None
    change: Text | None = None


class ActionPlan(Record):
    """A plan of a country or of all, from preliminary draft to approval."""

    titles: Text
    summary: Text
    start: Date | None = Field(None, description="When the first month begins, once decided.")
    drafts: list[Draft] = Field(min_length=1)
    objectives: list[Objective] = Field(min_length=1)
    comments: list[Comment] | None = None
    sources: Sources | None = None
