"""`events.ics`: events with a day, as a calendar per language (RFC 5545, iCalendar)."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from ..model import Event
from ..register import Entry
from ..text import DEFAULT, LANGUAGES, pick
from .exporter import Exporter
from .output import DOWNLOADS

MIME = "text/calendar"
WHOLE_DAY = len("2000-01-01")
OCTETS = 75
"""The most octets in a line; a longer one goes on in the next after a space."""
_STATUS = {"planned": "CONFIRMED", "held": "CONFIRMED", "cancelled": "CANCELLED"}


class EventsIcs(Exporter):
    """A calendar per language. A proposal without a day is not in it: nobody could keep it free."""

    def finish(self) -> None:
        """Write the files."""
        for lang in LANGUAGES:
            name = "events.ics" if lang == DEFAULT else f"events.{lang}.ics"
            path = f"{DOWNLOADS}/{name}"
            lines = [line for part in self._calendar(lang) for line in folded(part)]
            self.output.write(path, "".join(f"{line}\r\n" for line in lines))
            if lang == DEFAULT:
                self.output.add(path, "events", MIME, rows=len(self._dated()))

    def _dated(self) -> list[Entry[Event]]:
        found = [
            it for it in self.public.events.values() if len(it.record.start or "") == WHOLE_DAY
        ]
        return sorted(found, key=lambda it: (it.record.start or "", it.key))

    def _calendar(self, lang: str) -> Iterator[str]:
        yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Dalil//Events//EN")
        for entry in self._dated():
            yield from self._event(entry, lang)
        yield "END:VCALENDAR"

    def _event(self, entry: Entry[Event], lang: str) -> Iterator[str]:
        record = entry.record
        first = datetime.date.fromisoformat(record.start or "")
        end = record.end or ""
        last = datetime.date.fromisoformat(end) if len(end) == WHOLE_DAY else first
        after = last + datetime.timedelta(days=1)  # the end of a whole-day event is exclusive
        status = self.public.vocabularies["event-statuses"].record.terms[record.status]
        yield from ("BEGIN:VEVENT", f"UID:{entry.key}@dalil")
        yield f"DTSTAMP:{self.edition.date.replace('-', '')}T000000Z"
        yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
        yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
        yield f"SUMMARY:{_text(pick(record.titles, lang))}"
        yield f"DESCRIPTION:{_text(pick(status.labels, lang))}"
        if record.city:
            yield f"LOCATION:{_text(pick(record.city, lang))}"
        if self.edition.site:
            yield f"URL:{self.edition.site}events/{entry.key}/"
        yield f"STATUS:{_STATUS.get(record.status, 'TENTATIVE')}"
        yield "END:VEVENT"


def _text(words: str) -> str:
    """A text with the signs escaped that mean something in a calendar."""
    for sign in ("\\", ";", ","):
        words = words.replace(sign, f"\\{sign}")
    return words.replace("\r", "").replace("\n", "\\n")


def folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 octets, none of them cut inside a letter."""
    piece = ""
    for letter in line:
        if len((piece + letter).encode()) > OCTETS:
            yield piece
            piece = " "
        piece += letter
    yield piece
