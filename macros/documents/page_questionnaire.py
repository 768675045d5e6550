"""The questionnaire's files on the site's page, with what each is for."""

from __future__ import annotations

from ..collection.form import only_form
from ..pages.blocks.common import Place
from ..text import DEFAULT, LANGUAGES
from ..words import words
from .questionnaire import FOLDER, files


def questionnaire_files(place: Place) -> str:
    """Links to the files in every language; nothing where there is no questionnaire."""
    if not place.public.questionnaire:
        return ""
    form, wording = only_form(place.public), words("collection", place.lang)
    # Downloads lie beside the languages, not below them.
    root = place.base if place.lang == DEFAULT else f"{place.base}../"
    uses: dict[str, list[dict[str, str]]] = {}
    for language in LANGUAGES.values():
        for file in files(form, language.code):
            link = {"href": f"{root}{FOLDER}{file.name}", "text": language.name}
            uses.setdefault(file.use, []).append(link | {"lang": language.code})
    rows = [{"use": wording[use], "links": links} for use, links in uses.items()]
    return place.block("questionnaire-files", rows=rows)
