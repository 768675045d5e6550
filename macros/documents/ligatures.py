"""Arabic ligatures as two glyphs, so that text taken out of a PDF has its letters in order.

A PDF says which letters a glyph stands for. Where one glyph stands for two Arabic letters, viewers
reverse them when they turn the line round, and a search for a word with lam-alef finds nothing.
So a ligature of two letters becomes two glyphs: the first draws the whole but for a strip, the
second is that strip, empty. The look is unchanged. Beside vowel marks the ligature stays as it was,
since marks need its anchors.

Tables: OpenType 1.9, GSUB lookup types 1 (single), 4 (ligature) and 6 (chaining context).
"""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from fontTools.otlLib.builder import buildCoverage, buildSingleSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

STRIP = 100
"""Width of the empty glyph in units of the font (a thousandth of its size)."""
_SINGLE, _LIGATURE, _CHAIN = 1, 4, 6
_BASE, _MARK = 1, 3
"""Classes of glyphs (OpenType, GDEF)."""

Pairs = dict[str, dict[str, str]]
"""By second glyph and first glyph: their ligature."""


def split_ligatures(font: TTFont) -> None:
    """Make two glyphs of every ligature of two letters in the font."""
    table = font["GSUB"].table
    lookups = table.LookupList.Lookup
    for index in [place for place, it in enumerate(lookups) if _joins_letters(it, font)]:
        whole = lookups[index]
        lookups[index] = _splitting(font, lookups, _pairs(whole))  # first, as the order decides
        lookups.append(whole)
        for record in table.FeatureList.FeatureRecord:
            if index in record.Feature.LookupListIndex:
                record.Feature.LookupListIndex.append(len(lookups) - 1)


def _classes(font: TTFont) -> dict[str, int]:
    classes: dict[str, int] = font["GDEF"].table.GlyphClassDef.classDefs
    return classes


def _joins_letters(lookup: Any, font: TTFont) -> bool:
    if lookup.LookupType != _LIGATURE:
        return False
    firsts = [first for subtable in lookup.SubTable for first in subtable.ligatures]
    return not any(_classes(font).get(first) == _MARK for first in firsts)


def _pairs(lookup: Any) -> Pairs:
    found: Pairs = defaultdict(dict)
    for subtable in lookup.SubTable:
        for first, ligatures in subtable.ligatures.items():
            for it in ligatures:
                if len(it.Component) == 1:
                    found[it.Component[0]][first] = it.LigGlyph
    return found


def _splitting(font: TTFont, lookups: list[Any], pairs: Pairs) -> Any:
    """A lookup that puts two glyphs in the place of each pair; those it calls are appended."""
    marks = {name for name, kind in _classes(font).items() if kind == _MARK}
    firsts = {first for by_first in pairs.values() for first in by_first}
    rules = [_rule(font, [firsts, set(pairs)], [marks], [])]  # beside a mark nothing is done
    for second, by_first in pairs.items():
        strip = _add(font, f"{second}.strip", Glyph(), STRIP)
        drawn = {first: _drawing(font, whole) for first, whole in by_first.items()}
        calls = [len(lookups), len(lookups) + 1]
        lookups += [_single(drawn), _single({second: strip})]
        rules.append(_rule(font, [set(by_first), {second}], [], calls))
    return _lookup(_CHAIN, rules)


def _drawing(font: TTFont, whole: str) -> str:
    """A glyph with the ligature's drawing, narrower by the strip at its left."""
    component = GlyphComponent()
    component.glyphName, component.x, component.y, component.flags = whole, -STRIP, 0, 0
    glyph = Glyph()
    glyph.numberOfContours, glyph.components = -1, [component]
    return _add(font, f"{whole}.drawing", glyph, font["hmtx"][whole][0] - STRIP)


def _add(font: TTFont, name: str, glyph: Glyph, width: int) -> str:
    font["glyf"][name] = glyph  # which also adds it to the order of glyphs
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, getattr(glyph, "xMin", 0))
    _classes(font)[name] = _BASE
    return name


def _single(mapping: dict[str, str]) -> Any:
    return _lookup(_SINGLE, [buildSingleSubstSubtable(mapping)])


def _rule(font: TTFont, glyphs: list[set[str]], after: list[set[str]], calls: list[int]) -> Any:
    """Where `glyphs` stand in a row before `after`: lookups to call, one for each in turn."""
    order = font.getReverseGlyphMap(rebuild=True)
    rule = otTables.ChainContextSubst()
    rule.Format = 3
    rule.BacktrackCoverage = []
    rule.InputCoverage = [buildCoverage(each, order) for each in glyphs]
    rule.LookAheadCoverage = [buildCoverage(each, order) for each in after]
    rule.SubstLookupRecord = []
    for place, lookup in enumerate(calls):
        record = otTables.SubstLookupRecord()
        record.SequenceIndex, record.LookupListIndex = place, lookup
        rule.SubstLookupRecord.append(record)
    return rule


def _lookup(kind: int, subtables: list[Any]) -> Any:
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag, lookup.SubTable = kind, 0, subtables
    return lookup
