"""By phrase of `wording/evaluation.yml`: the numbers that the sentence must state, counted anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from . import recount as r
from .recount import Raw

Stated = Mapping[str, Any]
Rule = Callable[[Raw, "str | None", str], Stated]
VICTIMS = (
    "victim-accompaniment", "shelter", "hotline", "psychological-support",
    "medical-documentation", "child-interview-support",
)  # fmt: skip


def extent(n: int, raw: Raw, country: str | None) -> dict[str, int]:
    return {"n": n, "total": len(raw.orgs(country))}


def with_field(field: str) -> Callable[[Raw, str | None], dict[str, int]]:
    return lambda raw, c: extent(r.n_with(raw.orgs(c), field), raw, c)


def themes(raw: Raw, c: str | None) -> Counter[str]:
    return r.terms(raw, c, "themes", "themes")


def services(raw: Raw, c: str | None) -> Counter[str]:
    return r.terms(raw, c, "services", "services")


def on_topic(raw: Raw, c: str | None, topic: str) -> set[str]:
    return {
        key
        for key, record in raw.orgs(c).items()
        if any(r.topic(raw, theme) == topic for theme in record["themes"])
    }


def topics(raw: Raw, c: str | None) -> Counter[str]:
    names = raw.vocabularies["prosecution-topics"]["terms"]
    return Counter({name: len(on_topic(raw, c, name)) for name in names})


def work_of_topic(raw: Raw, c: str | None, topic: str, field: str) -> int:
    found = r.items(raw.orgs(c), field)
    return sum(
        any(
            r.topic(raw, it) == topic
            for it in item.get("themes") or raw.organisations[key]["themes"]
        )
        for key, item in found
    )


def services_of(raw: Raw, members: set[str]) -> Counter[str]:
    return Counter(t for key in members for t in raw.organisations[key].get("services", []))


def on_theme(raw: Raw, c: str | None, theme: str) -> set[str]:
    return {key for key, record in raw.orgs(c).items() if theme in record["themes"]}


def ages(raw: Raw, c: str | None) -> list[int]:
    found = [rec for rec in raw.orgs(c).values() if r.status(rec) not in ("closed", "merged")]
    return [raw.year - year for year in map(r.founded, found) if year is not None]


def kinds(raw: Raw, c: str | None, test: r.Test = lambda raw, it: True) -> Counter[str]:
    return Counter(it["kind"] for _, it in r.relations(raw, c, test))


def stances(raw: Raw, c: str | None, section: str) -> Stated:
    return {
        name: len(r.relations(raw, c, r.of_stance(name))) for name in ("cooperative", "adversarial")
    }


def trend(raw: Raw, c: str | None, section: str) -> Stated:
    now, before = (raw.year - 9, raw.year), (raw.year - 19, raw.year - 10)
    return {
        "now": r.dated(raw, c, "cooperative", *now),
        "before": r.dated(raw, c, "cooperative", *before),
        "conflict_now": r.dated(raw, c, "adversarial", *now),
        "conflict_before": r.dated(raw, c, "adversarial", *before),
    }


def prosecution(raw: Raw, c: str | None) -> list[tuple[str, Any]]:
    return r.relations(raw, c, r.with_prosecution)


def n_organisations(found: list[tuple[str, Any]]) -> int:
    return len({key for key, _ in found})


def old_sources(raw: Raw, c: str | None) -> int:
    years = [year for year in map(r.newest, raw.orgs(c).values()) if year is not None]
    return sum(raw.year - year > 5 for year in years)


def independent(raw: Raw, c: str | None) -> int:
    return sum(
        any(source["kind"] not in r.OWN for source in record["sources"].values())
        for record in raw.orgs(c).values()
    )


def by_others(raw: Raw, c: str | None) -> int:
    return sum(
        raw.organisations[key]["sources"][item["source"]]["kind"] not in r.OWN
        for key, item in r.items(raw.orgs(c), "achievements")
        if "source" in item
    )


def work_by_theme(raw: Raw, c: str | None) -> Counter[str]:
    counts: Counter[str] = Counter()
    for field in ("projects", "achievements"):
        for key, item in r.items(raw.orgs(c), field):
            counts.update(item.get("themes") or raw.organisations[key]["themes"])
    return counts


def periods(raw: Raw, c: str | None) -> Counter[int]:
    found = [r.latest(it, "end", "year", "start") for _, it in r.items(raw.orgs(c), "projects")]
    found += [r.latest(it, "year") for _, it in r.items(raw.orgs(c), "achievements")]
    return Counter(max(1989, year // 5 * 5) for year in found if year is not None)


def named_mechanisms(raw: Raw, c: str | None) -> dict[str, int]:
    found = raw.of(raw.mechanisms, c).values()
    return {"n": len(found), "named": sum("participants" in it for it in found)}


def capacities(raw: Raw, c: str | None) -> Counter[str]:
    areas = {(key, it["area"]) for key, it in r.items(raw.orgs(c), "capacities")}
    counts = Counter(area for _, area in areas)
    return Counter({area: counts[area] for area in raw.vocabularies["capacity-areas"]["terms"]})


def sponsor_kinds(raw: Raw, c: str | None) -> Counter[str]:
    pairs = {(key, it["kind"]) for key, it in r.items(raw.orgs(c), "sponsors") if "kind" in it}
    return Counter(kind for _, kind in pairs)


def sponsor_names(raw: Raw, c: str | None) -> Counter[str]:
    return Counter(name for names in r.sponsors(raw, c).values() for name in names)


def one_sponsor(raw: Raw, c: str | None) -> int:
    return sum(len(names) == 1 for names in r.sponsors(raw, c).values())


def hard(raw: Raw, c: str | None) -> Counter[str]:
    wanted = ("prevents", "restrains")
    return Counter(it["concerns"] for it in r.standing(raw, c) if it["effect"] in wanted)


def empty_regions(raw: Raw, c: str | None) -> tuple[int, int]:
    counts = r.present(raw, c)
    return sum(n == 0 for n in counts.values()), len(counts)


def empty_cells(raw: Raw, c: str | None) -> dict[str, int]:
    places, names = r.all_regions(raw, c), raw.vocabularies["themes"]["terms"]
    held = {
        (region, theme)
        for record in raw.orgs(c).values()
        for region in r.regions(record)
        for theme in record["themes"]
    }
    total = len(places) * len(names)
    return {"total": total, "empty": total - len(held)}


def law_more(raw: Raw, c: str | None, section: str) -> Stated:
    counts = r.effects(raw, c)
    shown = {"law-hard": 10, "law-open": 8}[section]
    total = counts["prevents"] + counts["restrains"] if section == "law-hard" else counts["enables"]
    return {"n": total - shown}


def focus(raw: Raw, c: str | None, section: str) -> Stated:
    theme = section.removeprefix("focus-")
    members = on_theme(raw, c, theme)
    return {
        "organisations": len(members),
        "cooperative": len(r.relations(raw, c, r.of_stance("cooperative"), members)),
        "adversarial": len(r.relations(raw, c, r.of_stance("adversarial"), members)),
        "prosecution": len(r.relations(raw, c, r.with_prosecution, members)),
        "mechanisms": sum(
            theme in it.get("crime_topics", []) for it in raw.of(raw.mechanisms, c).values()
        ),
    }


def topic_numbers(raw: Raw, c: str | None, section: str) -> Stated:
    topic = section.removeprefix("topic-")
    return {
        "organisations": len(on_topic(raw, c, topic)),
        "projects": work_of_topic(raw, c, topic, "projects"),
        "achievements": work_of_topic(raw, c, topic, "achievements"),
    }


def topic_relations(raw: Raw, c: str | None, section: str) -> Stated:
    members = on_topic(raw, c, section.removeprefix("topic-"))
    return {
        "cooperative": len(r.relations(raw, c, r.of_stance("cooperative"), members)),
        "prosecution": len(r.relations(raw, c, r.with_prosecution, members)),
    }


def state(raw: Raw, c: str | None, section: str) -> Stated:
    return {
        "organisations": len(raw.orgs(c)),
        "laws": len(raw.of(raw.laws, c)),
        "mechanisms": len(raw.of(raw.mechanisms, c)),
        "bodies": len(raw.of(raw.authorities, c)),
    }


def law(raw: Raw, c: str | None, section: str) -> Stated:
    return r.effects(raw, c)


def agreements(kind: str, name: str) -> Rule:
    def rule(raw: Raw, c: str | None, section: str) -> Stated:
        test = r.both(r.of_kind(kind), r.with_prosecution)
        return {
            name: len(r.relations(raw, c, r.of_kind(kind))),
            "prosecution": len(r.relations(raw, c, test)),
        }

    return rule


def simple(**places: Callable[[Raw, str | None], Any]) -> Rule:
    """Places whose numbers depend on the country alone."""
    return lambda raw, c, section: {name: make(raw, c) for name, make in places.items()}


def having(field: str, *terms: str) -> Callable[[Raw, str | None], int]:
    return lambda raw, c: r.n_having(raw.orgs(c), field, *terms)


def related(test: r.Test) -> Callable[[Raw, str | None], int]:
    return lambda raw, c: len(r.relations(raw, c, test))


def n_items(field: str) -> Callable[[Raw, str | None], int]:
    return lambda raw, c: sum(1 for _ in r.items(raw.orgs(c), field))


def reasons(raw: Raw, c: str | None, section: str) -> Stated:
    return {"reasons": r.assessable(raw, c, section.removeprefix("dimension-"))[1]}


def assessed(raw: Raw, c: str | None, section: str) -> Stated:
    return {"total": r.assessable(raw, c, section.removeprefix("dimension-"))[0]}


def asked(raw: Raw, c: str | None) -> int:
    return sum(
        any(source["kind"] in ("interview", "questionnaire") for source in it["sources"].values())
        for it in raw.orgs(c).values()
    )


def actions(raw: Raw, c: str | None) -> list[dict[str, Any]]:
    plans = [it for key, it in raw.plans.items() if c in (None, key)]
    found = [it for plan in plans for part in plan["objectives"] for it in part["actions"]]
    return [it for it in found if "dropped" not in it]


def approved(raw: Raw, c: str | None) -> int:
    decided = [{one["decision"] for one in it["approvals"]} for it in actions(raw, c)]
    return sum("approved" in it for it in decided)


def events(raw: Raw, c: str | None) -> list[str]:
    return [it["status"] for key, it in raw.events.items() if c in (None, key[:2])]


def benefits(raw: Raw, c: str | None, section: str) -> Stated:
    found = [it for it in raw.findings.values() if it["kind"] == "benefit"]
    return Counter(it["strength"] for it in found)


FORMS = {
    "point-framework": ("memorandum",),
    "point-referral": ("referral", "one-stop-centre", "victim-accompaniment"),
    "point-complaints": ("complaint-channel",),
    "point-documentation": ("evidence-submission",),
    "point-detention": ("monitoring",),
    "point-training": ("joint-training",),
    "point-seats": ("joint-committee",),
}


def practices(raw: Raw, c: str | None, section: str) -> Stated:
    found = [it for it in raw.practices.values() if it["form"] in FORMS[section]]
    return {
        "forms": Counter(it["form"] for it in found),
        "unseen": sum(it["results_strength"] == "none-seen" for it in found),
    }


SENTENCES: dict[str, Rule] = {
    "state": state,
    "summary-basis": simple(
        organisations=lambda raw, c: len(raw.orgs(c)),
        sources=lambda raw, c: sum(len(it["sources"]) for it in raw.orgs(c).values()),
    ),
    "summary-age": simple(extent=lambda raw, c: extent(old_sources(raw, c), raw, c)),
    "summary-capacities": simple(extent=with_field("capacities"), areas=capacities),
    "summary-sponsors": simple(extent=with_field("sponsors")),
    "method-asked": simple(extent=lambda raw, c: extent(asked(raw, c), raw, c)),
    "needs-stated": simple(
        needs=lambda raw, c: r.n_with(raw.orgs(c), "needs"),
        obstacles=lambda raw, c: r.n_with(raw.orgs(c), "legal_obstacles"),
        assessments=lambda raw, c: r.n_with(raw.orgs(c), "assessments"),
    ),
    "contribution-elsewhere": benefits,
    "dialogue-safeguards": simple(
        n=lambda raw, c: sum(it["kind"] == "safeguard" for it in raw.findings.values())
    ),
    "dialogue-plans": simple(actions=lambda raw, c: len(actions(raw, c)), approved=approved),
    "point-practices": practices,
    "focus-calendar": simple(
        events=lambda raw, c: len(events(raw, c)), held=lambda raw, c: events(raw, c).count("held")
    ),
    "summary-themes": simple(themes=themes),
    "summary-drugs": simple(
        n=lambda raw, c: topics(raw, c)["drugs"], total=lambda raw, c: len(raw.orgs(c))
    ),
    "summary-services": simple(extent=with_field("services"), services=services),
    "summary-results": simple(extent=with_field("achievements")),
    "balance-cooperative": stances,
    "balance-even": stances,
    "balance-adversarial": stances,
    "summary-prosecution": simple(
        extent=lambda raw, c: extent(n_organisations(prosecution(raw, c)), raw, c)
    ),
    "summary-topics": simple(topics=topics),
    "summary-law": law,
    "summary-regions": simple(
        n=lambda raw, c: empty_regions(raw, c)[0], total=lambda raw, c: empty_regions(raw, c)[1]
    ),
    "method-evidence": simple(extent=lambda raw, c: extent(independent(raw, c), raw, c)),
    "method-single": simple(
        extent=lambda raw, c: extent(
            sum(r.level(it) == "single" for it in raw.orgs(c).values()), raw, c
        )
    ),
    "method-age": simple(extent=lambda raw, c: extent(old_sources(raw, c), raw, c)),
    "stocktake-countries": simple(
        countries=lambda raw, c: Counter(key[:2] for key in raw.organisations)
    ),
    "stocktake-active": simple(
        extent=lambda raw, c: extent(
            sum(r.status(it) == "active" for it in raw.orgs(c).values()), raw, c
        )
    ),
    "stocktake-founded": simple(extent=with_field("founded")),
    "stocktake-old": simple(
        old=lambda raw, c: sum(age >= 20 for age in ages(raw, c)),
        young=lambda raw, c: sum(age < 10 for age in ages(raw, c)),
    ),
    "stocktake-regions": simple(regions=r.present),
    "stocktake-no-place": simple(
        extent=lambda raw, c: extent(sum(not r.regions(it) for it in raw.orgs(c).values()), raw, c)
    ),
    "themes-lead": simple(themes=themes),
    "themes-rare": simple(themes=themes),
    "services-lead": simple(extent=with_field("services"), services=services),
    "work-projects": simple(n=n_items("projects"), extent=with_field("projects")),
    "work-achievements": simple(n=n_items("achievements"), extent=with_field("achievements")),
    "work-by-others": simple(others=by_others, n=n_items("achievements")),
    "work-themes": simple(themes=work_by_theme),
    "work-time": simple(n=lambda raw, c: max(periods(raw, c).values())),
    "topic-numbers": topic_numbers,
    "topic-relations": topic_relations,
    "topic-services": lambda raw, c, section: {
        "services": services_of(raw, on_topic(raw, c, section.removeprefix("topic-")))
    },
    "relations-any": simple(extent=with_field("authority_relations")),
    "relations-kinds": simple(kinds=kinds),
    "trend-up": trend,
    "trend-down": trend,
    "trend-even": trend,
    "with-prosecution-lead": simple(
        n=lambda raw, c: len(prosecution(raw, c)),
        extent=lambda raw, c: extent(n_organisations(prosecution(raw, c)), raw, c),
        kinds=lambda raw, c: kinds(raw, c, r.with_prosecution),
    ),
    "mechanisms-lead": lambda raw, c, section: named_mechanisms(raw, c),
    "network-bodies": simple(bodies=lambda raw, c: Counter(body for _, body in r.links(raw, c))),
    "network-alone": simple(extent=lambda raw, c: extent(r.alone(raw, c), raw, c)),
    "capacities-lead": simple(extent=with_field("capacities"), areas=capacities),
    "capacities-rare": simple(areas=capacities),
    "support-lead": simple(extent=with_field("sponsors"), kinds=sponsor_kinds),
    "support-one": simple(extent=lambda raw, c: extent(one_sponsor(raw, c), raw, c)),
    "support-names": simple(sponsors=sponsor_names),
    "assessment-lead": simple(share=lambda raw, c: (100 + int(raw.assessment["interval"])) // 2),
    "assessment-upper": assessed,
    "assessment-upper-none": assessed,
    "assessment-reasons": reasons,
    "law-lead": law,
    "law-where": simple(concerns=hard),
    "law-more": law_more,
    "gaps-themes": simple(themes=themes),
    "gaps-services": simple(services=services),
    "gaps-regions": simple(
        n=lambda raw, c: empty_regions(raw, c)[0], total=lambda raw, c: empty_regions(raw, c)[1]
    ),
    "gaps-cells": lambda raw, c, section: empty_cells(raw, c),
    "framework-evidence": agreements("agreement", "agreements"),
    "referral-evidence": simple(
        organisations=having("services", *VICTIMS), referrals=related(r.of_kind("referral"))
    ),
    "complaints-evidence": agreements("complaint", "complaints"),
    "documentation-evidence": simple(organisations=having("services", "evidence-documentation")),
    "detention-evidence": simple(
        organisations=having("themes", "prisons-detention"),
        oversight=related(r.of_stance("oversight")),
    ),
    "disputes-evidence": simple(
        disputes=related(r.of_stance("adversarial")),
        organisations=lambda raw, c: n_organisations(
            r.relations(raw, c, r.of_stance("adversarial"))
        ),
    ),
    "rules-evidence": law,
    "openings-evidence": simple(
        enables=lambda raw, c: r.effects(raw, c)["enables"],
        prosecution=lambda raw, c: len(prosecution(raw, c)),
    ),
    "training-evidence": simple(
        trainings=related(r.of_kind("joint-training")),
        organisations=having("services", "official-training"),
    ),
    "seats-evidence": lambda raw, c, section: {
        "mechanisms": named_mechanisms(raw, c)["n"],
        "named": named_mechanisms(raw, c)["named"],
    },
    "drugs-evidence": simple(
        organisations=having("themes", "drugs"),
        treatment=having("services", "treatment-rehabilitation"),
    ),
    "regions-evidence": simple(
        empty=lambda raw, c: empty_regions(raw, c)[0],
        total=lambda raw, c: empty_regions(raw, c)[1],
    ),
    "focus-numbers": focus,
    "focus-services": lambda raw, c, section: {
        "services": services_of(raw, on_theme(raw, c, section.removeprefix("focus-")))
    },
    "focus-countries": lambda raw, c, section: {
        "countries": Counter(key[:2] for key in on_theme(raw, c, section.removeprefix("focus-")))
    },
}
ESTIMATED = {"summary-bands", "assessment-upper"}
"""State how many stand clearly in the upper half: drawn at random, so tested for what must hold."""
GREATEST = {
    "summary-themes", "summary-services", "themes-lead", "services-lead", "work-themes",
    "relations-kinds", "network-bodies", "capacities-lead", "summary-capacities", "support-lead",
    "support-names", "stocktake-regions", "law-where", "focus-services", "topic-services",
}  # fmt: skip
"""Sentences that name the greatest categories: none that is left out may be greater."""
