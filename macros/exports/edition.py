"""What every download says about itself: day, version, revision, licence, and how much is in it."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from ..database.kinds import KEYS
from ..publication import PublicRegister
from ..text import DEFAULT, LANGUAGES
from ..words import words
from .history import Change, changes, revision

LICENCE = "CC-BY-4.0"
LICENCE_URL = "https://creativecommons.org/licenses/by/4.0/"


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the register.

    `date` is the day of the register (ISO 8601), `revision` the commit that the records are of,
    empty where that cannot be told. `site` is the address of the site with a slash at the end,
    empty where it is not known. `changes` are newest first; none without the whole history.
    """

    date: str
    version: str
    revision: str
    site: str
    records: dict[str, int]
    """How many records of each kind are published."""
    changes: list[Change] | None

    @property
    def n_records(self) -> int:
        """How many records are published, lists of terms apart."""
        return sum(self.records.values())

    def words(self, lang: str = DEFAULT) -> dict[str, str]:
        """The phrases about the downloads in a language."""
        return words("exports", lang)

    def metadata(self) -> dict[str, str]:
        """Everything that is known of the above as names and values, for formats that list them."""
        titles = {f"title_{lang}": self.words(lang)["title"] for lang in LANGUAGES}
        about = {f"description_{lang}": self.words(lang)["description"] for lang in LANGUAGES}
        counts = {f"n_{kind}": str(n) for kind, n in self.records.items()}
        found = {
            **titles,
            **about,
            "licence": LICENCE,
            "licence_url": LICENCE_URL,
            "attribution": self.words()["attribution"],
            "date": self.date,
            "version": self.version,
            "revision": self.revision,
            "site": self.site,
            "n_records": str(self.n_records),
            **counts,
        }
        return {name: value for name, value in found.items() if value}


def edition(public: PublicRegister, root: str, site: str = "") -> Edition:
    """The edition of a register in the folder `root`, for a site at the address `site`."""
    return Edition(
        date=public.today.isoformat(),
        version=_version(),
        revision=revision(root),
        site=f"{site.rstrip('/')}/" if site else "",
        records={kind: len(public.of(kind)) for kind in KEYS},
        changes=changes(public, root),
    )


def _version() -> str:
    try:
        return version("dalil")
    except PackageNotFoundError:  # run from its folder without being installed
        return ""
