"""An invented country's whole way: report, focus group, plan and its drafts, decision, training."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

FOCUS_GROUP = """
titles: {en: Focus group on referrals, ar: مجموعة تركيز عن الإحالة, fr: Groupe de discussion}
kind: focus-group
status: held
start: 2025-03-04
city: {en: "Port Lantern; harbour, north"}
themes: [victim-support]
objectives: [{en: Learn where referrals stop}]
rests_on: [{mechanism: xa-victims-committee}]
concept: {background: {en: Referrals are made by telephone}}
report:
  attendance: [{group: organisations, attended: 9, women: 5}]
  points: [{theme: victim-support, summary: {en: Calls are not answered}}]
  recommendations:
    - {id: r1, text: {en: Agree on one form}, addressee: {en: Prosecution}}
    - id: r2
      text: {en: Meet every week}
      addressee: {en: Prosecution}
      not_taken_up: {en: Offices are too far apart}
  evaluation: [{statement: could-speak, agree: 7, partly: 1, disagree: 1}]
"""
DISCUSSION = """
titles: {en: Discussion of the plan}
kind: discussion-session
status: held
start: 2025-05-06
themes: [victim-support]
objectives: [{en: Hear what should change}]
concept: {background: {en: The preliminary plan is there}, questions: [{en: What is missing?}]}
plan: xa
follows: [xa-focus-group]
report: {attendance: [{group: organisations, attended: 14, women: 6}]}
"""
WORKSHOP = """
titles: {en: Workshop on the form}
kind: workshop
status: held
start: 2025-08-01
themes: [victim-support]
objectives: [{en: Write the form}]
concept: {background: {en: The plan asks for a form}, questions: [{en: Which words fit?}]}
agenda:
  - {start: "10:00", minutes: 45, title: {en: Writing}}
  - {minutes: 30, title: {en: Reading}}
invited:
  - {organisation: xa-lantern-union, seats: 2, why: {en: It made most referrals}}
  - {organisation: xa-exposure-withheld, why: {en: A reason that stays inside}}
  - {authority: xa-public-prosecution, why: {en: It decides on the form}}
plan: xa
follows: [xa-discussion]
report: {attendance: [{group: prosecution, attended: 6}]}
"""
TRAINING = """
titles: {en: First training}
kind: training
status: held
start: 2025-11-03
themes: [victim-support]
objectives: [{en: Use the form}]
concept: {background: {en: The form is approved}}
modules: [referral]
plan: xa
follows: [xa-workshop]
report:
  attendance: [{group: organisations, attended: 12, women: 8}]
  results: [{module: referral, took: 12, passed: 11}]
  evaluation: [{statement: learnt, agree: 10, partly: 2, disagree: 0}]
"""
MODULE = """
titles: {en: Referring a case}
summary: {en: From the first call to the answer}
audience: [organisations]
builds: [legal]
objectives: [{en: Fill in the form}]
outline: [{minutes: 60, title: {en: The form line by line}}]
exercises: [{en: An invented case}]
assessment: {en: A form filled in from an invented case}
"""
PLAN = """
titles: {en: Action plan}
summary: {en: Drawn from the focus group}
start: 2025-10-01
drafts:
  - {version: "1", stage: preliminary, date: 2025-04}
  - {version: "2", stage: revised, date: 2025-07}
  - {version: "3", stage: submitted, date: 2025-08}
  - {version: "4", stage: approved, date: 2025-09}
objectives:
  - title: {en: Reach each other}
    actions:
      - id: form
        title: {en: One form for referrals}
        pillar: communication
        summary: {en: A form of one page}
        rests_on: [{heard_at: xa-focus-group, recommendation: r1}]
        responsible: [{en: Coordinator}]
        modules: [referral]
        start: 1
        end: 6
        milestones: [{month: 3, title: {en: Form agreed}}]
        indicators:
          - name: {en: Offices that use it}
            unit: {en: offices}
            baseline: 0
            target: 4
            actual:
              - {value: 1, as_of: 2025-11, source: s1}
              - {value: 3, as_of: 2025-12, source: s1}
        status: under-way
        approvals:
          - {authority: xa-public-prosecution, decision: approved, date: 2025-09, source: s1}
        earlier: [{version: "1", summary: {en: A form of three pages}}]
      - id: hotline
        title: {en: A line for urgent cases}
        pillar: projects
        summary: {en: A number that is answered at night}
        rests_on: [{mechanism: xa-victims-committee}]
        responsible: [{en: Coordinator}]
        start: 2
        end: 4
        indicators: [{name: {en: Nights with an answer}, unit: {en: nights}, target: 300}]
        status: proposed
        approvals:
          - authority: xa-public-prosecution
            decision: rejected
            date: 2025-09
            source: s1
            note: {en: No staff at night}
        added: "2"
comments:
  - version: "1"
    action: form
    event: xa-discussion
    author: {en: An organisation}
    comment: {en: Three pages are too long}
    response: {en: Shortened}
    change: {en: One page}
sources: {s1: {kind: official, title: Letter of the prosecution, date: 2025-12}}
"""
FILES = {
    "events/xa/focus-group.yml": FOCUS_GROUP,
    "events/xa/discussion.yml": DISCUSSION,
    "events/xa/workshop.yml": WORKSHOP,
    "events/xa/training.yml": TRAINING,
    "modules/referral.yml": MODULE,
    "action-plans/xa.yml": PLAN,
}


def lay(write: Callable[[str, str], Path]) -> None:
    """Write the whole chain into a register."""
    for path, text in FILES.items():
        write(path, text)
