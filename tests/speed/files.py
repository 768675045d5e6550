"""Record files, whole and damaged, for two readers that must agree on them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from ..conftest import ROOT

FOLDERS = ("data", "tests/data", "tests/broken")
_SIGNS = b"\n\t :-'\"{}[],&*!#|>%@`\x00\x80a1"


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
