"""The register: every record of `data/`, read, shaped and looked up by key.

The waist of the house: checks read the whole `Register`, everything published reads the
`PublicRegister` that `publication.py` makes of it.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from .files import Found, contents
from .model import (
    FLAT_KINDS,
    KINDS,
    SINGLE_KINDS,
    SLUG,
    Assessment,
    Authority,
    Country,
    Law,
    Mechanism,
    Model,
    Organisation,
    Questionnaire,
    Translation,
    Vocabulary,
    places,
    values_at,
)
from .model.faults import near, shape_problem
from .model.held import Held, held
from .parallel import many_objects
from .positions import located
from .problems import Loc, Problem
from .progress import step
from .records import RecordError, read_bytes, thorough
from .text import LANGUAGES, Localised

R = TypeVar("R", bound=Model)
_COUNTRY = re.compile("[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record in its place: key, kind, country, file, the typed record and what was typed."""

    key: str
    kind: str
    country: str
    path: str
    record: R
    data: dict[str, Any]
    gloss: dict[str, str] = field(default_factory=dict)
    """The register's own renderings of a name, in languages in which no source gives it."""
    unreviewed: frozenset[str] = frozenset()
    """Languages in which the record holds translations that nobody has reviewed."""
    _held: Held = field(default_factory=dict, init=False, repr=False, compare=False)

    def held(self, mark: str) -> dict[str, list[Any]]:
        """What `at` and `texts` find, without places, by what the mark is of: one walk for all."""
        if not self._held:
            self._held.update(held(KINDS[self.kind], self.data))
        return self._held.get(mark, {})

    def forget(self) -> None:
        """Hold no longer what `held` has found."""
        self._held.clear()

    def at(self, mark: str) -> Iterator[tuple[Loc, str, str]]:
        """Every typed value with a mark: its place, the value as text, and what the mark is of."""
        for pattern, found in places(KINDS[self.kind], mark):
            if pattern[0] not in self.data:
                continue  # as most fields are in most records
            for loc, value in values_at(self.data, pattern):
                if isinstance(value, str | int):
                    yield loc, str(value), found.of

    def texts(self) -> Iterator[tuple[Loc, dict[str, str]]]:
        """Every text with its languages, and its place."""
        for pattern, _ in places(KINDS[self.kind], "localised"):
            if pattern[0] not in self.data:
                continue
            for loc, value in values_at(self.data, pattern):
                if isinstance(value, dict):
                    yield loc, value

    @property
    def sources(self) -> dict[str, dict[str, Any]]:
        """The record's sources as typed, by id."""
        typed = self.data.get("sources")
        pairs = typed.items() if isinstance(typed, dict) else ()
        return {name: source for name, source in pairs if isinstance(source, dict)}

    def problem(
        self,
        code: str,
        loc: Loc = (),
        values: Mapping[str, str | Localised] | None = None,
        at_key: bool = False,
        **more: str | Localised,
    ) -> Problem:
        """A problem at a place in this record."""
        return Problem(self.path, code, loc, {**(values or {}), **more}, at_key=at_key)


