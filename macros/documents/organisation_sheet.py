"""The sheet of an organisation: its page of the register on paper."""

from __future__ import annotations

from ..pages.views.links import View
from ..pages.views.organisation import organisation
from ..tables import Tables
from .frame import sheet
from .laws import states
from .model import Block, Document, Facts, Heading, Items, Paragraph, Run, Words, plain
from .writing import (
    Writing,
    dotted,
    in_lines,
    item,
    joined,
    place_of,
    spaced,
    text,
    with_acronym,
)


def organisation_sheet(writing: Writing, tables: Tables, key: str) -> Document:
    """The sheet in the language of `writing`; what the gate withholds is not in it."""
    entry = writing.context.public.organisations[key]
    view = writing.view(place_of(entry), organisation(entry, writing.context))
    made = _Sheet(writing, place_of(entry), view)
    title = with_acronym(text(view["title"]), view["acronym"])
    blocks = [
        *made.head(), *made.standing(), *made.work(), *made.relations(), *made.answers(),
        *made.limits(),
    ]  # fmt: skip
    return sheet(writing, "organisation-sheet", entry.key, title, [entry], blocks)


class _Sheet:
    """Blocks of one organisation from its view."""

    def __init__(self, writing: Writing, key: str, view: View) -> None:
        self.writing, self.key, self.view = writing, key, view
        self.words = writing.context.words

    def head(self) -> list[Block]:
        """Status, other names, what is withheld, facts."""
        view = self.view
        blocks: list[Block] = [Paragraph(states(view["states"]), "lead")]
        if view["gloss"]:
            blocks.append(Paragraph((Run(f"{view['gloss']} ({self.words['gloss']})"),), "note"))
        if view["exposure"] != "full":
            blocks.append(Paragraph((Run(self.words["withheld"]),), "notice"))
        rows = [(self.writing.say("other_names"), self._names())]
        rows += [
            (fact["label"], self.writing.items(fact["items"]) + self._refs(fact["refs"]))
            for fact in view["facts"]
        ]
        return [*blocks, Facts(tuple((label, value) for label, value in rows if value))]

    def standing(self) -> list[Block]:
        """How it came about, what became of it, and its standing in law."""
        founding = self.view["founding"] or {"claims": [], "disagree": False}
        claims = [self._claim(it) for it in founding["claims"]]
        if founding["disagree"]:
            claims.append((Run(self.words["sources_disagree"], quiet=True),))
        return [
            *self._list("founding", claims),
            *self._list("status_history", [self._step(it) for it in self.view["status_history"]]),
            *self._list("legal", self._legal()),
        ]

    def work(self) -> list[Block]:
        """Activities, figures, sponsors, projects and achievements."""
        view = self.view
        return [
            *self._list("activities", [text(it) for it in view["activities"]]),
            *self._list("figures", [self._figure(it) for it in view["figures"]]),
            *self._list("sponsors", [self._sponsor(it) for it in view["sponsors"]]),
            *self._list("projects", [self._project(it) for it in view["projects"]]),
            *self._list("achievements", [self._achievement(it) for it in view["achievements"]]),
            *self._list("capacities", [self._capacity(it) for it in view["capacities"]]),
        ]

    def relations(self) -> list[Block]:
        """Relations with official bodies by stance, and its place among organisations."""
        blocks: list[Block] = []
        groups = self.view["authority_relations"]
        if groups:
            blocks.append(self._heading("authority_relations"))
        for group in groups:
            if group["title"]:
                blocks.append(Heading((Run(group["title"]),), 2))
            blocks.append(Items(tuple(self._relation(it) for it in group["items"])))
        network = self.view["network"] or {"above": [], "below": []}
        lines = [
            self.writing.labelled(self.words["member_of"], self.writing.items(network["above"])),
            self.writing.labelled(
                self.words["member_organisations"], self.writing.items(network["below"])
            ),
            self.writing.labelled(
                self.words["takes_part"], self.writing.items(self.view["takes_part"])
            ),
        ]
        return [*blocks, *self._list("network", [line for line in lines if line])]

    def answers(self) -> list[Block]:
        """What it said of its own capacities, needs and obstacles in law."""
        view = self.view
        rated = [self._rated(given, it) for given in view["assessments"] for it in given["answers"]]
        return [
            *self._list("assessments", rated),
            *self._list("needs", [self._said(it) for it in view["needs"]]),
            *self._list("legal_obstacles", [self._said(it) for it in view["legal_obstacles"]]),
        ]

    def limits(self) -> list[Block]:
        """What no source says, and the published warnings."""
        unknown = self.writing.items({"text": name} for name in self.view["unknown"])
        lead = self.words["unknown_lead"]
        lines = [spaced((Run(lead),), unknown)] if unknown else []
        lines += [(Run(it["text"]),) for it in self.view["problems"]]
        return self._list("unknown", lines)

    def _heading(self, name: str) -> Heading:
        return Heading((Run(self.words[name]),))

    def _list(self, name: str, lines: list[Words]) -> list[Block]:
        return [self._heading(name), Items(tuple(lines))] if lines else []

    def _refs(self, numbers: list[int]) -> Words:
        return self.writing.refs(self.key, numbers)

    def _names(self) -> Words:
        return self.writing.items([*self.view["other_names"], *self.view["also_known_as"]])

    def _claim(self, it: View) -> Words:
        when = (Run(it["when"], strong=True),)
        about = dotted(when, it["event"], it["certainty"], text(it["note"], quiet=True))
        return about + self._refs(it["refs"])

    def _step(self, it: View) -> Words:
        successor = item(it["successor"]) if it["successor"] else ()
        follows = self.writing.labelled(self.words["successor"], successor)
        about = dotted(states([it]), follows, text(it["note"], quiet=True))
        return about + self._refs(it["refs"])

    def _legal(self) -> list[Words]:
        legal, words = self.view["legal"], self.words
        if not legal:
            return []
        form = dotted(legal["form"], text(legal["note"], quiet=True))
        lines = [self.writing.labelled(words["legal_form"], form)]
        lines[0] += self._refs(legal["refs"]) if lines[0] else ()
        lines += [self._registration(it) for it in legal["registrations"]]
        if utility := legal["utility"]:
            said = dotted(utility["label"], utility["when"], text(utility["note"], quiet=True))
            label = self.writing.labelled(words["public_utility"], said)
            lines.append(label + self._refs(utility["refs"]))
        return [line for line in lines if line]

    def _registration(self, it: View) -> Words:
        number = (Run(it["number"], ltr=True),) if it["number"] else ()
        register = (Run(it["register"], ltr=True),) if it["register"] else ()
        authority = item(it["authority"]) if it["authority"] else ()
        note = text(it["note"], quiet=True)
        said = dotted(number, register, authority, it["when"], it["area"], note)
        return self.writing.labelled(self.words["registrations"], said) + self._refs(it["refs"])

    def _figure(self, it: View) -> Words:
        label = (Run(it["label"] + self.words["colon"], strong=True),)
        values = joined(" / ", map(self._value, it["values"]))
        disagree = (Run(self.words["sources_disagree"], quiet=True),) if it["disagree"] else ()
        return spaced(label, values, disagree)

    def _value(self, value: View) -> Words:
        about = dotted(text(value["value"]), value["when"], text(value["note"], quiet=True))
        return about + self._refs(value["refs"])

    def _sponsor(self, it: View) -> Words:
        return dotted(text(it["name"]), it["kind"], it["period"] or "") + self._refs(it["refs"])

    def _project(self, it: View) -> Words:
        themes = self.writing.items(it["themes"])
        title = dotted(text(it["title"], strong=True), it["when"], it["status"], themes)
        partners = self.writing.labelled(self.words["partners"], self.writing.items(it["partners"]))
        supported = self.writing.labelled(
            self.words["supported_by"], self.writing.items(it["sponsors"])
        )
        results = self.writing.labelled(self.words["results"], text(it["results"]))
        parts = [title, text(it["summary"]), results, partners, supported]
        return in_lines(parts) + self._refs(it["refs"])

    def _achievement(self, it: View) -> Words:
        about = dotted(it["when"], self.writing.items(it["themes"]))
        lead = (Run(plain(about) + self.words["colon"], strong=True),) if about else ()
        return spaced(lead, text(it["text"])) + self._refs(it["refs"])

    def _capacity(self, it: View) -> Words:
        return self.writing.labelled(it["label"], text(it["text"])) + self._refs(it["refs"])

    def _relation(self, it: View) -> Words:
        kind = (Run(it["kind"], strong=True),)
        about = dotted(kind, self.writing.items(it["authorities"]), it["when"])
        named = self.writing.labelled(self.words["named"], text(it["named"], quiet=True))
        lines = [about, named, text(it["text"])]
        return in_lines(lines) + self._refs(it["refs"])

    def _rated(self, given: View, it: View) -> Words:
        statement = text(it["statement"]) or (Run(it["id"], ltr=True),)
        answer = (Run(it["value"], strong=True),)
        about = dotted(statement, answer, text(it["evidence"], quiet=True), given["when"] or "")
        return about + self._refs(given["refs"])

    def _said(self, it: View) -> Words:
        law = item(it["law"]) if it.get("law") else ()
        themes = self.writing.items(it.get("themes", ()))
        about = dotted(text(it["text"]), themes, law, it.get("when") or "")
        return self.writing.labelled(it["label"], about) + self._refs(it["refs"])
