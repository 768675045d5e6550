"""What a page may call: each macro is one call to a block or a chart, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from .documents.page import documents
from .documents.page_questionnaire import questionnaire_files
from .pages.blocks import assessment as assessments
from .pages.blocks import (
    charts,
    citations,
    collection,
    contacts,
    countries,
    database,
    directory,
    evidence,
    finder,
    glossary,
    law,
    law_matrix,
    law_steps,
    law_timeline,
    lists,
    programme,
    prosecution,
    quality,
    reference,
    region_map,
    selected,
    studies,
    system_map,
)
from .pages.blocks import report as reports
from .pages.blocks.common import Place
from .pages.downloads import Downloads
from .publication import PublicRegister


@dataclass(frozen=True, slots=True, repr=False)
class PageMacros:
    """The `dalil` of authored pages: `{{ dalil.chart("themes") }}`.

    It has no written form: mkdocs-macros would ask for it, the whole register included.
    """

    public: PublicRegister
    lang_now: Callable[[], str]
    base_now: Callable[[], str]
    downloads_now: Callable[[], Downloads]
    has_documents: bool
    """Whether this build makes documents."""
    page_now: Callable[[], str]
    """The address of the page being rendered, which its citations are counted by."""
    root: str
    cited: dict[str, list[str]] = field(default_factory=dict)
    """By page: the keys it has cited so far. A build makes these macros anew."""

    def _here(self) -> Place:
        return Place(self.public, self.lang_now(), self.base_now(), self.root)

    def _cited(self) -> list[str]:
        return self.cited.setdefault(self.page_now(), [])

    def cite(self, *keys: str) -> str:
        """Numbers that lead to the records which support a sentence."""
        return citations.cite(self._here(), self._cited(), *keys)

    def references(self) -> str:
        """The list of what the page has cited."""
        return citations.references(self._here(), self._cited())

    def term(self, key: str, shown: str = "") -> str:
        """A word with its meaning, as a link into the glossary."""
        return glossary.term(self._here(), key, shown)

    def glossary(self) -> str:
        """Every term of the glossary."""
        return glossary.glossary(self._here())

    def practices(self) -> str:
        """Every practice, with filters."""
        return evidence.practices(self._here())

    def instruments(self) -> str:
        """Every international text."""
        return evidence.instruments(self._here())

    def benefits(self) -> str:
        """Every benefit by how well it is established."""
        return evidence.benefits(self._here())

    def safeguards(self, topic: str) -> str:
        """The safeguards on a topic."""
        return evidence.safeguards(self._here(), topic)

    def crime(self, topic: str) -> str:
        """What each side brings against a type of crime."""
        return evidence.crime(self._here(), topic)

    def claims(self, folder: str) -> str:
        """The pages of a folder with their claims."""
        return studies.claims_of(self._here(), folder)

    def ref(self, key: str, shown: str = "") -> str:
        """A record's name, or other words for it, as a link to its page."""
        return citations.ref(self._here(), key, shown)

    def count(self, records: str, **conditions: str) -> str:
        """How many records of a kind meet all conditions."""
        return selected.count(self._here(), records, conditions)

    def listed(self, title: str, records: str, **conditions: str) -> str:
        """The records of a kind that meet all conditions, in a list that opens."""
        return selected.listed(self._here(), title, records, conditions)

    def contacts(self, title: str, country: str, kind: str) -> str:
        """Every recorded relation with official bodies of a kind, in a list that opens."""
        return contacts.contacts(self._here(), title, country, kind)

    def chart(self, question: str, country: str | None = None) -> str:
        """A chart with its caption, text alternative and data table."""
        return charts.kept_chart(self._here(), question, country)

    def intervals(self, dimension: str, country: str | None = None) -> str:
        """The intervals of ranks in one dimension of the assessment."""
        return charts.kept_intervals(self._here(), dimension, country)

    def assessment(self) -> str:
        """How the assessment is made, and how far it carries."""
        return assessments.assessment(self._here())

    def report(self, country: str | None = None) -> str:
        """The evaluative report on one country or on all."""
        return reports.kept_report(self._here(), country)

    def glance(self) -> str:
        """The four countries at a glance."""
        return countries.glance(self._here())

    def country_cards(self) -> str:
        """A card per country."""
        return countries.country_cards(self._here())

    def country_facts(self, country: str) -> str:
        """The numbers of a country."""
        return countries.country_facts(self._here(), country)

    def country_text(self, country: str, field: str) -> str:
        """A text of a country's record with its sources."""
        return countries.country_text(self._here(), country, field)

    def registered_csos(self, country: str) -> str:
        """Counts of registered organisations, by source."""
        return countries.registered_csos(self._here(), country)

    def directory(self) -> str:
        """The directory with its filters."""
        return directory.directory(self._here())

    def country_directory(self, country: str) -> str:
        """A country's organisations."""
        return directory.country_directory(self._here(), country)

    def who_can_help(self) -> str:
        """The short question: what is needed, and in which country."""
        return finder.who_can_help(self._here())

    def finder(self) -> str:
        """The question, and room for its answer."""
        return finder.finder(self._here())

    def region_map(self, country: str) -> str:
        """A country's organisations by region, as a tile map and a table."""
        return region_map.region_map(self._here(), country)

    def law_summary(self, country: str) -> str:
        """How many provisions have which effect, and the way to the whole summary."""
        return law.law_summary(self._here(), country)

    def law_index(self) -> str:
        """Every law."""
        return law.law_index(self._here())

    def law_provisions(self, country: str) -> str:
        """A country's provisions by effect and concern."""
        return law.law_provisions(self._here(), country)

    def law_versions(self, country: str) -> str:
        """Which text of each law was read."""
        return law.law_versions(self._here(), country)

    def law_timeline(self, country: str) -> str:
        """A country's association laws over time."""
        return law_timeline.law_timeline(self._here(), country)

    def law_steps(self, country: str) -> str:
        """What an organisation may do today, step by step."""
        return law_steps.law_steps(self._here(), country)

    def law_questions(self, country: str) -> str:
        """What no source answers."""
        return law_steps.law_questions(self._here(), country)

    def law_matrix(self) -> str:
        """The comparison of the countries."""
        return law_matrix.law_matrix(self._here())

    def mechanism_list(self, country: str) -> str:
        """A country's mechanisms."""
        return lists.mechanism_list(self._here(), country)

    def mechanism_index(self) -> str:
        """Every mechanism."""
        return lists.mechanism_index(self._here())

    def system_map(self, country: str) -> str:
        """Who meets whom in a country, and by which rule."""
        return system_map.system_map(self._here(), country)

    def prosecution_work(self) -> str:
        """What the prosecution and other bodies do against crime."""
        return prosecution.prosecution_work(self._here())

    def authority_list(self, country: str) -> str:
        """A country's official bodies."""
        return lists.authority_list(self._here(), country)

    def authority_index(self) -> str:
        """Every official body."""
        return lists.authority_index(self._here())

    def theme_index(self) -> str:
        """Every theme."""
        return lists.theme_index(self._here())

    def quality(self) -> str:
        """All published warnings."""
        return quality.quality(self._here())

    def problems(self) -> str:
        """Every kind of problem explained."""
        return quality.problems(self._here())

    def fields(self) -> str:
        """Every field of every kind of record."""
        return reference.fields(self._here())

    def vocabularies(self) -> str:
        """Every controlled list."""
        return reference.vocabularies(self._here())

    def downloads(self) -> str:
        """Every file to download."""
        return database.downloads(self._here(), self.downloads_now())

    def database(self) -> str:
        """Every table of the database with its columns, and every view."""
        return database.database(self._here())

    def activities(self, block: str, country: str = "") -> str:
        """Events, plans, curriculum, needs or training, as `pages/blocks/programme.py` lists."""
        return programme.BLOCKS[block](self._here(), country)

    def programme(self) -> str:
        """The programme's tasks and where they stand."""
        return reference.programme(self._here())

    def questionnaire(self) -> str:
        """Every question of the questionnaire."""
        return collection.questionnaire(self._here())

    def questionnaire_files(self) -> str:
        """The questionnaire for paper, devices and as a spreadsheet."""
        return questionnaire_files(self._here())

    def due(self) -> str:
        """What is to be verified next, and who asks whom."""
        return collection.due(self._here())

    def publications(self, country: str) -> str:
        """What has been published on a country."""
        return reference.publications(self._here(), country)

    def documents(self) -> str:
        """Every document for paper and Word."""
        return documents(self._here(), self.has_documents)
