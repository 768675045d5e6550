"""The register: every record of `data/`, read, shaped and looked up by key.

The waist of the house: checks read the whole `Register`, everything published reads the
`PublicRegister` that `publication.py` makes of it.
"""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, Generic, TypeVar, cast

from pydantic import ValidationError
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from .model import (
    FLAT_KINDS,
    KINDS,
    SLUG,
    Authority,
    Country,
    Law,
    Mechanism,
    Model,
    Organisation,
    Translation,
    Vocabulary,
    places,
)
from .model.fields import fields_at
from .problems import Loc, Problem, ordered
from .records import RecordError, locate, parse, read_bytes, values_at
from .text import LANGUAGES

R = TypeVar("R", bound=Model)


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

    def at(self, mark: str) -> Iterator[tuple[Loc, str, str]]:
        """Every typed value with a mark: its place, the value as text, and what the mark is of."""
        for pattern, found in places(KINDS[self.kind], mark):
            for loc, value in values_at(self.data, pattern):
                if isinstance(value, str | int):
                    yield loc, str(value), found.of

    def texts(self) -> Iterator[tuple[Loc, dict[str, str]]]:
        """Every text with its languages, and its place."""
        for pattern, _ in places(KINDS[self.kind], "localised"):
            for loc, value in values_at(self.data, pattern):
                if isinstance(value, dict):
                    yield loc, value

    @property
    def sources(self) -> dict[str, dict[str, Any]]:
        """The record's sources as typed, by id."""
        typed = self.data.get("sources")
        pairs = typed.items() if isinstance(typed, dict) else ()
        return {name: source for name, source in pairs if isinstance(source, dict)}

    def problem(self, code: str, loc: Loc = (), at_key: bool = False, **values: str) -> Problem:
        """A problem at a place in this record."""
        return Problem(self.path, code, loc, values, at_key=at_key)


