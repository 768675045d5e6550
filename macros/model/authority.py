"""A public prosecution office or another official body that organisations deal with."""

# mypy: disable-error-code="valid-type"
from __future__ import annotations

from .common import Email, Key, Model, Phone, Record, Region, Sources, Str, Term, Text, Url


class Channel(Model):
    """A public, institutional way to reach the body."""

    label: Text | None = None
    phone: Phone | None = None
    email: Email | None = None
    url: Url | None = None


class Authority(Record):
    """An official body, and what it does against crime and for human rights."""

    names: Text
    also_known_as: list[Str] | None = None
    kind: Term("authority-kinds")
    level: Term("levels") | None = None
    region: Region | None = None
    parent: Key("authorities") | None = None
    mandate: Text | None = None
    what_it_does_against_crime: Text | None = None
    contact_channels: list[Channel] | None = None
    sources: Sources | None = None
