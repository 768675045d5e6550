"""Questions for discussion that follow from the register, for events whose record asks none."""

from __future__ import annotations

from collections.abc import Iterator

from ..derived import ENDED, latest_status
from ..model import Event
from ..publication import PublicRegister
from ..register import Entry
from ..text import LANGUAGES, Localised, pick
from ..words import phrase

MOST = 6
HINDERING = ("prevents", "restrains")
OF_CONTACT = ("coordination", "referral", "reporting", "standing", "victim-support")


def questions(entry: Entry[Event], public: PublicRegister) -> list[Localised]:
    """The event's own questions, else proposed ones: gaps, meeting points, hindering law."""
    own = entry.record.concept.questions
    if own:
        return list(own)
    found = [*_of_gaps(entry, public), *_of_mechanisms(entry, public), *_of_law(entry, public)]
    return found[:MOST]


def _asked(name: str, about: Localised) -> Localised:
    form = phrase("agendas", name)
    return {lang: form[lang].format(about=pick(about, lang)) for lang in LANGUAGES}


def _of_gaps(entry: Entry[Event], public: PublicRegister) -> Iterator[Localised]:
    """Services that no organisation of the country is listed with, at most two."""
    listed = {
        service
        for it in public.organisations.values()
        if it.country == entry.country and latest_status(it) not in ENDED
        for service in it.record.services or ()
    }
    terms = public.vocabularies["services"].record.terms
    missing = [term for key, term in terms.items() if key not in listed]
    for term in missing[:2]:
        yield _asked("ask.gap", term.labels)


def _of_mechanisms(entry: Entry[Event], public: PublicRegister) -> Iterator[Localised]:
    for key in sorted(public.mechanisms):
        it = public.mechanisms[key]
        topics = set(it.record.crime_topics or ())
        if it.country == entry.country and topics & set(entry.record.themes):
            yield _asked("ask.mechanism", it.record.names)


def _of_law(entry: Entry[Event], public: PublicRegister) -> Iterator[Localised]:
    for key in sorted(public.legislation):
        law = public.legislation[key]
        hinders = any(
            rule.effect in HINDERING and rule.concerns in OF_CONTACT
            for rule in law.record.provisions or ()
        )
        if law.country == entry.country and hinders and not law.record.replaced_by:
            yield _asked("ask.law", law.record.titles)