@dataclass(slots=True)
class Register:
    """All records by kind and key, and the files that could not be used."""

    root: str
    today: datetime.date
    kinds: dict[str, dict[str, Entry[Any]]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    misshapen: list[Entry[Any]] = field(default_factory=list)
    """Records with a fault of form: checked as far as they can be, never published."""
    failed: set[str] = field(default_factory=set)
    """Keys of records that have a fault of form; references to them are not reported twice."""

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
    def countries(self) -> dict[str, Entry[Country]]:
        """Countries by two-letter code."""
        return self._of("countries")

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
        return sum(len(self._of(kind)) for kind in KINDS if kind != "translations")


def load(root: str, data: str = "data") -> Register:
    """The register in the folder `data` below `root`; faults of form are in its `problems`.

    Returns every record that could be read, so that one broken file hides nothing else.
    """
    register = Register(root, today())
    for kind in KINDS:
        register.kinds[kind] = {}
    for path in _files(root, data, register.problems):
        _load_one(register, path, data)
    register.problems = located(root, register.problems)
    return register


def fingerprint(root: str, data: str = "data") -> str:
    """What changes when any record file is added, changed or removed, and every day."""
    parts = [today().isoformat()]
    for folder, subfolders, names in os.walk(os.path.join(root, data)):
        subfolders.sort()
        for name in sorted(names):
            stat = os.lstat(os.path.join(folder, name))
            parts.append(f"{folder}/{name} {stat.st_size} {stat.st_mtime_ns}")
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def today() -> datetime.date:
    """The day of the build: that of SOURCE_DATE_EPOCH where set (reproducible-builds.org), else now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch and epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.date.today()


def _files(root: str, data: str, problems: list[Problem]) -> Iterator[str]:
    """Paths of all record files, in order; whatever else lies there is a problem."""
    for folder, subfolders, names in os.walk(os.path.join(root, data)):
        subfolders.sort()
        relative = os.path.relpath(folder, root).replace(os.sep, "/")
        for name in [name for name in subfolders if os.path.islink(os.path.join(folder, name))]:
            problems.append(Problem(f"{relative}/{name}", "link", line=1, column=1))
        for name in sorted(names):
            path = f"{relative}/{name}"
            if os.path.islink(os.path.join(folder, name)):
                problems.append(Problem(path, "link", line=1, column=1))
            elif not name.startswith("."):
                yield path


def _load_one(register: Register, path: str, data: str) -> None:
    place = _place(path, data)
    if isinstance(place, Problem):
        register.problems.append(place)
        return
    kind, country, key = place
    try:
        file = parse(read_bytes(register.root, path), path)
        record = KINDS[kind].model_validate(file.data)
    except RecordError as error:
        register.problems += error.problems
        register.failed.add(key)
    except ValidationError as error:
        details = error.errors(include_url=False)
        register.problems += [_shape_problem(path, it, KINDS[kind], file.data) for it in details]
        register.misshapen.append(Entry(key, kind, country, path, None, file.data))
        register.failed.add(key)
    else:
        register.kinds[kind][key] = Entry(key, kind, country, path, record, file.data)


def _place(path: str, data: str) -> tuple[str, str, str] | Problem:
    """Kind, country and key that a path stands for."""
    parts = path.removeprefix(f"{data}/").split("/")
    if parts[0] == "translations":
        return _translation_place(path, parts[1:])
    stem, dot, extension = parts[-1].rpartition(".")
    if not dot or extension != "yml":
        return Problem(path, "not-a-record-file", line=1, column=1)
    kind, depth = parts[0], 2 if parts[0] in FLAT_KINDS else 3
    if kind not in KINDS or len(parts) != depth:
        return Problem(path, "misplaced-file", values=_nearest(kind, list(KINDS)), line=1, column=1)
    if not SLUG.fullmatch(stem):
        return Problem(path, "bad-file-name", values={"value": stem}, line=1, column=1)
    if kind == "vocabularies":
        return kind, "", stem
    country = stem if kind == "countries" else parts[1]
    if len(country) != 2:
        return Problem(path, "bad-file-name", values={"value": country}, line=1, column=1)
    return kind, country, country if kind == "countries" else f"{country}-{stem}"


def _translation_place(path: str, parts: list[str]) -> tuple[str, str, str] | Problem:
    """The place of a translation: a language, then that of the record it belongs to."""
    lang, *rest = parts
    if lang not in LANGUAGES or not rest or rest[0] == "translations":
        return Problem(path, "misplaced-file", values=_nearest(lang, list(LANGUAGES)), line=1, column=1)
    of = _place("/".join(rest), "")
    if isinstance(of, Problem):
        return replace(of, path=path)
    return "translations", of[1], f"{lang}/{of[0]}/{of[2]}"


_PYDANTIC_CODES = {
    "missing": "missing-field",
    "extra_forbidden": "unknown-field",
    "string_type": "not-text",
    "string_too_short": "empty-value",
    "too_short": "empty-value",
    "int_type": "not-a-number",
    "int_parsing": "not-a-number",
    "greater_than_equal": "not-a-number",
    "bool_type": "not-yes-or-no",
    "bool_parsing": "not-yes-or-no",
    "list_type": "not-a-list",
    "dict_type": "not-language-text",
    "model_type": "not-fields",
    "model_attributes_type": "not-fields",
}


def _shape_problem(path: str, detail: Any, model: type[Model], data: Any) -> Problem:
    code = _PYDANTIC_CODES.get(detail["type"], detail["type"])
    loc = _typed_loc(detail["loc"], data, keep_last=code == "missing-field")
    values = {name: str(value) for name, value in detail.get("ctx", {}).items()}
    if code == "unknown-field":
        values |= {"value": str(loc[-1])} | _nearest(str(loc[-1]), fields_at(model, loc[:-1]))
    elif code == "missing-field":
        values |= {"value": str(loc[-1])}
    elif "value" not in values:
        values |= {"value": str(detail["input"])}
    return Problem(path, code, loc, values, at_key=code in ("unknown-field", "unknown-language"))


def _typed_loc(loc: Loc, data: Any, keep_last: bool) -> Loc:
    """The place without the steps that only the model has (branches of a union)."""
    typed: Loc = ()
    for index, part in enumerate(loc):
        inside = isinstance(data, dict) and part in data
        inside = inside or (isinstance(data, list) and isinstance(part, int) and part < len(data))
        if inside:
            data = data[part]
        if inside or (keep_last and index == len(loc) - 1):
            typed = (*typed, part)
    return typed


def _nearest(value: str, allowed: list[str]) -> dict[str, str]:
    near = nearest(value, allowed)
    return {"suggestion": near} if near else {}


def nearest(value: str, allowed: list[str]) -> str:
    """The allowed value most like the one typed; empty when none is near (Damerau-Levenshtein)."""
    wanted = value.strip().lower().replace("_", "-").replace(" ", "-")
    forms = {name: name.lower().replace("_", "-") for name in allowed}
    hit = process.extractOne(
        wanted, forms, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6
    )
    return cast(str, hit[2]) if hit else ""


def located(root: str, problems: list[Problem]) -> list[Problem]:
    """The problems with line and column filled in, in the order of the files."""
    contents: dict[str, bytes] = {}
    placed = []
    for problem in problems:
        if not problem.line:
            if problem.path not in contents:
                contents[problem.path] = read_bytes(root, problem.path)
            line, column = locate(contents[problem.path], problem.loc, problem.at_key)
            problem = replace(problem, line=line, column=column)
        placed.append(problem)
    return ordered(placed)
