"""`dcat.jsonld`: the downloads in the words of the Data Catalog Vocabulary (W3C, version 3)."""

from __future__ import annotations

import json
from typing import Any

from ..text import LANGUAGES
from .edition import LICENCE_URL
from .exporter import Exporter
from .output import DOWNLOADS, File

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
_LANGUAGES = "http://id.loc.gov/vocabulary/iso639-1/"
_PLACES = "https://www.iso.org/obp/ui/#iso:code:3166:"


class Dcat(Exporter):
    """A description of every file that the other formats wrote."""

    def finish(self) -> None:
        """Write the file."""
        path = f"{DOWNLOADS}/dcat.jsonld"
        content = {"@context": CONTEXT, **self._dataset()}
        self.output.write(path, json.dumps(content, ensure_ascii=False, indent=1) + "\n")
        self.output.add(path, "dcat", "application/ld+json")

    def _dataset(self) -> dict[str, Any]:
        words = {lang: self.edition.words(lang) for lang in LANGUAGES}
        return {
            "@id": f"{self.edition.site or '../'}downloads/#dataset",
            "@type": "dcat:Dataset",
            "dcterms:title": [_said(words[lang]["title"], lang) for lang in LANGUAGES],
            "dcterms:description": [_said(words[lang]["description"], lang) for lang in LANGUAGES],
            "dcterms:publisher": {
                "@type": "foaf:Organization",
                "foaf:name": [_said(words[lang]["publisher"], lang) for lang in LANGUAGES],
            },
            "dcterms:issued": _typed(self.edition.date, "date"),
            "dcterms:license": {"@id": LICENCE_URL},
            "dcterms:language": [{"@id": _LANGUAGES + lang} for lang in LANGUAGES],
            "dcterms:spatial": [
                {"@id": _PLACES + country.upper()} for country in sorted(self.public.countries)
            ],
            "dcat:version": self.edition.version,
            "dcat:keyword": [
                _said(word.strip(), lang)
                for lang in LANGUAGES
                for word in words[lang]["keywords"].split(words[lang]["keywords_separator"])
            ],
            "dcat:distribution": [self._distribution(file) for file in self.output.files],
        }

    def _distribution(self, file: File) -> dict[str, Any]:
        address = {"@id": f"{self.edition.site or '../'}{file.path}"}
        return {
            "@type": "dcat:Distribution",
            "dcterms:title": file.path.removeprefix(f"{DOWNLOADS}/"),
            "dcat:accessURL": address,
            "dcat:downloadURL": address,
            "dcat:mediaType": {"@id": _MEDIA_TYPES + file.media_type},
            "dcat:byteSize": _typed(str(file.size), "nonNegativeInteger"),
            "dcterms:license": {"@id": LICENCE_URL},
            "spdx:checksum": {
                "@type": "spdx:Checksum",
                "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
                "spdx:checksumValue": _typed(file.sha256, "hexBinary"),
            },
        }


def _said(text: str, lang: str) -> dict[str, str]:
    return {"@value": text, "@language": lang}


def _typed(value: str, type_: str) -> dict[str, str]:
    return {"@value": value, "@type": f"xsd:{type_}"}
