"""The tiny register with the real vocabularies, a law with steps and a tile map laid over it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ..conftest import ROOT

Write = Callable[[str, str], Path]
TILES = "tiles:\n  XA-N: [0, 0]\n  XA-S: [0, 1]\nareas:\n"
LAW = """\
titles: {en: Victims Act, ar: قانون الضحايا, fr: Loi sur les victimes}
number: '9'
year: 2021
subject: trafficking
in_force:
  - {value: in-force, from: 2021-03, area: north, source: s1}
  - {value: not-yet, until: 2030-01-01, area: south, source: s1}
  - {value: in-force, from: 2030-01-01, area: south, source: s1}
provisions:
  - article: '4'
    effect: enables
    concerns: referral
    steps: [referral-rule]
    summary:
      en: Offices may send victims to societies
      fr: Les parquets peuvent orienter les victimes
    source: s1
  - effect: prevents
    concerns: data
    steps: [referral-secrecy]
    summary: {en: '=SUM(1,2) is no formula'}
    source: s1
sources:
  s1: {kind: law, title: Gazette 9, url: https://gazette.example.org/9, date: 2021}
  s2: {kind: report, title: On the Act, date: 2022, supports: [version_read]}
version_read: {en: Text of 2021}
"""
DRAFT = """\
titles: {en: Draft Societies Law, ar: مشروع قانون الجمعيات, fr: Projet de loi}
year: 2024
subject: association-law
in_force:
  - {value: not-yet, source: s1}
provisions:
  - effect: restrains
    concerns: registration
    steps: [register-refusal]
    summary: {en: More grounds}
    source: s1
sources:
  s1: {kind: news, title: The draft, date: 2024}
"""


@pytest.fixture
def home(home: Path, write: Write) -> Path:
    for file in (ROOT / "data" / "vocabularies").glob("*.yml"):
        shutil.copy(file, home / "data" / "vocabularies" / file.name)
    country = (home / "data" / "countries" / "xa.yml").read_text("utf-8")
    write("countries/xa.yml", country.replace("areas:\n", TILES, 1))
    write("legislation/xa/victims-act.yml", LAW)
    write("legislation/xa/draft-societies-law.yml", DRAFT)
    committee = (home / "data" / "mechanisms" / "xa" / "victims-committee.yml").read_text("utf-8")
    rules = "rules:\n  - {law: xa-victims-act, article: '4'}\ncso_role:\n"
    write("mechanisms/xa/victims-committee.yml", committee.replace("cso_role:\n", rules, 1))
    return home
