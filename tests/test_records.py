"""Reading one file: which YAML is accepted, what it turns into, and where its values stand."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from macros.problems import Loc
from macros.records import SIZE_LIMIT, RecordError, locate, parse

PATH = "data/organisations/xa/fault.yml"
WORDS = st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]))
KEYS = st.from_regex(r"[a-z_]{1,8}", fullmatch=True)
LEAVES = WORDS.filter(str.strip) | st.integers(0, 10**9) | st.booleans()
TREES = st.dictionaries(
    KEYS,
    st.recursive(
        LEAVES,
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3)
            | st.dictionaries(KEYS, inner, min_size=1, max_size=3)
        ),
        max_leaves=8,
    ),
    min_size=1,
    max_size=4,
)
YAML_LIKE = st.text(alphabet="ab: -[]{}&*!|>'\"#%@,?\n\t\r\\\x85\u2028م0x~<", max_size=60)


def data(text: str) -> dict[str, Any]:
    return parse(text.encode(), PATH).data


def codes(content: bytes) -> list[str]:
    with pytest.raises(RecordError) as raised:
        parse(content, PATH)
    return [problem.code for problem in raised.value.problems]


@given(st.binary(max_size=200) | YAML_LIKE.map(str.encode))
@example(b"\xff\xfea\x00")
@example("a: 1\x85b: [2\x85".encode())
@example('a: "x\n\n\u2028\u2028\n'.encode())
@example("a: مرحبا\nb: x\x01y\n".encode())
def test_any_bytes_are_a_record_or_a_record_error(content: bytes) -> None:
    try:
        parse(content, PATH)
    except RecordError as error:
        assert error.problems
        for problem in error.problems:
            assert problem.is_error and problem.line >= 1 and problem.column >= 1
            assert problem.message() and problem.hint()


@given(st.binary(max_size=200) | YAML_LIKE.map(str.encode), st.lists(KEYS | st.integers(0, 3)))
def test_any_place_in_any_bytes_is_located(content: bytes, loc: list[str | int]) -> None:
    line, column = locate(content, tuple(loc))
    assert line >= 1 and column >= 1


@given(YAML_LIKE)
def test_an_accepted_file_holds_neither_anchors_nor_aliases(text: str) -> None:
    try:
        parse(text.encode(), PATH)
    except RecordError:
        return
    events = yaml.parse(text, Loader=yaml.CSafeLoader)
    assert not any(getattr(event, "anchor", None) for event in events)


@given(TREES)
def test_what_is_written_is_read_back(tree: dict[str, Any]) -> None:
    text = yaml.dump(tree, Dumper=Quoted, allow_unicode=True, width=10**6, sort_keys=False)
    assert data(text) == tree


@given(TREES)
def test_position_points_at_the_value(tree: dict[str, Any]) -> None:
    text = yaml.dump(tree, Dumper=Quoted, allow_unicode=True, width=10**6, sort_keys=False)
    lines = text.split("\n")
    for loc, value in leaves(tree):
        line, column = locate(text.encode(), loc)
        found = lines[line - 1][column - 1 :]
        assert yaml.safe_load(found.split(": ")[-1] if column == 1 else found) == value


class Quoted(yaml.SafeDumper):
    """Writes every text in double quotes on one line, so that it stays what it is."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def _text(dumper: Quoted, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


Quoted.add_representer(str, _text)


def leaves(tree: Any, loc: Loc = ()) -> list[tuple[Loc, Any]]:
    if isinstance(tree, dict):
        return [leaf for key, value in tree.items() for leaf in leaves(value, (*loc, key))]
    if isinstance(tree, list):
        return [leaf for i, value in enumerate(tree) for leaf in leaves(value, (*loc, i))]
    return [(loc, tree)]


@pytest.mark.parametrize(
    "typed",
    ["NO", "yes", "Off", "012", "0o17", "0x1F", "1e3", "1_000", "+1", ".5", "12:30", "2003-01-02",
     "True", "TRUE", "Null", "NaN", ".inf", "<<", "=", "1.0", "9999999999999999999"],
)  # fmt: skip
def test_plain_value_stays_the_text_that_was_typed(typed: str) -> None:
    assert data(f"a: {typed}\n") == {"a": typed}


