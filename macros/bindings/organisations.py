"""Organisations: directory, countries, answers, assessment."""

from __future__ import annotations

from ..pages.blocks import assessment as assessments
from ..pages.blocks import charts, countries, directory, finder, lists, region_map
from ..pages.blocks import report as reports
from .here import Here


class OrganisationMacros(Here):
    """Organisations: directory, countries, answers, assessment."""

    def chart(self, question: str, country: str | None = None) -> str:
        """A chart with its caption, text alternative and data table."""
        return charts.kept_chart(self.here(), question, country)

    def intervals(self, dimension: str, country: str | None = None) -> str:
        """The intervals of ranks in one dimension of the assessment."""
        return charts.kept_intervals(self.here(), dimension, country)

    def assessment(self) -> str:
        """How the assessment is made, and how far it carries."""
        return assessments.assessment(self.here())

    def report(self, country: str | None = None) -> str:
        """The evaluative report on one country or on all."""
        return reports.kept_report(self.here(), country)

    def glance(self) -> str:
        """The four countries at a glance."""
        return countries.glance(self.here())

    def country_cards(self) -> str:
        """A card per country."""
        return countries.country_cards(self.here())

    def country_facts(self, country: str) -> str:
        """The numbers of a country."""
        return countries.country_facts(self.here(), country)

    def country_text(self, country: str, field: str) -> str:
        """A text of a country's record with its sources."""
        return countries.country_text(self.here(), country, field)

    def registered_csos(self, country: str) -> str:
        """Counts of registered organisations, by source."""
        return countries.registered_csos(self.here(), country)

    def directory(self) -> str:
        """The directory with its filters."""
        return directory.directory(self.here())

    def country_directory(self, country: str) -> str:
        """A country's organisations."""
        return directory.country_directory(self.here(), country)

    def who_can_help(self) -> str:
        """The short question: what is needed, and in which country."""
        return finder.who_can_help(self.here())

    def finder(self) -> str:
        """The question, and room for its answer."""
        return finder.finder(self.here())

    def region_map(self, country: str) -> str:
        """A country's organisations by region, as a tile map and a table."""
        return region_map.region_map(self.here(), country)

    def theme_index(self) -> str:
        """Every theme."""
        return lists.theme_index(self.here())
