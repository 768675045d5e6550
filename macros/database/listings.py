"""Every list inside records that is a table of its own, one line each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in a kind of record: its table, the way to it, and what one row is called."""

    table: str
    kind: str
    way: tuple[str, ...]
    row: str
    also: tuple[str, ...] = ()
    """Other lists of the same form in the same table; its column `quantity` tells which."""


LISTINGS = (
    Listing("founding_claims", "organisations", ("founded",), "claim"),
    Listing("organisation_statuses", "organisations", ("status",), "step"),
    Listing("registrations", "organisations", ("registrations",), "registration"),
    Listing(
        "figures", "organisations", ("members",), "figure",
        also=("staff", "volunteers", "branches", "people_reached"),
    ),
    Listing("organisation_themes", "organisations", ("themes",), "theme"),
    Listing("organisation_services", "organisations", ("services",), "service"),
    Listing("organisation_languages", "organisations", ("languages",), "language"),
    Listing("areas_served", "organisations", ("areas_served",), "region"),
    Listing("memberships", "organisations", ("member_of",), "umbrella"),
    Listing("activities", "organisations", ("activities",), "activity"),
    Listing("sponsors", "organisations", ("sponsors",), "sponsor"),
    Listing("projects", "organisations", ("projects",), "project"),
    Listing("project_themes", "organisations", ("projects", "themes"), "theme"),
    Listing("project_partners", "organisations", ("projects", "partners"), "partner"),
    Listing("project_sponsors", "organisations", ("projects", "sponsors"), "sponsor"),
    Listing("achievements", "organisations", ("achievements",), "achievement"),
    Listing("achievement_themes", "organisations", ("achievements", "themes"), "theme"),
    Listing("relations", "organisations", ("authority_relations",), "relation"),
    Listing(
        "relation_authorities", "organisations", ("authority_relations", "authorities"), "authority"
    ),
    Listing("capacities", "organisations", ("capacities",), "capacity"),
    Listing("self_assessments", "organisations", ("assessments",), "assessment"),
    Listing("statement_answers", "organisations", ("assessments", "answers"), "answer"),
    Listing("stated_needs", "organisations", ("needs",), "need"),
    Listing("need_themes", "organisations", ("needs", "themes"), "theme"),
    Listing("legal_obstacles", "organisations", ("legal_obstacles",), "obstacle"),
    Listing("contact_channels", "authorities", ("contact_channels",), "channel"),
    Listing("amendments", "legislation", ("amended",), "amendment"),
    Listing("in_force", "legislation", ("in_force",), "step"),
    Listing("law_replaces", "legislation", ("replaces",), "replaced"),
    Listing("law_replaced_by", "legislation", ("replaced_by",), "replacing"),
    Listing("provisions", "legislation", ("provisions",), "provision"),
    Listing("provision_steps", "legislation", ("provisions", "steps"), "legal_step"),
    Listing("mechanism_authorities", "mechanisms", ("authorities",), "authority"),
    Listing("mechanism_bodies", "mechanisms", ("also_named",), "body"),
    Listing("mechanism_participants", "mechanisms", ("participants",), "organisation"),
    Listing("mechanism_topics", "mechanisms", ("crime_topics",), "theme"),
    Listing("module_audiences", "modules", ("audience",), "audience"),
    Listing("module_capacities", "modules", ("builds",), "capacity_area"),
    Listing("module_areas", "modules", ("strengthens",), "assessment_area"),
    Listing("module_objectives", "modules", ("objectives",), "objective"),
    Listing("module_units", "modules", ("outline",), "unit"),
    Listing("module_exercises", "modules", ("exercises",), "exercise"),
    Listing("module_materials", "modules", ("materials",), "material"),
    Listing("event_themes", "events", ("themes",), "theme"),
    Listing("event_objectives", "events", ("objectives",), "objective"),
    Listing("event_grounds", "events", ("rests_on",), "ground"),
    Listing("event_questions", "events", ("concept", "questions"), "question"),
    Listing("event_results", "events", ("concept", "results"), "result"),
    Listing("event_sessions", "events", ("agenda",), "session"),
    Listing("event_invitations", "events", ("invited",), "invitation"),
    Listing("event_modules", "events", ("modules",), "module"),
    Listing("event_follows", "events", ("follows",), "followed"),
    Listing("event_materials", "events", ("materials",), "material"),
    Listing("attendance", "events", ("report", "attendance"), "attendees"),
    Listing("discussion_points", "events", ("report", "points"), "point"),
    Listing("recommendations", "events", ("report", "recommendations"), "recommendation"),
    Listing("training_results", "events", ("report", "results"), "outcome"),
    Listing("event_ratings", "events", ("report", "evaluation"), "rating"),
    Listing("plan_drafts", "action-plans", ("drafts",), "draft"),
    Listing("plan_objectives", "action-plans", ("objectives",), "objective"),
    Listing("plan_actions", "action-plans", ("objectives", "actions"), "action"),
    *(
        Listing(table, "action-plans", ("objectives", "actions", *way), row)
        for table, way, row in (
            ("action_grounds", ("rests_on",), "ground"),
            ("action_roles", ("responsible",), "role"),
            ("action_authorities", ("authorities",), "authority"),
            ("action_partners", ("partners",), "partner"),
            ("action_modules", ("modules",), "module"),
            ("action_milestones", ("milestones",), "milestone"),
            ("action_indicators", ("indicators",), "indicator"),
            ("indicator_values", ("indicators", "actual"), "measurement"),
            ("action_resources", ("resources",), "resource"),
            ("action_approvals", ("approvals",), "approval"),
            ("action_wordings", ("earlier",), "wording"),
        )
    ),
    Listing("plan_comments", "action-plans", ("comments",), "comment"),
    Listing("mechanism_rules", "mechanisms", ("rules",), "rule"),
    Listing("practice_topics", "practices", ("crime_topics",), "crime_topic"),
    Listing("practice_results", "practices", ("results",), "result"),
    Listing("practice_limits", "practices", ("limits",), "limit"),
    Listing("practice_mechanisms", "practices", ("mechanisms",), "mechanism"),
    Listing("practice_organisations", "practices", ("organisations",), "organisation"),
    Listing("instrument_statements", "instruments", ("says_on_cooperation",), "statement"),
    Listing("instrument_practices", "instruments", ("practices",), "practice"),
    Listing("finding_practices", "findings", ("practices",), "practice"),
    Listing("finding_instruments", "findings", ("instruments",), "instrument"),
    Listing("crime_contributions", "crimes", ("cso_contributes",), "contribution"),
    Listing("crime_offers", "crimes", ("prosecution_offers",), "offer"),
    Listing("crime_cautions", "crimes", ("cautions",), "caution"),
    Listing("registered_csos", "countries", ("registered_csos",), "count"),
)  # fmt: skip