@pytest.mark.parametrize(
    ("typed", "value"), [("true", True), ("false", False), ("0", 0), ("-7", -7), ("5220", 5220)]
)
def test_plain_value_of_the_json_schema_has_its_type(typed: str, value: object) -> None:
    found = data(f"a: {typed}\n")["a"]
    assert found == value and type(found) is type(value)


@pytest.mark.parametrize("typed", ["'true'", '"5220"', "'null'", "|\n  12", ">\n  false"])
def test_quoted_or_block_value_is_always_text(typed: str) -> None:
    assert isinstance(data(f"a: {typed}\n")["a"], str)


def test_names_of_fields_are_always_text() -> None:
    assert data("true: a\n12: b\nnull: c\n") == {"true": "a", "12": "b", "null": "c"}


def test_byte_order_mark_is_taken_off() -> None:
    assert parse(b"\xef\xbb\xbfa: b\n", PATH).data == {"a": "b"}


def test_windows_line_ends_are_accepted() -> None:
    assert data("a: b\r\nc:\r\n  - d\r\n") == {"a": "b", "c": ["d"]}


def test_size_limit_is_exact() -> None:
    fits = b"a: b\n#" + b"x" * (SIZE_LIMIT - 6)
    assert parse(fits, PATH).data == {"a": "b"}
    assert codes(fits + b"x") == ["file-too-large"]


def test_alias_bomb_is_refused_before_it_grows() -> None:
    rows = [b"a0: &a0 [x, x, x, x, x, x, x, x]"]
    rows += [b"a%d: &a%d [%s]" % (i, i, b", ".join([b"*a%d" % (i - 1)] * 8)) for i in range(1, 40)]
    assert set(codes(b"\n".join(rows))) == {"alias"}


def test_huge_bomb_is_reported_in_few_lines() -> None:
    assert len(codes(b"a: &a x\n" + b"".join(b"b%d: *a\n" % i for i in range(9000)))) == 10


@pytest.mark.parametrize("text", ["a: Smith & Co\n", "a: b&c\n", "a: 'x &y'\n", "u: h?a=1&b=2\n"])
def test_ampersand_inside_a_text_is_no_anchor(text: str) -> None:
    assert data(text)


def test_every_problem_of_a_file_is_found_at_once() -> None:
    assert codes(b"a:\nb: !x y\na: c\n") == ["empty-value", "tag", "duplicate-key"]


@pytest.mark.parametrize(
    ("loc", "at_key", "place"),
    [
        (("a",), False, (1, 4)),
        (("b", "c"), False, (3, 6)),
        (("b", "c"), True, (3, 3)),
        (("b", "d", 1), False, (4, 10)),
        (("b", "d", 1, "e"), False, (4, 14)),
        (("b", "missing"), True, (3, 3)),
        (("b", "d", 9), False, (4, 6)),
        ((), False, (1, 1)),
    ],
)
def test_place_is_that_of_the_value_or_the_nearest_around(
    loc: Loc, at_key: bool, place: tuple[int, int]
) -> None:
    text = "a: x\nb:\n  c: مركز\n  d: [م, {e: f}]\n"
    assert locate(text.encode(), loc, at_key) == place


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("a: 'it's'\n", "quote-in-text", (1, 8)),
        ("a: b: c\n", "colon-in-text", (1, 5)),
        ("a: b\n c: d\n", "indentation", (2, 3)),
        ('a: "b\nc: d\n', "unclosed-quote", (1, 4)),
        ("a: [b\nc: d\n", "unclosed-bracket", (1, 4)),
        ("a: @b\n", "reserved-character", (1, 4)),
        ("a:\n\t- b\n", "tab", (2, 1)),
        ("a: |\n\tb\n", "tab", (2, 1)),
        ("a: b\n---\nc: d\n", "several-documents", (2, 1)),
        ("[" * 3000, "too-deep", (1, 1001)),
    ],
)
def test_fault_of_syntax_is_named_and_placed(text: str, code: str, place: tuple[int, int]) -> None:
    with pytest.raises(RecordError) as raised:
        parse(text.encode(), PATH)
    [problem] = raised.value.problems
    assert (problem.code, (problem.line, problem.column)) == (code, place)
