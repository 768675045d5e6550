"""The register itself: its quality, its words, its files, its programme."""

from __future__ import annotations

from ..documents.page import documents
from ..documents.page_questionnaire import questionnaire_files
from ..pages.blocks import collection, database, programme, quality, reference
from .here import Here


class ReferenceMacros(Here):
    """The register itself: its quality, its words, its files, its programme."""

    def quality(self) -> str:
        """All published warnings."""
        return quality.quality(self.here())

    def problems(self) -> str:
        """Every kind of problem explained."""
        return quality.problems(self.here())

    def fields(self) -> str:
        """Every field of every kind of record."""
        return reference.fields(self.here())

    def vocabularies(self) -> str:
        """Every controlled list."""
        return reference.vocabularies(self.here())

    def downloads(self) -> str:
        """Every file to download."""
        return self.downloads_later()

    def database(self) -> str:
        """Every table of the database with its columns, and every view."""
        return database.database(self.here())

    def activities(self, block: str, country: str = "") -> str:
        """Events, plans, curriculum, needs or training, as `pages/blocks/programme.py` lists."""
        return programme.BLOCKS[block](self.here(), country)

    def programme(self) -> str:
        """The programme's tasks and where they stand."""
        return reference.programme(self.here())

    def questionnaire(self) -> str:
        """Every question of the questionnaire."""
        return collection.questionnaire(self.here())

    def questionnaire_files(self) -> str:
        """The questionnaire for paper, devices and as a spreadsheet."""
        return questionnaire_files(self.here())

    def due(self) -> str:
        """What is to be verified next, and who asks whom."""
        return collection.due(self.here())

    def publications(self, country: str) -> str:
        """What has been published on a country."""
        return reference.publications(self.here(), country)

    def documents(self) -> str:
        """Every document for paper and Word."""
        return documents(self.here(), self.has_documents)
