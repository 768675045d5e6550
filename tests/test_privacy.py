"""What is looked for in all texts at once is found wherever the rule itself finds something."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from macros.checks.privacy import EUROPEAN, PHONE, may_be_phone

SIGNS = st.text(st.sampled_from("0017+ ().-/\u0660\u0661\u06f0\u06f9a\u0633\n"), max_size=24)


@given(st.lists(SIGNS, min_size=1, max_size=3))
def test_no_telephone_number_is_missed_in_the_whole(texts: list[str]) -> None:
    if any(PHONE.search(text.translate(EUROPEAN)) for text in texts):
        assert may_be_phone("\n".join(texts))


def test_dates_and_addresses_send_nobody_looking() -> None:
    assert not may_be_phone("2010-05-20\nhttps://press.example.org/2010/0011\n2,000 members")
