"""Writes sentences: phrases chosen by what is on record, with numbers, names and links in place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from string import Formatter

from ..questions import Answer, ask
from ..text import Localised, join, number, pick, show, sort_key
from ..words import words
from .content import Paragraph, Picture, Run, Sentence
from .counting import Counting

SMALL = 10
"""Among fewer records no share is named."""
NAMES = ("countries", "regions", "presence", "sponsors", "linked-authorities")
"""Questions whose categories are names, which keep their capital letter inside a sentence."""


@dataclass(frozen=True, slots=True)
class Value:
    """What fills a place of a phrase: pieces of text, and the numbers among them."""

    runs: tuple[Run, ...]
    numbers: int | Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Writer(Counting):
    """One report's data and language."""

    lang: str

    def word(self, name: str) -> str:
        """A phrase without places."""
        return words("evaluation", self.lang)[name]

    def ask(self, question: str) -> Answer:
        """The answer to a question, for the report's country."""
        return ask(self.tables, question, self.country)

    def picture(self, question: str) -> Picture:
        """The answer to a question as a chart."""
        return Picture(self.ask(question))

    def say(self, name: str, /, **values: Value | int | str) -> Sentence:
        """A phrase with its places filled in."""
        runs: list[Run] = []
        numbers: dict[str, int | Mapping[str, int]] = {}
        for text, place, _, _ in Formatter().parse(self.word(name)):
            if text:
                runs.append(Run(text))
            if place is not None:
                value = self._value(values[place])
                runs += value.runs
                if value.numbers is not None:
                    numbers[place] = value.numbers
        return Sentence(name, tuple(runs), numbers)

    def _value(self, value: Value | int | str) -> Value:
        if isinstance(value, Value):
            return value
        if isinstance(value, int):
            return Value((Run(number(value, self.lang)),), value)
        return Value((Run(value),))

    def extent(self, n: int, total: int) -> Value:
        """How many of how many, in words and numbers; without a share among very few.

        Where there is none a sentence of its own says so: words for none would not fit in.
        """
        said = self.say(f"extent-{_extent(n, total)}", n=n, total=total)
        return Value(said.runs, {"n": n, "total": total})

    def ranked(self, answer: Answer, most: int = 3) -> Value:
        """The greatest categories of an answer, each with its number in brackets and its link."""
        return self.counted(answer, answer.greatest(most))

    def counted(self, answer: Answer, pairs: Iterable[tuple[str, int]]) -> Value:
        """Some categories of an answer with their numbers."""
        chosen = list(pairs)
        named = [(self._category(answer, key), *self._after(n)) for key, n in chosen]
        return Value(self._listed(named), dict(chosen))

    def category(self, answer: Answer, key: str) -> str:
        """The word for a category, as it stands inside a sentence."""
        label = pick(answer.labels[key], self.lang)
        return label if answer.question in NAMES else within(label)

    def _category(self, answer: Answer, key: str) -> Run:
        """The word for a category with its link, marked where it is a name in another language."""
        lang = show(answer.labels[key], self.lang).lang
        other = "" if lang == self.lang else lang
        return Run(self.category(answer, key), self.filtered(answer, key), other)

    def filtered(self, answer: Answer, key: str) -> str:
        """The directory with the filter that finds a category's organisations, if there is one."""
        if not answer.facet:
            return ""
        place = f"country={self.country}&" if self.country else ""
        return f"organisations/?{place}{answer.facet}={key}"

    def names(self, kind: str, keys: Iterable[str]) -> Value:
        """Names of records with links, in order of name. They may hold commas themselves."""
        found = [self.named(kind, key) for key in sorted(keys)]  # for names that are alike
        found.sort(key=lambda runs: sort_key(runs[0].text))
        return Value(self._apart(found))

    def _apart(self, items: Iterable[tuple[Run, ...]]) -> tuple[Run, ...]:
        """Items with semicolons between them."""
        between = Run(words("blocks", self.lang)["semicolon"] + " ")
        return tuple(piece for each in items for piece in (between, *each))[1:]

    def named(self, kind: str, key: str) -> tuple[Run, ...]:
        """The name of a record, and the register's own rendering where no source gives it."""
        name, gloss = self.name(kind, key), self.public.of(kind)[key].gloss.get(self.lang)
        return (name, Run(f" [{gloss}]")) if gloss and gloss != name.text else (name,)

    def name(self, kind: str, key: str) -> Run:
        """The name of a record, with the link to its page."""
        record = self.public.of(kind)[key].record
        return self.text(getattr(record, "names", None) or record.titles, f"{kind}/{key}/")

    def text(self, text: Localised, href: str = "") -> Run:
        """A text of a record, marked with its language where that is not the report's."""
        shown = show(text, self.lang)
        return Run(shown.text, href, "" if shown.lang == self.lang else shown.lang)

    def quoted(self, text: Localised) -> Value:
        """A text of a record without its full stop, for a sentence that goes on after it."""
        run = self.text(text)
        return Value((replace(run, text=run.text.rstrip(". ")),))

    def term(self, vocabulary: str, term: str) -> str:
        """The word for a term."""
        return pick(self.public.vocabularies[vocabulary].record.terms[term].labels, self.lang)

    def value(self, *runs: Run) -> Value:
        """Pieces of text as what fills a place."""
        return Value(runs)

    def listed(self, texts: Iterable[str]) -> Value:
        """Words as a list."""
        return Value(self._listed([(Run(text),) for text in texts]))

    def linked(self, answer: Answer, kind: str, most: int) -> Value:
        """The greatest categories of an answer that are records: linked, each with its number."""
        best = answer.greatest(most)
        named = [(self.name(kind, key), *self._after(n)) for key, n in best]
        return Value(self._listed(named), dict(best))

    def items(
        self, items: Mapping[str, tuple[str, int]], to: Mapping[str, str] | None = None
    ) -> Value:
        """Words with numbers in brackets: by key the word and its number, and where it leads."""
        links = to or {}
        named = [
            (Run(within(text), links.get(key, "")), *self._after(n))
            for key, (text, n) in items.items()
        ]
        return Value(self._listed(named), {key: n for key, (_, n) in items.items()})

    def link(self, text: str, href: str) -> Value:
        """A word that leads somewhere."""
        return Value((Run(text, href),))

    def links(self, pairs: Iterable[tuple[str, str]]) -> Value:
        """Words that lead somewhere, as a list."""
        return Value(self._listed([(Run(text, href),) for text, href in pairs]))

    def titles(self, pairs: Iterable[tuple[str, str]]) -> Value:
        """Titles that lead somewhere. They may hold commas and "and" themselves."""
        return Value(self._apart([(Run(text, href),) for text, href in pairs]))

    def _after(self, n: int) -> tuple[Run]:
        return (Run(f" ({number(n, self.lang)})"),)

    def _listed(self, items: Sequence[tuple[Run, ...]]) -> tuple[Run, ...]:
        """Items as a list in words of the language: "a, b and c"."""
        pattern = join([f"{{{index}}}" for index in range(len(items))], self.lang)
        runs: list[Run] = []
        for text, place, _, _ in Formatter().parse(pattern):
            if text:
                runs.append(Run(text))
            if place is not None:
                runs += items[int(place)]
        return tuple(runs)


def paragraph(*sentences: Sentence | None, label: str = "") -> Paragraph:
    """Sentences as a paragraph, with spaces between them; those that are `None` are left out."""
    return Paragraph(tuple(it for it in sentences if it is not None), label)


def within(label: str) -> str:
    """A label as it stands inside a sentence: without its capital, unless it is an acronym."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _extent(n: int, total: int) -> str:
    if n == 1:
        return "one"
    if n == total:
        return "all"
    if total < SMALL:
        return "some"
    share = n / total
    if share <= 0.1 or n == 2:
        return "few"
    return "minority" if share < 0.4 else "half" if share <= 0.6 else "most"
