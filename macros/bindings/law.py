"""The law, and who meets whom by it."""

from __future__ import annotations

from ..pages.blocks import law, law_matrix, law_steps, law_timeline, lists, prosecution, system_map
from .here import Here


class LawMacros(Here):
    """The law, and who meets whom by it."""

    def law_summary(self, country: str) -> str:
        """How many provisions have which effect, and the way to the whole summary."""
        return law.law_summary(self.here(), country)

    def law_index(self) -> str:
        """Every law."""
        return law.law_index(self.here())

    def law_provisions(self, country: str) -> str:
        """A country's provisions by effect and concern."""
        return law.law_provisions(self.here(), country)

    def law_versions(self, country: str) -> str:
        """Which text of each law was read."""
        return law.law_versions(self.here(), country)

    def law_timeline(self, country: str) -> str:
        """A country's association laws over time."""
        return law_timeline.law_timeline(self.here(), country)

    def law_steps(self, country: str) -> str:
        """What an organisation may do today, step by step."""
        return law_steps.law_steps(self.here(), country)

    def law_questions(self, country: str) -> str:
        """What no source answers."""
        return law_steps.law_questions(self.here(), country)

    def law_matrix(self) -> str:
        """The comparison of the countries."""
        return law_matrix.law_matrix(self.here())

    def mechanism_list(self, country: str) -> str:
        """A country's mechanisms."""
        return lists.mechanism_list(self.here(), country)

    def mechanism_index(self) -> str:
        """Every mechanism."""
        return lists.mechanism_index(self.here())

    def system_map(self, country: str) -> str:
        """Who meets whom in a country, and by which rule."""
        return system_map.system_map(self.here(), country)

    def prosecution_work(self) -> str:
        """What the prosecution and other bodies do against crime."""
        return prosecution.prosecution_work(self.here())

    def authority_list(self, country: str) -> str:
        """A country's official bodies."""
        return lists.authority_list(self.here(), country)

    def authority_index(self) -> str:
        """Every official body."""
        return lists.authority_index(self.here())
