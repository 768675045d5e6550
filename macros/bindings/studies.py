"""Sources, terms and evidence, for texts that people write."""

from __future__ import annotations

from ..pages.blocks import citations, contacts, evidence, glossary, selected, studies
from .here import Here


class StudyMacros(Here):
    """Sources, terms and evidence, for texts that people write."""

    def cite(self, *keys: str) -> str:
        """Numbers that lead to the records which support a sentence."""
        return citations.cite(self.here(), self.cited_here(), *keys)

    def references(self) -> str:
        """The list of what the page has cited."""
        return citations.references(self.here(), self.cited_here())

    def term(self, key: str, shown: str = "") -> str:
        """A word with its meaning, as a link into the glossary."""
        return glossary.term(self.here(), key, shown)

    def glossary(self) -> str:
        """Every term of the glossary."""
        return glossary.glossary(self.here())

    def practices(self) -> str:
        """Every practice, with filters."""
        return evidence.practices(self.here())

    def instruments(self) -> str:
        """Every international text."""
        return evidence.instruments(self.here())

    def benefits(self) -> str:
        """Every benefit by how well it is established."""
        return evidence.benefits(self.here())

    def safeguards(self, topic: str) -> str:
        """The safeguards on a topic."""
        return evidence.safeguards(self.here(), topic)

    def crime(self, topic: str) -> str:
        """What each side brings against a type of crime."""
        return evidence.crime(self.here(), topic)

    def claims(self, folder: str) -> str:
        """The pages of a folder with their claims."""
        return studies.claims_of(self.here(), folder)

    def ref(self, key: str, shown: str = "") -> str:
        """A record's name, or other words for it, as a link to its page."""
        return citations.ref(self.here(), key, shown)

    def count(self, records: str, **conditions: str) -> str:
        """How many records of a kind meet all conditions."""
        return selected.count(self.here(), records, conditions)

    def listed(self, title: str, records: str, **conditions: str) -> str:
        """The records of a kind that meet all conditions, in a list that opens."""
        return selected.listed(self.here(), title, records, conditions)

    def contacts(self, title: str, country: str, kind: str) -> str:
        """Every recorded relation with official bodies of a kind, in a list that opens."""
        return contacts.contacts(self.here(), title, country, kind)
