"""What the views of all kinds share: the words of a language, and the writer of one record."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from ... import text
from ...model.common import Figure, Source
from ...publication import PublicRegister
from ...register import Entry
from ...text import LANGUAGES, Localised, pick, show
from ...words import words
from .links import LISTS, UP, Links, View, links, named, names_of, safe_url, typed_name
from .papers import Papers, papers

NEVER_LINKED = ("interview", "questionnaire")
"""Kinds of source that are not on the web."""


date, number = text.date, text.number


@dataclass(frozen=True, slots=True)
class Context:
    """Everything that record pages of one language share."""

    public: PublicRegister
    lang: str
    repository: str
    words: dict[str, str]
    labels: dict[str, dict[str, str]]
    """Words of terms, by vocabulary and term."""
    shown: dict[str, dict[str, View]]
    """The same as texts of a view."""
    countries: dict[str, View]
    """Links to the countries' pages."""
    regions: dict[str, str]
    areas: dict[str, dict[str, str]]
    links: Links
    papers: Papers = field(default_factory=dict)
    """The documents that the build makes of each record."""

    def term(self, vocabulary: str, term: str) -> str:
        """The word for a term."""
        return self.labels[vocabulary][term]

    def terms(self, vocabulary: str, terms: Iterable[str] | None) -> list[View]:
        """The words for some terms."""
        return [self.shown[vocabulary][term] for term in terms or ()]

    def themes(self, terms: Iterable[str] | None) -> list[View]:
        """Links to the pages of some themes."""
        return [self.links.themes[term] for term in terms or ()]

    def say(self, phrase: str, **values: str) -> str:
        """A phrase with its places filled in."""
        return self.words[phrase].format_map(values)

    def date(self, value: str | None) -> str:
        """A date in words; empty when there is none."""
        return date(value, self.lang) if value else ""

    def placed(self) -> Context:
        """The same, its links with the country of each record, for pages of several countries."""
        names = {code: it["text"] for code, it in self.countries.items()}
        return replace(self, links=self.links.placed(names))

    def period(self, since: str | None, until: str | None, year: str | None = None) -> str:
        """From when until when, in words; the year where neither is known."""
        if since and until and since != until:
            return self.say("period", **{"from": self.date(since), "until": self.date(until)})
        if since:
            return self.date(since) if until else self.say("since", date=self.date(since))
        return self.say("until", date=self.date(until)) if until else self.date(year)


def context(
    public: PublicRegister, lang: str, repository: str = "", papers: Papers | None = None
) -> Context:
    """What the record pages of a language share, worked out once."""
    countries = public.countries.values()
    labels = {name: _labels(entry, lang) for name, entry in public.vocabularies.items()}
    return Context(
        public,
        lang,
        repository.rstrip("/"),
        words("records", lang),
        labels,
        {name: {it: {"text": label} for it, label in of.items()} for name, of in labels.items()},
        {
            it.key: {**named(it.record.names, lang), "href": _country_page(it.record.names)}
            for it in countries
        },
        {code: pick(name, lang) for it in countries for code, name in it.record.regions.items()},
        {
            it.key: {code: pick(name, lang) for code, name in (it.record.areas or {}).items()}
            for it in countries
        },
        links(public, lang, labels["themes"]),
        papers or {},
    )


def _labels(entry: Entry[Any], lang: str) -> dict[str, str]:
    return {term: pick(it.labels, lang) for term, it in entry.record.terms.items()}


def _country_page(names: Localised) -> str:
    return f"{UP}countries/{text.slug(names)}/"


