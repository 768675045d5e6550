"""By question: the table that its chart must show, counted anew from the files.

Keys are categories, or pairs of a category and a column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Mapping

from . import recount as r
from . import recount_sentences as s
from .recount import Raw

Table = Mapping[Hashable, int]
Rule = Callable[[Raw, "str | None"], Table]


def by_country(field: str) -> Rule:
    return lambda raw, c: Counter(
        (term, key[:2])
        for key, record in raw.organisations.items()
        for term in record.get(field, [])
    )


def by_region(field: str) -> Rule:
    return lambda raw, c: Counter(
        (region, term)
        for record in raw.orgs(c).values()
        for region in r.regions(record)
        for term in record.get(field, [])
    )


def covered(raw: Raw, c: str | None) -> Table:
    pairs = {(theme, region) for region, theme in by_region("themes")(raw, c)}
    return Counter((theme, region[:2].lower()) for theme, region in pairs)


def classes(edges: tuple[int, ...], values: list[int]) -> Table:
    return Counter(str(max(edge for edge in edges if value >= edge)) for value in values)


def evidence_age(raw: Raw, c: str | None) -> Table:
    years = [r.newest(record) for record in raw.orgs(c).values()]
    ages = [raw.year - year for year in years if year is not None]
    return Counter(classes((0, 2, 4, 6, 11), ages)) + Counter({"undated": years.count(None)})


def founded(raw: Raw, c: str | None) -> list[int]:
    return [year for year in map(r.founded, raw.orgs(c).values()) if year is not None]


def timeline(raw: Raw, c: str | None) -> Table:
    dated = ((key, r.founded(record)) for key, record in raw.orgs(c).items())
    return Counter((key[:2], str(year)) for key, year in dated if year is not None)


def work_by_theme(raw: Raw, c: str | None) -> Table:
    return Counter(
        (theme, field)
        for field in ("projects", "achievements")
        for key, item in r.items(raw.orgs(c), field)
        for theme in item.get("themes") or raw.organisations[key]["themes"]
    )


def period(year: int) -> str:
    return str(max(1989, year // 5 * 5))


def work_over_time(raw: Raw, c: str | None) -> Table:
    return Counter(
        (field, period(year))
        for field in ("projects", "achievements")
        for _, item in r.items(raw.orgs(c), field)
        if (year := r.latest(item, "end", "year", "start")) is not None
    )


def relations_over_time(raw: Raw, c: str | None) -> Table:
    return Counter(
        (r.stance(raw, it), period(int(when[:4])))
        for _, it in r.relations(raw, c)
        if (when := it.get("year") or it.get("since"))
    )


def topics(raw: Raw, c: str | None) -> Table:
    found: dict[Hashable, int] = {}
    for topic in raw.vocabularies["prosecution-topics"]["terms"]:
        numbers = s.topic_numbers(raw, c, f"topic-{topic}")
        relations = s.topic_relations(raw, c, f"topic-{topic}")
        found |= {(topic, name): n for name, n in numbers.items()}
        found[topic, "cooperative-relations"] = relations["cooperative"]
        found[topic, "prosecution-relations-of"] = relations["prosecution"]
    return found


def dependence(raw: Raw, c: str | None) -> Table:
    names = ("sponsors-none", "sponsors-one", "sponsors-two", "sponsors-more")
    found = r.sponsors(raw, c)
    return Counter(names[min(3, len(found.get(key, ())))] for key in raw.orgs(c))


def capacities_by_country(raw: Raw, c: str | None) -> Table:
    pairs = {(key, it["area"]) for key, it in r.items(raw.organisations, "capacities")}
    return Counter((area, key[:2]) for key, area in pairs)


def connected(raw: Raw, c: str | None) -> Table:
    """Organisations in the largest connected group of their country, in others, and alone."""
    counts: Counter[Hashable] = Counter()
    for country in [c] if c else list(raw.countries):
        edges = r.links(raw, country)
        edges |= {(key, str(up)) for key, up in r.items(raw.orgs(country), "member_of")}
        groups = {key: {key} for key in raw.orgs(country)}
        for first, second in edges:
            joined = groups.get(first, {first}) | groups.get(second, {second})
            for member in joined:
                groups[member] = joined
        own = [group for group in {id(it): it for it in groups.values()}.values() if group]
        largest = max(own, key=lambda group: len(group))
        for key in raw.orgs(country):
            group = groups[key]
            name = "alone" if len(group) == 1 else "largest" if group is largest else "others"
            counts[f"part-{name}"] += 1
    return counts


def laws(raw: Raw, c: str | None) -> Table:
    return Counter((rule["concerns"], rule["effect"]) for rule in r.standing(raw, c))


def linked(raw: Raw, c: str | None, at: int) -> Table:
    return Counter(pair[at] for pair in r.links(raw, c))


TABLES: dict[str, Rule] = {
    "countries": lambda raw, c: Counter(key[:2] for key in raw.orgs(c)),
    "themes": s.themes,
    "themes-by-country": by_country("themes"),
    "theme-gaps": s.themes,
    "services": s.services,
    "services-by-country": by_country("services"),
    "service-gaps": s.services,
    "regions": lambda raw, c: Counter(
        record["region"] for record in raw.orgs(c).values() if "region" in record
    ),
    "presence": r.present,
    "themes-by-region": by_region("themes"),
    "services-by-region": by_region("services"),
    "regions-covered": covered,
    "founding-periods": lambda raw, c: Counter(str(y // 10 * 10) for y in founded(raw, c)),
    "founding-ages": lambda raw, c: classes((0, 5, 10, 20, 30), s.ages(raw, c)),
    "founding-timeline": timeline,
    "statuses": lambda raw, c: Counter(map(r.status, raw.orgs(c).values())),
    "evidence-levels": lambda raw, c: Counter(map(r.level, raw.orgs(c).values())),
    "evidence-age": evidence_age,
    "source-kinds": lambda raw, c: Counter(
        source["kind"] for record in raw.orgs(c).values() for source in record["sources"].values()
    ),
    "work-by-theme": work_by_theme,
    "work-over-time": work_over_time,
    "topics": topics,
    "relation-kinds": s.kinds,
    "relation-stances": lambda raw, c: Counter(r.stance(raw, it) for _, it in r.relations(raw, c)),
    "relations-over-time": relations_over_time,
    "prosecution-relations": lambda raw, c: s.kinds(raw, c, r.with_prosecution),
    "prosecution-stances": lambda raw, c: Counter(
        r.stance(raw, it) for _, it in r.relations(raw, c, r.with_prosecution)
    ),
    "linked-authorities": lambda raw, c: linked(raw, c, 1),
    "linked-organisations": lambda raw, c: linked(raw, c, 0),
    "network": lambda raw, c: dict.fromkeys(r.links(raw, c), 1),
    "network-parts": connected,
    "collection-stages": lambda raw, c: Counter(r.stage(it) for it in raw.orgs(c).values()),
    "collection-by-country": lambda raw, c: Counter(
        (r.stage(it), key[:2]) for key, it in raw.orgs(None).items()
    ),
    "capacities": s.capacities,
    "capacities-by-country": capacities_by_country,
    "sponsor-kinds": s.sponsor_kinds,
    "sponsors": lambda raw, c: {k: n for k, n in s.sponsor_names(raw, c).items() if n > 1},
    "sponsor-dependence": dependence,
    "law-effects": laws,
    "mechanism-kinds": lambda raw, c: Counter(
        it["kind"] for it in raw.of(raw.mechanisms, c).values()
    ),
}
PARTIAL = {"linked-authorities", "linked-organisations", "sponsors"}
"""Show the greatest categories only."""
ESTIMATED = {"brokers", "bands"}
"""Not counts: see test_network.py and test_assessment.py."""
