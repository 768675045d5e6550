"""Questions: each is one function from the tables to an `Answer`; all are listed here."""

from __future__ import annotations

from ..tables import Tables
from . import (
    capacities,
    collection,
    evidence,
    law,
    network,
    places,
    relations,
    standings,
    stocktaking,
    support,
    work,
)
from .answer import Answer, Question

QUESTIONS: dict[str, Question] = {
    "countries": stocktaking.countries,
    "themes": stocktaking.themes,
    "themes-by-country": stocktaking.themes_by_country,
    "services": stocktaking.services,
    "services-by-country": stocktaking.services_by_country,
    "regions": stocktaking.regions,
    "founding-periods": stocktaking.founding_periods,
    "founding-ages": stocktaking.founding_ages,
    "founding-timeline": stocktaking.founding_timeline,
    "statuses": stocktaking.statuses,
    "presence": places.presence,
    "themes-by-region": places.themes_by_region,
    "services-by-region": places.services_by_region,
    "regions-covered": places.regions_covered,
    "theme-gaps": places.theme_gaps,
    "service-gaps": places.service_gaps,
    "sponsor-kinds": support.sponsor_kinds,
    "sponsors": support.sponsors,
    "sponsor-dependence": support.sponsor_dependence,
    "work-by-theme": work.work_by_theme,
    "work-over-time": work.work_over_time,
    "topics": work.topics,
    "relation-kinds": relations.relation_kinds,
    "relation-stances": relations.relation_stances,
    "relations-over-time": relations.relations_over_time,
    "prosecution-relations": relations.prosecution_relations,
    "prosecution-stances": relations.prosecution_stances,
    "linked-authorities": network.linked_authorities,
    "linked-organisations": network.linked_organisations,
    "brokers": network.brokers,
    "network-parts": network.network_parts,
    "network": network.network,
    "capacities": capacities.capacities,
    "capacities-by-country": capacities.capacities_by_country,
    "evidence-levels": stocktaking.evidence_levels,
    "collection-stages": collection.stages,
    "collection-by-country": collection.stages_by_country,
    "evidence-age": evidence.evidence_age,
    "source-kinds": evidence.source_kinds,
    "law-effects": law.law_effects,
    "mechanism-kinds": law.mechanism_kinds,
    "bands": standings.bands,
}
"""By name, which is also the name of its title in `wording/`."""


def ask(tables: Tables, question: str, country: str | None = None) -> Answer:
    """The answer to a question about one country or all, worked out once for these tables."""
    answers = tables.kept
    key = (question, country)
    if key not in answers:
        answers[key] = QUESTIONS[question](tables, country)
    answer: Answer = answers[key]
    return answer


__all__ = ["QUESTIONS", "Answer", "Question", "ask"]