@dataclass(slots=True)
class Writer:
    """Writes one record's values, and keeps note of the languages it had to fall back to."""

    context: Context
    entry: Entry[Any]
    sources: dict[str, Source]
    fallbacks: set[str] = field(default_factory=set)
    lang: str = field(init=False)
    numbers: dict[str, int] = field(init=False)
    """The number that a source has in the page's list, by its id."""
    support: dict[str, list[int]] = field(init=False)
    """Numbers of the sources that say they support a field."""

    def __post_init__(self) -> None:
        self.lang = self.context.lang
        self.numbers = {name: index for index, name in enumerate(self.sources, 1)}
        self.support = {}
        for index, source in enumerate(self.sources.values(), 1):
            for name in source.supports or ():
                self.support.setdefault(name, []).append(index)

    def text(self, value: Localised | None) -> View | None:
        """A text in the page's language, or marked as being in another."""
        if value is None:
            return None
        if self.lang in value:
            return {"text": value[self.lang]}
        shown = show(value, self.lang)
        self.fallbacks.add(shown.lang)
        return {"text": shown.text, "lang": shown.lang, "dir": LANGUAGES[shown.lang].dir}

    def name(self, value: str) -> View:
        """A name or title in the page's language; as typed and marked where none is known in it."""
        return typed_name(value, self.lang)

    def cite(self, source: str | None, name: str = "") -> list[int]:
        """The number of a fact's source; without one, of those that support its field."""
        if source is not None:
            return [self.numbers[source]] if source in self.numbers else []
        return self.rests(name)

    def rests(self, name: str) -> list[int]:
        """Numbers of the sources that support a field; of the only source, where there is one."""
        return self.support.get(name) or ([1] if len(self.numbers) == 1 else [])

    def fact(
        self, label: str, items: list[View], name: str = "", refs: list[int] | None = None
    ) -> View:
        """A line of facts: its label, its values, and the numbers of its sources."""
        found = self.rests(name) if refs is None and name else refs or []
        return {"label": self.context.words[label], "items": items, "refs": found}

    def as_of(self, value: str | None) -> str:
        """The date that a value speaks of, in words; empty when unknown."""
        return self.context.say("as_of", date=self.context.date(value)) if value else ""

    def figure(self, figure: Figure, name: str) -> View:
        """A quantity with its date, note and source."""
        if isinstance(figure.value, int):
            value: View | None = {"text": number(figure.value, self.context.lang)}
        else:
            value = self.text(figure.value)
        return {
            "value": value,
            "when": self.as_of(figure.as_of),
            "note": self.text(figure.note),
            "refs": self.cite(figure.source, name),
        }

    def head(self, title: View, facts: list[View]) -> View:
        """What every record page begins and ends with. Called last: it tells what fell back."""
        entry, context = self.entry, self.context
        before, after = context.links.around[entry.kind][entry.key]
        listed = LISTS.get(entry.kind, f"{entry.kind}/")
        crumb = {"text": context.words[entry.kind], "href": f"{UP}{listed}"}
        country = [context.countries[entry.country]] if entry.country else []
        return {
            "crumbs": [*country, crumb],
            "title": title,
            "other_names": self.other_names(title),
            "facts": [fact for fact in facts if fact["items"]],
            "papers": [
                {**it, "text": context.words[it["name"]]}
                for it in papers(context.papers, entry, context.lang)
            ],
            "sources": [self.source(it) for it in self.sources.values()],
            "correct": self.correction(),
            "previous": before,
            "next": after,
            "gloss": entry.gloss.get(context.lang, ""),
            "notices": self.notices(),
        }

    def notices(self) -> list[str]:
        """What a reader must know of the page's language: texts in others, and unreviewed ones."""
        context = self.context
        others = [context.words[f"untranslated_{code}"] for code in sorted(self.fallbacks)]
        return others + [context.words["unreviewed"]] * (context.lang in self.entry.unreviewed)

    def other_names(self, title: View) -> list[View]:
        """The record's names in the languages that its title is not in."""
        shown = title.get("lang", self.context.lang)
        names = names_of(self.entry)
        return [
            {"text": names[code], "lang": code, "dir": language.dir}
            for code, language in LANGUAGES.items()
            if code in names and code != shown
        ]

    def source(self, source: Source) -> View:
        """A source as the list at the end of the page names it."""
        parts = [self.context.term("source-kinds", source.kind), self.context.date(source.date)]
        if source.seen:
            extent = self.context.term("reading-extents", source.seen)
            parts.append(self.context.say("extent_read", extent=extent))
        if source.accessed:
            parts.append(self.context.say("seen_on", date=self.context.date(source.accessed)))
        # Where the gate lets only the kind of a source through, it stands in the title's place.
        title = "" if source.title == source.kind else source.title
        return {
            "title": title,
            "lang": source.language or self.name(title).get("lang", ""),
            "language": self.context.labels["languages"].get(source.language or "", ""),
            "href": safe_url(source.url) if source.kind not in NEVER_LINKED else "",
            "publisher": self.name(source.publisher) if source.publisher else None,
            "about": [part for part in parts if part],
        }

    def correction(self) -> View:
        """Where to correct the record; not the file of one of which less is shown than it says."""
        whole = getattr(self.entry.record, "publication", None)
        if whole is not None and whole.exposure != "full":
            return {"edit": "", "path": ""}
        edit = f"{self.context.repository}/edit/main/{self.entry.path}"
        return {"edit": safe_url(edit) if self.context.repository else "", "path": self.entry.path}
