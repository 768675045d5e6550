"""What a page may call: each macro is one call to a block or a chart, nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .documents.page_questionnaire import questionnaire_files
from .pages.blocks import (
    charts,
    collection,
    countries,
    database,
    directory,
    lists,
    quality,
    reference,
)
from .pages.blocks.common import Place
from .pages.downloads import Downloads
from .publication import PublicRegister


@dataclass(frozen=True, slots=True)
class PageMacros:
    """The `dalil` of authored pages: `{{ dalil.chart("themes") }}`."""

    public: PublicRegister
    lang_now: Callable[[], str]
    base_now: Callable[[], str]
    downloads_now: Callable[[], Downloads]

    def _here(self) -> Place:
        return Place(self.public, self.lang_now(), self.base_now())

    def chart(self, question: str, country: str | None = None) -> str:
        """A chart with its caption, text alternative and data table."""
        return charts.chart(self._here(), question, country)

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
        """The question for a service, a place and a topic."""
        return directory.who_can_help(self._here())

    def law_summary(self, country: str) -> str:
        """A country's provisions by effect."""
        return lists.law_summary(self._here(), country)

    def law_index(self) -> str:
        """Every law."""
        return lists.law_index(self._here())

    def mechanism_list(self, country: str) -> str:
        """A country's mechanisms."""
        return lists.mechanism_list(self._here(), country)

    def mechanism_index(self) -> str:
        """Every mechanism."""
        return lists.mechanism_index(self._here())

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
