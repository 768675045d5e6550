"""Record files, whole and damaged, for two readers that must agree on them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from ..conftest import ROOT

FOLDERS = ("data", "tests/data", "tests/broken")
_SIGNS = b"\n\t :-'\"{}[],&*!#|>%@`\x00\x80a1"

_VALUES = (
    "", "a b", "2020", "-1", "null", "~", "true", "012", "'x'", "'it''s'", "' '", '"x"', "a: b",
    "https://example.org/a#b", "a #b", "a#b", "# c", ">-", "|", "é – «x»", "\u00a0x", "x\u00a0",
    "{a: b}", "{a: b, c: 'd, e'}", "{a: b, a: c}", "{a: 2020, b: true}", "{a: }", "{a: b }", "{}",
    "{a: [b]}", "{a: https://example.org}", "{a: b#c}", "{a: b?}", "[a, b]", "[a b,c]", "[a: b]",
    "[1, null]", "[a, ]", "['x, y', z]", "[a #c, b]", "[]", "a, b", "&a b", "x &a", "'a' b", "x:",
)  # fmt: skip
_TEXTS = ("one", "two: x", "- three", "# four", " five", "six #7", "\u00a0")


@st.composite
def layouts(draw: st.DrawFn) -> bytes:
    """Lines of every kind at any depth, some of them a record."""
    lines: list[str] = []
    depth = 0
    for _ in range(draw(st.integers(1, 5))):
        depth = max(0, depth + draw(st.sampled_from((0, 0, 0, 2, 2, 4, 1, -2, -2, -4))))
        key = draw(st.sampled_from(("a: ", "b: ", "c: ", "en: ", "1: ", "true: ", "x.y-z: ", "")))
        value = draw(st.sampled_from(_VALUES))
        begin = " " * depth + draw(st.sampled_from(("", "", "- "))) + key
        lines.append(begin + value if value else begin.rstrip())
        if value == ">-":
            below = draw(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(_TEXTS))))
            lines += [" " * (depth + deeper) + text for deeper, text in below]
        lines += draw(st.sampled_from(((),) * 12 + (("",), ("# c",), ("  # c",), ("  ",))))
    return ("\n".join(lines) + draw(st.sampled_from(("\n", "", "\n\n", " ")))).encode()


def files_below(folder: str) -> list[Path]:
    """Every YAML file in a folder of the project."""
    found = [path for path in (ROOT / folder).rglob("*.yml") if path.is_file()]
    assert found
    return found


@st.composite
def damaged_records(draw: st.DrawFn) -> bytes:
    """A record of the tests with up to three signs that do not belong there."""
    paths = sorted((ROOT / "tests" / "data").rglob("*.yml"))
    content = bytearray(draw(st.sampled_from(paths)).read_bytes())
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(content) - 1))
        content[at] = draw(st.sampled_from(_SIGNS))
    return bytes(content)