@dataclass(slots=True)
class Register:
    """All records by kind and key, and the files that could not be used."""

    root: str
    today: datetime.date
    kinds: dict[str, dict[str, Entry[Any]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    misshapen: list[Entry[Any]] = field(default_factory=list)
    """Records with a fault of form: checked as far as they can be, never published."""
    digests: dict[str, str] = field(default_factory=dict)
    """What `files.digests_of` tells: what results made from the files can be kept under."""
    failed: set[tuple[str, str]] = field(default_factory=set)
    """Kind and key of records with a fault of form; references to them are not reported twice."""

    def _of(self, kind: str) -> dict[str, Entry[Any]]:
        return self.kinds.get(kind, {})

    @property
    def organisations(self) -> dict[str, Entry[Organisation]]:
        """Organisations by key."""
        return self._of("organisations")

    @property
    def authorities(self) -> dict[str, Entry[Authority]]:
        """Official bodies by key."""
        return self._of("authorities")

    @property
    def legislation(self) -> dict[str, Entry[Law]]:
        """Laws by key."""
        return self._of("legislation")

    @property
    def mechanisms(self) -> dict[str, Entry[Mechanism]]:
        """Mechanisms by key."""
        return self._of("mechanisms")

    @property
    def assessment(self) -> dict[str, Entry[Assessment]]:
        """The settings of the assessment, if there are any."""
        return self._of("assessment")

    @property
    def countries(self) -> dict[str, Entry[Country]]:
        """Countries by two-letter code."""
        return self._of("countries")

    @property
    def questionnaire(self) -> dict[str, Entry[Questionnaire]]:
        """Questionnaires by name."""
        return self._of("questionnaire")

    @property
    def translations(self) -> dict[str, Entry[Translation]]:
        """Translations by `<language>/<kind>/<key>`."""
        return self._of("translations")

    @property
    def vocabularies(self) -> dict[str, Entry[Vocabulary]]:
        """Vocabularies by name."""
        return self._of("vocabularies")

    def entries(self) -> Iterator[Entry[Any]]:
        """Every record that could be read, kind by kind in the order of the flow."""
        for kind in KINDS:
            yield from self._of(kind).values()
        yield from self.misshapen

    def __len__(self) -> int:
        kinds = [*(kind for kind, entries in self.kinds.items() for _ in entries)]
        kinds += [kind for kind, _ in self.failed]
        return sum(kind not in ("translations", *SINGLE_KINDS) for kind in kinds)


def load(root: str, data: str = "data") -> Register:
    """The register in the folder `data` below `root`; faults of form are in its `problems`.

    Returns every record that could be read, so that one broken file hides nothing else.
    """
    register = Register(root, today())
    for kind in KINDS:
        register.kinds[kind] = {}
    with many_objects(), step("reading"):
        files = contents(root, data, register.problems)
        register.digests = {problem.path: problem.code for problem in register.problems}
        for found in files:
            register.digests[found.path] = found.digest
            _take(register, found, data)
    register.problems = located(root, register.problems)
    return register


def fingerprint(root: str, data: str = "data") -> str:
    """What changes when a record or an authored page is added, changed or removed, and daily."""
    parts = [today().isoformat()]
    for top in (data, "docs"):
        for folder, subfolders, names in os.walk(os.path.join(root, top)):
            subfolders.sort()
            for name in sorted(names):
                stat = os.lstat(os.path.join(folder, name))
                parts.append(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def today() -> datetime.date:
    """The day of the build: that of SOURCE_DATE_EPOCH (reproducible-builds.org), else now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdecimal():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.date.today()


def _take(register: Register, found: Found, data: str) -> None:
    path = found.path
    place = _place(path, data)
    if isinstance(place, Problem):
        register.problems.append(place)
        return
    kind, country, key = place
    try:
        typed = found.data or thorough(read_bytes(register.root, path), path).data
        record = KINDS[kind].model_validate(typed)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        register.problems.append(Problem(path, "unreadable-file", (), {"reason": reason}, 1, 1))
        register.failed.add((kind, key))
    except RecordError as error:
        register.problems += error.problems
        register.failed.add((kind, key))
    except ValidationError as error:
        details = error.errors(include_url=False)
        register.problems += [shape_problem(path, it, KINDS[kind], typed) for it in details]
        register.misshapen.append(Entry(key, kind, country, path, None, typed))
        register.failed.add((kind, key))
    else:
        register.kinds[kind][key] = Entry(key, kind, country, path, record, typed)


def _place(path: str, data: str) -> tuple[str, str, str] | Problem:
    """Kind, country and key that a path stands for."""
    parts = path.removeprefix(f"{data}/").split("/")
    if parts[0] == "translations":
        return _translation_place(path, parts[1:])
    stem, dot, extension = parts[-1].rpartition(".")
    if not dot or extension != "yml":
        return Problem(path, "not-a-record-file", line=1, column=1)
    if len(parts) == 1 and stem in SINGLE_KINDS:
        return stem, "", stem
    kind, depth = parts[0], 2 if parts[0] in FLAT_KINDS else 3
    if kind not in KINDS or len(parts) != depth:
        meant = near(kind, list(KINDS)) if kind not in KINDS else {}
        return Problem(path, "misplaced-file", values=meant, line=1, column=1)
    if not SLUG.fullmatch(stem):
        return Problem(path, "bad-file-name", values={"value": stem}, line=1, column=1)
    if kind in FLAT_KINDS and kind != "countries":
        of_country = kind == "action-plans" and _COUNTRY.fullmatch(stem)
        return kind, stem if of_country else "", stem
    country = stem if kind == "countries" else parts[1]
    if not _COUNTRY.fullmatch(country):
        return Problem(path, "bad-file-name", values={"value": country}, line=1, column=1)
    return kind, country, country if kind == "countries" else f"{country}-{stem}"


def place_of_file(path: str, data: str = "data") -> tuple[str, str, str] | None:
    """Kind, country and key of the record in a file; `None` where no record belongs."""
    place = _place(path, data) if path.startswith(f"{data}/") else None
    return place if isinstance(place, tuple) else None


def _translation_place(path: str, parts: list[str]) -> tuple[str, str, str] | Problem:
    """The place of a translation: a language, then that of the record it belongs to."""
    lang, *rest = parts
    if lang not in LANGUAGES or not rest or rest[0] == "translations":
        return Problem(path, "misplaced-file", values=near(lang, list(LANGUAGES)), line=1, column=1)
    of = _place("/".join(rest), "")
    if isinstance(of, Problem):
        return replace(of, path=path)
    return "translations", of[1], f"{lang}/{of[0]}/{of[2]}"
