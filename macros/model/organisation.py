"""A civil society organisation."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, StrictBool

from .common import (
    Area,
    Claim,
    Collection,
    Date,
    Email,
    Figure,
    Key,
    Model,
    Phone,
    Publication,
    Record,
    Region,
    SourceRef,
    Sources,
    Str,
    Term,
    Text,
    Url,
)

# Types are built by calls such as Term("themes"), which mypy cannot follow as annotations.
# mypy: disable-error-code="valid-type"


class Founding(Claim):
    """One claim about how the organisation came about; several may disagree."""

    value: Date
    event: Term("founding-events") = "founded"
    certainty: Term("certainties") = "stated"


def _bare_year(value: object) -> object:
    return [{"value": value}] if isinstance(value, int | str) else value


class Status(Claim):
    """One step in the organisation's life."""

    value: Term("statuses")
    area: Area | None = Field(
        None, description="Where it holds, if two authorities give two answers."
    )
    successor: Key("organisations") | None = None


class Registration(Claim):
    """An entry in an official register, a licence or a permit."""

    register_code: Str | None = Field(None, alias="register", description="org-id.guide list code.")
    number: Str | None = None
    authority: Key("authorities") | None = None
    area: Area | None = None


class PublicUtility(Claim):
    """Recognition as being of public utility."""

    value: StrictBool


class Contact(Model):
    """The organisation's own public channels; nothing personal."""

    phone: Phone | None = None
    hotline: Phone | None = None
    email: Email | None = None
    page: Url | None = Field(
        None, description="A contact page or social media page of the organisation."
    )


class Sponsor(Model):
    """Who supports the organisation."""

    name: Str
    kind: Term("sponsor-kinds") | None = None
    period: Str | None = None
    source: SourceRef | None = None


class Project(Model):
    """A project or publication."""

    title: Text
    year: Date | None = Field(
        None, description="The year a source gives, where start and end are unknown."
    )
    start: Date | None = None
    end: Date | None = None
    status: Term("project-statuses") | None = None
    themes: list[Term("themes")] | None = None
    partners: list[Str] | None = None
    sponsors: list[Str] | None = None
    summary: Text | None = None
    results: Text | None = None
    source: SourceRef | None = None


class Achievement(Model):
    """A result that a source credits to the organisation."""

    summary: Text
    year: Date | None = None
    themes: list[Term("themes")] | None = None
    source: SourceRef | None = None


class Relation(Model):
    """A contact with official bodies: cooperative, administrative or adversarial."""

    authorities: list[Key("authorities")] | None = None
    named: Text | None = Field(
        None, description="The body as the source words it, where a key says less."
    )
    kind: Term("relation-kinds")
    year: Date | None = None
    since: Date | None = None
    until: Date | None = None
    summary: Text
    source: SourceRef | None = None


class Capacity(Model):
    """What the organisation is able to do, as a source shows it."""

    area: Term("capacity-areas")
    summary: Text
    source: SourceRef | None = None


class StatementAnswer(Model):
    """What the organisation answered to one statement of the questionnaire."""

    statement: Str
    value: Term("answers")
    evidence: Text | None = None


class SelfAssessment(Model):
    """Answers to the statements on capacities, from one interview or questionnaire."""

    as_of: Date | None = None
    answers: list[StatementAnswer] = Field(min_length=1)
    source: SourceRef | None = None


class Need(Model):
    """Training, equipment or advice that the organisation says it needs."""

    kind: Term("need-kinds")
    themes: list[Term("themes")] | None = None
    summary: Text
    source: SourceRef | None = None


class Obstacle(Model):
    """A legal obstacle that the organisation met."""

    concerns: Term("concerns")
    law: Key("legislation") | None = None
    year: Date | None = None
    summary: Text
    source: SourceRef | None = None


class Participation(Claim):
    """Whether it is willing to join focus groups and roundtables; not published."""

    value: Term("answers")
    themes: list[Term("themes")] | None = None
    conditions: Text | None = None


class Organisation(Record):
    """A civil society organisation that works on crime-related topics."""

    names: Text
    also_known_as: list[Str] | None = None
    acronym: Str | None = None
    city: Text | None = None
    region: Region | None = None
    region_note: Text | None = None
    scope: Term("scopes") | None = None
    areas_served: list[Region] | None = None
    website: Url | None = None
    contact: Contact | None = None
    founded: Annotated[list[Founding], BeforeValidator(_bare_year)] | None = None
    legal_form: Term("legal-forms") | None = None
    legal_form_note: Text | None = None
    registrations: list[Registration] | None = None
    public_utility: PublicUtility | None = None
    status: list[Status]
    is_umbrella: StrictBool | None = None
    member_of: list[Key("organisations")] | None = None
    themes: list[Term("themes")] = Field(min_length=1)
    services: list[Term("services")] | None = None
    languages: list[Term("languages")] | None = None
    activities: list[Text] | None = None
    members: list[Figure] | None = None
    staff: list[Figure] | None = None
    volunteers: list[Figure] | None = None
    branches: list[Figure] | None = None
    people_reached: list[Figure] | None = None
    sponsors: list[Sponsor] | None = None
    projects: list[Project] | None = None
    achievements: list[Achievement] | None = None
    authority_relations: list[Relation] | None = None
    capacities: list[Capacity] | None = None
    assessments: list[SelfAssessment] | None = None
    needs: list[Need] | None = None
    legal_obstacles: list[Obstacle] | None = None
    participation: list[Participation] | None = None
    sources: Sources = Field(min_length=1)
    collection: Collection
    publication: Publication = Publication()
